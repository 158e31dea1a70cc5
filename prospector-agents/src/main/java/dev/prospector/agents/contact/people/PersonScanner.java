package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.PageText.Region.Kind;
import dev.prospector.agents.page.layout.PageRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds people: a name beside a title in the same line or on the next one, or a frequent given name
 * with a surname in a line of its own. Rather misses people than takes a product for one.
 */
public final class PersonScanner {

  private static final int MAX_ROLE = 90;
  private static final int MAX_NAME = 45;
  private static final String PART =
      "\\p{Lu}(?:\\p{Ll}[\\p{L}'’-]{0,20}|['’]\\p{Lu}[\\p{L}-]{1,20}|\\.)";
  private static final String NAME =
      "\\p{Lu}(?:\\p{Ll}[\\p{L}'’-]{0,20}|\\.)(?:[ ](?:[“\"(]\\p{Lu}\\p{L}{1,12}[”\")]["
          + " ])?(?:(?:de|da|do|dos|das|del|van|von|der|den|la|di)[ ]){0,2}"
          + PART
          + "){1,3}";
  private static final String CAPITALS = "\\p{Lu}{2,15}(?:[ ]\\p{Lu}\\.)?(?:[ ]\\p{Lu}{2,20}){1,2}";
  private static final Expression START =
      Expression.of(
          "^[ •·*–-]{0,3}(?:(?:Mr|Mrs|Ms|Dr|Prof|Capt|Sr|Sra|Dra|Eng)\\.?[ ])?("
              + NAME
              + "|"
              + CAPITALS
              + ")(?=$|[ ]?[,|(–:\\t-]|[ ]{2})");

  /** A name, and after a space a title alone: "Ann Lee Office Manager". */
  private static final Expression NAME_TITLE =
      Expression.of(
          "^[ •·*–-]{0,3}(\\p{Lu}\\p{Ll}{1,15}(?:[ ]\\p{Lu}\\.)?["
              + " ]\\p{Lu}['’]?\\p{Ll}[\\p{L}'’-]{1,20})[ ](\\p{Lu}[\\p{L} ,&/-]{2,60})$");

  /** Letters behind a name that a school or chamber gives: "Ann Lee, RDH, CKD". */
  private static final Expression LETTERED =
      Expression.of("^[ •·*–-]{0,3}(" + NAME + "),[ ](?:\\p{Lu}{2,5}(?:,[ ]|$|[ ][–-][ ])){1,4}");

  private static final int LONGEST_ATTRIBUTION = 80;
  private static final Expression CREDENTIAL =
      Expression.of(
          "(?<![\\p{L}])("
              + NAME
              + "),?[ ](?:M\\.?D|D\\.?D\\.?S|D\\.?M\\.?D|Ph\\.?D|Esq|CPA|R\\.?N|D\\.?O)\\b");
  private static final Expression DOCTOR =
      Expression.of("(?<![\\p{L}])(?:Dr|Dra|Prof)\\.?[ ](" + NAME + ")");
  private static final Expression IN_TEXT =
      Expression.of("(?<![\\p{L}])(" + NAME + ")(?:,[ ]|[ ][-–|][ ]|[ ]\\()(?=(.{3,60}))");
  private static final Expression RUNNING =
      Expression.of(
          "(?<!\\p{Lu}\\p{L}{0,15}[ ]|[\\p{L}'’.&-])(\\p{Lu}\\p{Ll}{1,15}(?:[ ]\\p{Lu}\\.)?["
              + " ]\\p{Lu}['’]?\\p{Ll}[\\p{L}'’-]{1,20})(?![\\p{L}-]|[ ](?:\\p{Lu}|&|and"
              + " \\p{Lu}))");
  private static final Expression AFTER_ROLE =
      Expression.of(
          "(?:^|[ ])(\\p{L}[\\p{L} &-]{2,40})(?::[ ]{0,2}|[ ][–—-][ ]|\\t)((?:(?:Dra?|Profa?|Herr|Frau|Sra?|Mr|Mrs|Ms|Ing|Eng|Arq|Mgr|Bc|Dott|Dott\\.ssa|Mme|M)\\.?[ ])?("
              + NAME
              + "))(?=$|[ ]?[,|(–;\\t-])");

  /** Titles and labels of imprints, with or without a colon, and the names that follow. */
  private static final Expression LISTED =
      Expression.of(
          "(?<![\\p{L}])((?i:Gesch[äa]e?ftsf[üu]e?hrer(?:in|innen)?|Inhaber(?:in)?|Vorstand|Ansprechpartner(?:in)?|Vertretungsberechtigte[r]?|s[óo]ci[oa][-"
              + " ]administrador[a]?|s[óo]ci[oa][- ]diretor[a]?|respons[áa]vel"
              + " t[ée]cnic[oa]|respons[áa]vel legal|representante legal|responsible person|contact"
              + " person|managing directors?|directors?|diretor[a]?(?: geral| executiv[oa]|"
              + " comercial)?|administrador[ea]?s?|propriet[áa]ri[oa]|fundador(?:a|es)?|g[ée]rante?|directeur"
              + " de la publication|amministratore(?: unico|"
              + " delegato)?|titolare|titular|zaakvoerder|eigenaar))[ ]?(?::["
              + " ]{0,2}|(?<=(?i:hrer|hrerin|inhaber|inhaberin)["
              + " ]?))((?:(?:Dra?|Profa?|Herr|Frau|Sra?|Mr|Mrs|Ms|Ing|Eng|Dipl\\.-Ing)\\.?[ ]){0,2}"
              + NAME
              + "(?:(?:,[ ]|[ ](?:und|and|e|y|et|&|/)[ ])"
              + NAME
              + "){0,4})");

  private static final Expression IS_A =
      Expression.of(
          "[\\p{L}.'’ -]{3,45}?[ ](?:is|é|es|ist|est)[ ](?:an?[ ]|the[ ]|our[ ]|uma?[ ]|[oa][ ]|el["
              + " ]|la[ ]|una?[ ]|eine?[ ]|le[ ])?(?:licensed[ ])?(.{3,70})");
  private static final Expression EACH_NAME = Expression.of("(?<![\\p{L}.'’-])" + NAME);
  private static final int TITLE_REACH = 8;

  private static final Expression PERSON_DATA =
      Expression.of(
          "(?i)^(?:person\\.name|(?:\\w{1,40}+\\.){0,12}(?:founders?|employees?|members?|owner|contactpoint)\\.name)$");
  private static final Set<String> GIVEN = given();
  private static final Expression ROLE = role();
  private static final Expression NO_NAME =
      Expression.of(
          "(?i)\\b(?:the|our|your|us|about|contact|home|service|services|customer|new|sales|team|street|road|avenue|park|city|county|center|centre|school|university|college|office|department|group|company|inc|llc|ltd|bank|house|hotel|restaurant|privacy|policy|terms|web|site|design|online|news|read|more|real|estate|business|management|marketing|north|south|east|west|united|states|general|project|product|program|health|care|family|view|click|all|free|best|top|meet|phone|fax|email|monday|friday|january|february|march|april|june|july|august|september|october|november|december)\\b");

  private static final Expression POSSESSIVE = Expression.of("['’]s$");

  private record Sighting(String name, Set<Place> places, List<String> roles) {}

  private final Map<String, Sighting> found = new LinkedHashMap<>();

  private static Set<String> given() {
    Set<String> names = new HashSet<>();
    for (String line : ResourceLines.of("given-names.txt")) {
      for (String name : line.split(" ")) {
        names.add(name.toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static Expression role() {
    String words = String.join("|", ResourceLines.of("roles.txt"));
    return Expression.of("(?iu)(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])");
  }

  /** Returns the people of the company, by what it says itself and by its data. */
  public List<PersonFinding> scan(PageLines page) {
    lines(page.own());
    data(page);
    return findings();
  }

  /** Returns the people named in other people's words, such as the authors of reviews. */
  public List<PersonFinding> scanOthers(PageLines page) {
    List<Line> said = page.text().stream().filter(line -> line.role() == PageRole.OTHERS).toList();
    lines(said);
    said.forEach(this::attribution);
    return findings();
  }

  private void lines(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.region() != Kind.TITLE) {
        atStart(line, i + 1 < lines.size() ? lines.get(i + 1).text() : "");
        within(line);
      }
    }
  }

  private void data(PageLines page) {
    for (int i = 0; i < page.structured().size(); i++) {
      Entry entry = page.structured().get(i);
      if (entry.role() == PageRole.OWN && PERSON_DATA.matcher(entry.first()).matches()) {
        data(entry, jobTitle(page.structured(), i));
      }
    }
  }

  private List<PersonFinding> findings() {
    dropParts();
    return found.values().stream()
        .map(
            s ->
                new PersonFinding(
                    s.name(), s.roles().stream().findFirst(), List.copyOf(s.places())))
        .sorted(Comparator.comparingInt(f -> f.places().get(0).start()))
        .toList();
  }

  private void data(Entry entry, Optional<String> role) {
    if (!entry.second().isBlank() && entry.second().length() <= MAX_NAME) {
      add(entry.second(), role, entry.secondPlace(FoundBy.STRUCTURED));
    }
  }

  /** The title that stands beside a name under the same path. */
  private static Optional<String> jobTitle(List<Entry> entries, int name) {
    String path = entries.get(name).first();
    String title = path.substring(0, path.length() - "name".length()) + "jobTitle";
    int from = Math.max(0, name - TITLE_REACH);
    int to = Math.min(entries.size(), name + TITLE_REACH);
    return entries.subList(from, to).stream()
        .filter(e -> e.first().equalsIgnoreCase(title) && !e.second().isBlank())
        .map(e -> e.second().strip())
        .findFirst();
  }

  /** "Anna Maria" within "Anna Maria von der Heide" is no person of her own. */
  private void dropParts() {
    List<Sighting> all = List.copyOf(found.values());
    found
        .values()
        .removeIf(
            part ->
                all.stream()
                    .filter(whole -> whole.name().length() > part.name().length())
                    .anyMatch(whole -> isWithin(part, whole)));
  }

  private static boolean isWithin(Sighting part, Sighting whole) {
    return whole.name().contains(part.name())
        && part.places().stream()
            .allMatch(
                p ->
                    whole.places().stream()
                        .anyMatch(w -> w.start() <= p.start() && p.end() <= w.end()));
  }

  private void atStart(Line line, String next) {
    Search matcher = START.matcher(line.text());
    if (!matcher.find() || !mayBeName(matcher.group(1))) {
      return;
    }
    String rest =
        line.text().substring(matcher.end()).replaceFirst("^[ ,|(–:\\t-]+", "").split("\t", 2)[0];
    Optional<String> role = rest.isBlank() ? roleOf(next).or(() -> toldRole(next)) : roleOf(rest);
    boolean titled = role.filter(r -> isGiven(matcher.group(1)) || isTitle(r)).isPresent();
    boolean named = rest.isBlank() && isGiven(matcher.group(1));
    boolean told = rest.isBlank() && isToldOf(matcher.group(1), next);
    if (titled || named || told) {
      add(matcher.group(1), role, line.place(matcher.start(1), matcher.end(1), FoundBy.TEXT));
    }
  }

  /** The text below a name begins with it once more and says what the person is. */
  private static boolean isToldOf(String name, String next) {
    return next.startsWith(name + ' ') && toldRole(next).isPresent();
  }

  /** "Ann Lee is a broker associate with us": the title stands after the verb. */
  private static Optional<String> toldRole(String next) {
    Search is = IS_A.matcher(next);
    return is.lookingAt() ? beginsWithRole(is.group(1)) : Optional.empty();
  }

  /** Who said what stands above: a name, and after it a place or a company. */
  private void attribution(Line line) {
    Search matcher = START.matcher(line.text());
    boolean said =
        line.text().length() <= LONGEST_ATTRIBUTION && matcher.find() && isGiven(matcher.group(1));
    if (said && mayBeName(matcher.group(1))) {
      add(
          matcher.group(1),
          Optional.empty(),
          line.place(matcher.start(1), matcher.end(1), FoundBy.TEXT));
    }
  }

  private void titled(Line line) {
    Search lettered = LETTERED.matcher(line.text());
    if (lettered.find() && isGiven(lettered.group(1)) && mayBeName(lettered.group(1))) {
      Place place = line.place(lettered.start(1), lettered.end(1), FoundBy.TEXT);
      add(lettered.group(1), Optional.empty(), place);
    }
    Search titled = NAME_TITLE.matcher(line.text());
    if (titled.find()
        && isGiven(titled.group(1))
        && mayBeName(titled.group(1))
        && isTitle(titled.group(2))) {
      Place place = line.place(titled.start(1), titled.end(1), FoundBy.TEXT);
      add(titled.group(1), Optional.of(titled.group(2)), place);
    }
  }

  private void within(Line line) {
    titled(line);
    lettered(line);
    String text = line.text();
    Search running = RUNNING.matcher(text);
    while (running.find()) {
      if (isGiven(running.group(1))
          && mayBeName(running.group(1))
          && !StreetNames.around(text, running.start(1), running.end(1))) {
        add(
            running.group(1),
            Optional.empty(),
            line.place(running.start(1), running.end(1), FoundBy.TEXT));
      }
    }
    listed(line);
    Search inText = IN_TEXT.matcher(text);
    while (inText.find()) {
      Optional<String> role = beginsWithRole(inText.group(2));
      if (role.isPresent() && mayBeName(inText.group(1)) && isGiven(inText.group(1))) {
        add(inText.group(1), role, line.place(inText.start(1), inText.end(1), FoundBy.TEXT));
      }
    }
    Search after = AFTER_ROLE.matcher(text);
    while (after.find()) {
      if (isAnnounced(after)) {
        add(
            after.group(3),
            Optional.of(after.group(1).strip()),
            line.place(after.start(3), after.end(3), FoundBy.TEXT));
      }
    }
  }

  /** A colon announces any name; a dash or a cell only one that the given name tells. */
  private static boolean isAnnounced(Search after) {
    boolean colon = after.group().indexOf(':') > 0;
    return ROLE.matcher(after.group(1)).find()
        && mayBeName(after.group(3))
        && (colon || isGiven(after.group(3)) && roleOf(after.group(1)).isPresent());
  }

  /** Names beside a credential or a doctor's title. */
  private void lettered(Line line) {
    for (Expression pattern : List.of(CREDENTIAL, DOCTOR)) {
      Search matcher = pattern.matcher(line.text());
      while (matcher.find()) {
        boolean street = StreetNames.around(line.text(), matcher.start(), matcher.end(1));
        if (mayBeName(matcher.group(1)) && !street) {
          Place place = line.place(matcher.start(1), matcher.end(1), FoundBy.TEXT);
          add(matcher.group(1), Optional.empty(), place);
        }
      }
    }
  }

  /** Names behind a title that an imprint gives them: "Geschäftsführer A und B". */
  private void listed(Line line) {
    Search list = LISTED.matcher(line.text());
    while (list.find()) {
      Search name = EACH_NAME.matcher(line.text()).region(list.start(2), list.end());
      while (name.find()) {
        if (mayBeName(name.group())) {
          String role = list.group(1).strip();
          add(name.group(), roleLabel(role), line.place(name.start(), name.end(), FoundBy.TEXT));
        }
      }
    }
  }

  /** "Contact person" announces a name and is no title. */
  private static Optional<String> roleLabel(String label) {
    return ROLE.matcher(label).find() ? Optional.of(label) : Optional.empty();
  }

  /** Tells whether a line is a title and nothing else, so that it may stand for a given name. */
  private static boolean isTitle(String text) {
    Search role = ROLE.matcher(text);
    int end = 0;
    while (role.find()) {
      end = role.end();
    }
    return end == text.length() && text.chars().filter(c -> c == ' ').count() <= 3;
  }

  private static boolean isGiven(String name) {
    int space = name.indexOf(' ');
    return space > 0 && GIVEN.contains(name.substring(0, space).toLowerCase(Locale.ROOT));
  }

  private static boolean mayBeName(String name) {
    return name.length() <= MAX_NAME && !NO_NAME.matcher(name).find() && !ROLE.matcher(name).find();
  }

  /** Returns a text as a title when it is short and holds a word of one. */
  private static Optional<String> roleOf(String text) {
    boolean role =
        text.length() <= MAX_ROLE
            && !text.isEmpty()
            && text.indexOf(':') < 0
            && Character.isUpperCase(text.charAt(0))
            && ROLE.matcher(text).find();
    return role ? Optional.of(text.strip()) : Optional.empty();
  }

  /**
   * Returns the title that a text begins with, up to the next comma, bracket or end of sentence.
   */
  private static Optional<String> beginsWithRole(String text) {
    Search role = ROLE.matcher(text);
    if (!role.find() || role.start() > 30) {
      return Optional.empty();
    }
    String title = text.split("[,;()|]|\\.\\s", 2)[0].strip();
    boolean label = title.indexOf(':') >= 0;
    return role.end() <= title.length() && !label ? Optional.of(title) : Optional.empty();
  }

  private void add(String written, Optional<String> role, Place place) {
    String name = POSSESSIVE.matcher(written).replaceFirst("");
    Sighting sighting =
        found.computeIfAbsent(
            SiteName.squashed(name),
            key -> new Sighting(name, new LinkedHashSet<>(), new ArrayList<>()));
    sighting.places().add(place);
    role.ifPresent(sighting.roles()::add);
  }
}
