package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.PageText.Region.Kind;
import dev.prospector.agents.page.layout.PageRole;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds names of organisations: what the page says of itself in its data, its copyright line and
 * its title, names with a legal form, names that its domain spells, and names that say what kind of
 * institution bears them.
 */
public final class OrganizationScanner {

  private static final double DATA = 0.9;
  private static final double COPYRIGHT = 0.85;
  private static final double LEGAL = 0.6;
  private static final double LONGER = 0.7;
  static final double DOMAIN = 0.55;
  private static final double INSTITUTION = 0.3;
  static final double NEAR = 0.6;
  static final int MAX_NAME = 80;
  private static final int REPRESENTED_WITHIN = 40;

  private static final String WORD =
      "(?!(?i:copyright|registered)\\b|(?:an|as|at|by|in|is|of|or|to)\\p{Lu})(?>\\p{Lu}\\.(?:\\p{Lu}\\.){0,3}+|\\p{Ll}{0,2}+\\p{Lu}[\\p{L}\\d'’®™+-]{0,30}+(?:&\\p{Lu}[\\p{L}\\d]{0,20}+)?+(?:\\.(?:com|net|org))?+)";
  private static final String LINK = "(?:&|&amp;|and|of|at|for|de|da|do|dos|e|y|van|und|the|\\+)";
  private static final String NAME =
      WORD + "(?:,?(?:[ ]" + LINK + "){1,2}[ ]" + WORD + "|[ ]" + WORD + "){0,7}";
  static final String FORM =
      "(?:Inc|Incorporated|LLC|L\\.L\\.C|LLP|Ltd|Limited|Ltda|LTDA|Lda|Corp|Corporation|PLC|Plc|plc|(?:GmbH|AG|UG)[ ]?&[ ]?Co\\.?[ ]?(?:KGaA|KG|OHG)|GmbH|AG|UG[ ]\\(haftungsbeschränkt\\)|&[ ]Co\\.?[ ]KG|OHG|GbR|e\\.[ ]?[KU]|B\\.?V|N\\.?V|V\\.?O\\.?F|S\\.?A\\.?[ ]de[ ]C\\.?V|S\\.?[ ]de[ ]R\\.?L\\.?[ ]de[ ]C\\.?V|S\\.?A\\.?U|S\\.?L\\.?U|S\\.?L\\.?P|S\\.?C\\.?P|S\\.?A|S\\.?L|SASU|SAS|SARL|EURL|SELARL|S\\.?r\\.?l|S\\.?p\\.?A|S\\.?n\\.?c|snc|s\\.n\\.c|s\\.r\\.o|s\\.r\\.l|Sp\\.[ ]z[ ]o\\.o|ApS|A/S|Pty\\.? Ltd|EIRELI|(?<=L(?:TDA|tda)[ .-]{1,3})(?:ME|EPP)|INC|LTD|CORP|P\\.C|P\\.A|SAL|Co(?=\\.)|Sàrl)";
  static final Expression PHRASE = Expression.of("(?<![\\p{L}\\d])" + NAME);
  static final Expression WITH_FORM =
      Expression.of(
          "(?<![\\p{L}\\d])("
              + NAME
              + "(?:[ ]\\([\\p{L} .-]{2,20}\\))?,?[ ]"
              + FORM
              + "(?:[.,]{0,2}[ ]"
              + FORM
              + ")?)(?![\\p{L}\\d])\\.?");

  /** In French the form comes first: "SARL Dupont". */
  private static final Expression FORM_FIRST =
      Expression.of("(?<![\\p{L}\\d])(?:SARL|SASU?|EURL|SELARL|SCP|SCOP|SNC)[ ](" + NAME + ")");

  /** Who acts for a company is another one: "vertreten durch die Weber Verwaltungs GmbH". */
  private static final Expression ACTS_FOR =
      Expression.of(
          "(?iu)(?:vertreten durch|komplementärin(?: ist)?:?|represented by|representad[ao] por|représentée? par|rappresentat[ao] da|vertegenwoordigd door)"
              + "(?: (?:die|den|the|a|o|la|el|de|il|ihre|ihren))?[ ]{1,2}$");

  private static final Expression COPYRIGHT_LINE =
      Expression.of(
          "(?:(?i:©|\\(c\\)|copyright|&copy;)[ ©:,]{0,4}){1,3}(?:\\d{4}(?:[ ]?[-–,/][ ]?(?:\\d{4}|\\d{2}\\b))?[.,]?[ ]{0,2})?"
              + "(?i:©[ ]?|by[ ]|-[ ]|–[ ]){0,2}([\\p{L}\\d][^|•·\\n©]{1,80})");
  private static final Expression BEFORE_COPYRIGHT =
      Expression.of(
          "(?<![\\p{L}\\d])("
              + NAME
              + "(?:,?[ ]"
              + FORM
              + "\\.?)?)[ ,]{0,3}(?:©|\\(c\\)|(?i:copyright))[ ]");
  private static final Expression END_OF_NAME =
      Expression.of(
          "(?i)(?<!\\b(?:inc|ltd|co|corp|st|dr|jr|u\\.s|\\p{L}))\\.(?:\\s|$)|\\s[-–—]\\s|\\ball rights|(?:19|20)\\d{2}|\\bdesign(?:ed)? by|\\bpowered|\\bsite (?:by|map)|\\bterms\\b|\\bprivacy|\\bhome\\b|\\band its\\b|(?<=\\b(?:Inc|Ltd|LLC)\\.),|\\bcontact|\\bregistered|[,;]?\\s\\d{2,}");
  static final Expression GENERIC =
      Expression.of(
          "(?i)\\b(?:contact|home|about|welcome|services|page|index|news|blog|faq|login|products|team|history|overview|location|locations|directions|menu|careers|jobs|support|customer service)\\b");
  private static final Expression TITLE_BREAK =
      Expression.of("\\s{1,9}[|–—:»•·/-]{1,5}\\s{1,9}|\\s{0,9}[|»]\\s{0,9}|:\\s");
  private static final Expression SITE_NAME =
      Expression.of("(?i)^(?:og:site_name|application-name|dc\\.publisher)$");
  private static final Expression DATA_NAME =
      Expression.of(
          "(?i)(?:organization|business|store|shop|corporation|restaurant|dentist|company|agency|hotel|motel|resort|lodging|service|vcard|care|clinic|salon|spa|garage|repair|dealer|contractor|electrician|plumber|locksmith|attorney|notary|optician|pharmacy|physician|hospital|bakery|cafe|brewery|winery|school|club|ngo)\\.(?:name|legalname|alternatename|org|fn org)$|^(?:fn org|org)$");

  /** Words before the name of who built the site rather than owns it. */
  private static final Expression CREDIT =
      Expression.of(
          "(?i)(?:seo|design|designed|powered|managed|developed|development|hosted|built|created|site|website|webdesign)(?: and \\w+)? by[^|•\\n]{0,30}$");

  private static final Set<String> NOT_THE_OWNER =
      Set.of(
          "The", "AND TRADEMARK", "Notice", "Google", "OpenStreetMap", "Policy", "Infringements");
  private static final Expression PLAIN_WORD =
      Expression.of(
          "(?i)(?:solutions|associates|services|group|company|partners|systems|technologies|sign|the)\\W+\\w+\\W*");
  private static final Expression POSSESSIVE = Expression.of("['’][sS]$");

  private record Sighting(String name, Set<Place> places, double[] score) {}

  private final SiteName site;
  private TitleNames titles = new TitleNames(SiteName.unknown(), List.of());
  private final Map<String, Sighting> found = new LinkedHashMap<>();

  public OrganizationScanner(SiteName site) {
    this.site = site;
  }

  public List<OrganizationFinding> scan(PageLines page) {
    page.structured().stream()
        .filter(e -> e.role() == PageRole.OWN)
        .filter(e -> DATA_NAME.matcher(e.first()).find())
        .forEach(this::data);
    page.meta().stream().filter(e -> SITE_NAME.matcher(e.first()).matches()).forEach(this::data);
    titles = new TitleNames(site, page.text());
    for (Line line : page.text()) {
      if (line.region() == Kind.TITLE) {
        title(line);
      } else if (line.role() == PageRole.OWN || line.role() == PageRole.LEGAL) {
        text(line);
      }
    }
    return findings();
  }

  private List<OrganizationFinding> findings() {
    boolean spelt = found.values().stream().anyMatch(s -> site.nearness(s.name()) == 1);
    Set<Place> inner = inner();
    return found.values().stream()
        .filter(s -> !spelt || !isPartial(s))
        .filter(s -> !inner.containsAll(s.places()))
        .filter(s -> !isBesideOwn(s))
        .map(s -> new OrganizationFinding(s.name(), s.score()[0], List.copyOf(s.places())))
        .sorted(
            Comparator.comparingDouble((OrganizationFinding f) -> -f.score())
                .thenComparingInt(f -> f.places().get(0).start()))
        .toList();
  }

  /** Data may tell of a body or a partner too: where it names what the domain spells, they are. */
  private boolean isBesideOwn(Sighting sighting) {
    return isOfData(sighting)
        && site.nearness(sighting.name()) == 0
        && found.values().stream().anyMatch(s -> isInData(s) && site.nearness(s.name()) >= NEAR);
  }

  private static boolean isInData(Sighting sighting) {
    return sighting.places().stream().anyMatch(p -> p.how() == FoundBy.STRUCTURED);
  }

  private static boolean isOfData(Sighting sighting) {
    return sighting.places().stream().allMatch(p -> p.how() == FoundBy.STRUCTURED);
  }

  /** Returns the places within those of a longer name: the page says the longer one there. */
  private Set<Place> inner() {
    List<Place> places =
        found.values().stream()
            .flatMap(s -> s.places().stream())
            .distinct()
            .sorted(Comparator.comparingInt(Place::start).thenComparingInt(p -> -p.end()))
            .toList();
    Set<Place> inner = new HashSet<>();
    int end = -1;
    for (Place place : places) {
      if (place.end() <= end) {
        inner.add(place);
      }
      end = Math.max(end, place.end());
    }
    return inner;
  }

  /** A part of what the domain spells says nothing where the page has the whole. */
  private boolean isPartial(Sighting sighting) {
    double near = site.nearness(sighting.name());
    return near >= NEAR
        && near < 1
        && near != SiteName.BEYOND
        && Math.abs(sighting.score()[0] - DOMAIN - 0.3 * near) < 1e-9;
  }

  private void data(Entry entry) {
    if (entry.second().length() <= MAX_NAME && !entry.second().isBlank()) {
      Search breaks = TITLE_BREAK.matcher(entry.second());
      String name = breaks.find() ? entry.second().substring(0, breaks.start()) : entry.second();
      Place place = entry.secondPlace(FoundBy.STRUCTURED);
      add(name.strip(), DATA, place);
    }
  }

  private void title(Line line) {
    Search breaks = TITLE_BREAK.matcher(line.text());
    int from = 0;
    while (breaks.find()) {
      titlePart(line, from, breaks.start());
      from = breaks.end();
    }
    titlePart(line, from, line.text().length());
  }

  private void titlePart(Line line, int start, int end) {
    String part = line.text().substring(start, end);
    if (part.length() > MAX_NAME || part.isBlank()) {
      return;
    }
    titles
        .in(part, line.text())
        .ifPresent(
            name ->
                add(
                    part.substring(0, name.end()),
                    name.score(),
                    line.place(start, start + name.end(), FoundBy.TEXT)));
  }

  private void text(Line line) {
    String text = line.text();
    copyright(line);
    Search form = WITH_FORM.matcher(text);
    while (form.find()) {
      double score = LEGAL + 0.3 * site.nearness(form.group(1));
      String before = text.substring(Math.max(0, form.start() - REPRESENTED_WITHIN), form.start());
      if (isCredit(text, form.start())
          || ACTS_FOR.isIn(before)
          || PLAIN_WORD.matcher(form.group()).matches()) {
        continue;
      }
      add(form.group(), score, line.place(form.start(), form.end(), FoundBy.TEXT));
    }
    Search first = FORM_FIRST.matcher(text);
    while (first.find()) {
      double score = LEGAL + 0.3 * site.nearness(first.group(1));
      add(first.group(), score, line.place(first.start(), first.end(), FoundBy.TEXT));
    }
    Search phrase = PHRASE.matcher(text);
    while (phrase.find()) {
      spelt(line, phrase.start(), phrase.end());
      OrganizationWords.institution(phrase.group())
          .ifPresent(name -> institution(line, phrase.start(), phrase.group(), name));
    }
  }

  private void institution(Line line, int start, String phrase, String name) {
    int from = start + Math.max(0, phrase.indexOf(name));
    add(name, INSTITUTION, line.place(from, from + name.length(), FoundBy.TEXT));
  }

  /** Looks within a phrase for the words that the domain spells. */
  private void spelt(Line line, int start, int end) {
    String text = line.text();
    int bestFrom = -1;
    int bestTo = -1;
    double best = NEAR;
    for (int from = start; from >= 0 && from < end; from = nextWord(text, from, end)) {
      for (int to = endOfWord(text, from, end);
          to > 0;
          to = to < end ? endOfWord(text, to + 1, end) : -1) {
        double near = site.nearness(text.substring(from, to));
        if (near > best) {
          best = near;
          bestFrom = from;
          bestTo = to;
        }
      }
    }
    if (bestFrom >= 0) {
      if (bestTo < end && best >= 0.9) {
        longer(line, bestFrom, end);
      }
      add(
          text.substring(bestFrom, bestTo),
          DOMAIN + 0.3 * best,
          line.place(bestFrom, bestTo, FoundBy.TEXT));
    }
  }

  /** A name that goes on beyond what the domain spells counts when it ends as companies do. */
  private void longer(Line line, int start, int end) {
    String name = line.text().substring(start, end);
    if (OrganizationWords.endsInTrade(name)) {
      add(name, LONGER, line.place(start, end, FoundBy.TEXT));
    }
  }

  private static int nextWord(String text, int from, int end) {
    int space = text.indexOf(' ', from);
    return space < 0 || space + 1 >= end ? -1 : space + 1;
  }

  private static int endOfWord(String text, int from, int end) {
    int space = text.indexOf(' ', from);
    return space < 0 || space > end ? end : space;
  }

  private void copyright(Line line) {
    Search matcher = COPYRIGHT_LINE.matcher(line.text());
    if (matcher.find()) {
      Search cut = END_OF_NAME.matcher(matcher.group(1));
      int end = cut.find() ? matcher.start(1) + cut.start() : matcher.end(1);
      String name = line.text().substring(matcher.start(1), end).strip();
      if (isName(name) && !isCredit(line.text(), matcher.start())) {
        add(
            name,
            COPYRIGHT,
            line.place(matcher.start(1), matcher.start(1) + name.length(), FoundBy.TEXT));
      }
    }
    Search before = BEFORE_COPYRIGHT.matcher(line.text());
    if (before.find() && isName(before.group(1))) {
      add(before.group(1), COPYRIGHT, line.place(before.start(1), before.end(1), FoundBy.TEXT));
    }
  }

  private static boolean isCredit(String text, int at) {
    return CREDIT.matcher(text.substring(Math.max(0, at - 60), at)).find();
  }

  private static boolean isName(String name) {
    return name.length() > 1
        && name.length() <= 60
        && (Character.isUpperCase(name.charAt(0)) || name.indexOf('.') > 0)
        && !NOT_THE_OWNER.contains(name)
        && !Countries.isCountry(name)
        && name.chars().filter(c -> c == ' ').count() < 8;
  }

  private void add(String written, double score, Place place) {
    String bare = OrganizationWords.bare(written);
    String name = site.nearness(bare) == 1 ? bare : POSSESSIVE.matcher(bare).replaceFirst("");
    String key = SiteName.squashed(name);
    if (key.length() < 2) {
      return;
    }
    Sighting sighting =
        found.computeIfAbsent(key, k -> new Sighting(name, new LinkedHashSet<>(), new double[1]));
    sighting.score()[0] = Math.max(sighting.score()[0], Math.min(1, score));
    sighting.places().add(place);
  }
}
