package dev.prospector.agents.company;

import dev.prospector.agents.company.hours.OpeningHours;
import dev.prospector.agents.company.hours.ReadHours;
import dev.prospector.agents.company.hours.SpecifiedHours;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.page.PageKind;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.layout.PageRole;
import dev.prospector.agents.page.offer.OfferWords;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Gathers what pages state in entries of their own: services in structured data, the description of
 * the company, its opening hours, and customers shown by their logos.
 */
final class StatedEntries {

  private static final int SHORTEST = 25;
  private static final int LONGEST = 400;
  private static final int MOST_HOURS = 21;

  /** Structured data writes days in English. */
  private static final String SCHEMA_ORG = "en";

  private static final ValueType<OpeningHours> HOURS = ValueTypes.readBy(StatedEntries::hoursIn);
  private static final Expression SERVICE =
      Expression.of(
          "(?i)(?:servicetype|(?:hasoffercatalog|makesoffer|itemoffered)(?:\\.\\w{1,40}){0,8}\\.name|(?:^|\\.)service\\.name)$");
  private static final Expression NO_SERVICE = Expression.of("(?i)hasoffercatalog\\.name$");
  private static final Expression DESCRIPTION =
      Expression.of(
          "(?i)^(?:description|og:description|(?:local|organization|\\w{0,30}business|corporation)\\w{0,20}\\.description)$");
  private static final Expression SPECIFIED =
      Expression.of("openingHoursSpecification\\.(?:dayOfWeek|opens|closes)$");
  private static final Expression OPEN = Expression.of("(?i)openinghours$");

  /** A line above hours that are not those of the company. */
  private static final Expression OTHER_HOURS =
      Expression.of(
          "(?iu)(?<!\\p{L})(?:food|kitchen|delivery|check-?in|visiting|mass(?:es)?|livestream|cozinha|entregas?|missas?|visitas?|cocina|misas?|küche|lieferung|cuisine|livraison|cucina|keuken)(?!\\p{L})");

  private static final Expression EMPTY_WORDS =
      Expression.of(
          "(?i)just another wordpress|lorem ipsum|site em constru|site em manuten|under"
              + " construction|(?:coming|launching) soon|website is"
              + " being|(?:bring|launch|work|prepar)\\w{0,4}[^.]{0,30}(?:our|you a) new (?:online"
              + " home|web ?site|home page)(?!s)|preparando[^.]{0,20}(?:novo site|nuevo"
              + " sitio)|sitio en (?:construcci|mantenimiento)|em breve|description here|meta"
              + " description|powered by wix|^(?:home|in[ií]cio|welcome)\\W{0,3}$");
  private final Evidence evidence;
  private final GatherFacts facts;
  private final List<Claim<String>> described = new ArrayList<>();
  private final List<Claim<String>> spoken = new ArrayList<>();
  private final Descriptions descriptions;
  private final List<Claim<OpeningHours>> hours = new ArrayList<>();

  /**
   * Begins with nothing.
   *
   * @param descriptions knows a sentence about the company by its name and domain
   */
  StatedEntries(Evidence evidence, GatherFacts facts, Descriptions descriptions) {
    this.evidence = evidence;
    this.facts = facts;
    this.descriptions = descriptions;
  }

  void add(Snapshot snapshot, PageText page, PageKind kind) {
    PageLines lines = new PageLines(page);
    for (Entry entry : lines.meta()) {
      meta(snapshot, entry);
    }
    List<Entry> own =
        lines.structured().stream().filter(entry -> entry.role() == PageRole.OWN).toList();
    own.forEach(entry -> structured(snapshot, entry));
    specified(snapshot, own);
    lines.text().stream()
        .filter(line -> line.role() == PageRole.OFFER)
        .forEach(line -> offer(snapshot, line));
    for (Line customer : ShownCustomers.in(lines.text())) {
      Place place = customer.place(0, customer.text().length(), FoundBy.TEXT);
      Passage passage = new Passage(snapshot, place.start(), place.end());
      facts.addName(CompanyFact.Kind.CUSTOMER, customer.text(), passage);
    }
    hours(snapshot, lines);
    if (spoken.isEmpty() && (kind == PageKind.HOME || kind == PageKind.ABOUT)) {
      descriptions
          .among(lines.own())
          .filter(sentence -> says(sentence.text()))
          .ifPresent(sentence -> spoken(snapshot, sentence));
    }
  }

  /** An entry of a list of services, without the bullet before it and the text after its title. */
  private void offer(Snapshot snapshot, Line line) {
    String title = OfferWords.title(line.text());
    int start = 0;
    while (start < title.length() && !Character.isLetterOrDigit(title.charAt(start))) {
      start++;
    }
    if (start < title.length()) {
      Place place = line.place(start, title.length(), FoundBy.TEXT);
      Passage passage = new Passage(snapshot, place.start(), place.end());
      facts.addName(CompanyFact.Kind.SERVICE, title.substring(start), passage);
    }
  }

  private void meta(Snapshot snapshot, Entry entry) {
    if (entry.first().equals("customer")) {
      ShownCustomers.ofLogo(entry.second())
          .ifPresent(
              name -> facts.addName(CompanyFact.Kind.CUSTOMER, name, second(snapshot, entry)));
    } else if (DESCRIPTION.isIn(entry.first())) {
      describe(snapshot, entry);
    }
  }

  private void structured(Snapshot snapshot, Entry entry) {
    String path = entry.first();
    if (SERVICE.isIn(path) && !NO_SERVICE.isIn(path) && isOffer(entry.second())) {
      facts.addName(CompanyFact.Kind.SERVICE, entry.second(), second(snapshot, entry));
    } else if (DESCRIPTION.isIn(path)) {
      describe(snapshot, entry);
    } else if (OPEN.isIn(path)) {
      hours(entry.second(), SCHEMA_ORG, second(snapshot, entry));
    }
  }

  private static boolean isOffer(String name) {
    return !name.isBlank() && OfferWords.entry(name) == OfferWords.Entry.OFFER;
  }

  private static Collection<OpeningHours> hoursIn(String quote) {
    List<OpeningHours> specified = SpecifiedHours.in(quote);
    return specified.isEmpty() ? ReadHours.inAnyLanguage(quote) : specified;
  }

  /** Reads each specification of hours: its entries stand one after another. */
  private void specified(Snapshot snapshot, List<Entry> entries) {
    int from = -1;
    for (int i = 0; i <= entries.size(); i++) {
      boolean inside = i < entries.size() && SPECIFIED.isIn(entries.get(i).first());
      boolean next = from >= 0 && (!inside || begins(entries, from, i));
      if (next) {
        specified(snapshot, entries.get(from), entries.get(i - 1));
      }
      from = inside ? (from < 0 || next ? i : from) : -1;
    }
  }

  /** A property that came before, other than one more day, belongs to the next specification. */
  private static boolean begins(List<Entry> entries, int from, int at) {
    String property = entries.get(at).first();
    boolean day = property.endsWith("dayOfWeek");
    boolean after = day && entries.get(at - 1).first().equals(property);
    return !after && entries.subList(from, at).stream().anyMatch(e -> e.first().equals(property));
  }

  private void specified(Snapshot snapshot, Entry first, Entry last) {
    int start = first.line().start();
    int end = last.line().start() + last.line().text().length();
    Passage passage = new Passage(snapshot, start, end);
    for (OpeningHours open : SpecifiedHours.in(passage.quote())) {
      if (hours.size() < MOST_HOURS) {
        evidence.claim("opening_hours", HOURS, open, passage).ifPresent(hours::add);
      }
    }
  }

  /** The first page's words count; what every template says does not. */
  private void describe(Snapshot snapshot, Entry entry) {
    String text = entry.second().strip();
    if (described.isEmpty() && says(text)) {
      evidence
          .claim("description", ValueTypes.TEXT, text, second(snapshot, entry))
          .ifPresent(described::add);
    }
  }

  private static boolean says(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.indexOf(' ') > 0
        && !EMPTY_WORDS.isIn(text);
  }

  /** Days may stand on a line of their own above the times. */
  private void hours(Snapshot snapshot, PageLines lines) {
    String language =
        LanguageDetector.code(snapshot.text())
            .or(() -> lines.language().map(declared -> declared.split("[-_]", 2)[0]))
            .orElse("");
    Optional<Line> days = Optional.empty();
    boolean open = true;
    for (Line line : lines.own()) {
      boolean numbers = line.text().chars().anyMatch(Character::isDigit);
      if (numbers && open && !OTHER_HOURS.isIn(beforeNumbers(line.text()))) {
        hours(snapshot, days, line, language);
      }
      open = numbers ? open : !OTHER_HOURS.isIn(line.text());
      days = !numbers && ReadHours.isDays(line.text()) ? Optional.of(line) : Optional.empty();
    }
  }

  private static String beforeNumbers(String text) {
    int digit = 0;
    while (digit < text.length() && !Character.isDigit(text.charAt(digit))) {
      digit++;
    }
    return text.substring(0, digit);
  }

  private void hours(Snapshot snapshot, Optional<Line> days, Line line, String language) {
    Place place = line.place(0, line.text().length(), FoundBy.TEXT);
    int start = days.map(Line::start).orElse(place.start());
    Passage passage = new Passage(snapshot, start, place.end());
    hours(passage.quote(), language, passage);
  }

  private void spoken(Snapshot snapshot, Descriptions.Sentence sentence) {
    Place place = sentence.line().place(0, sentence.end(), FoundBy.TEXT);
    Passage passage = new Passage(snapshot, place.start(), place.end());
    evidence.claim("description", ValueTypes.TEXT, sentence.text(), passage).ifPresent(spoken::add);
  }

  private void hours(String text, String language, Passage passage) {
    for (OpeningHours open : ReadHours.in(text, language)) {
      if (hours.size() < MOST_HOURS) {
        evidence.claim("opening_hours", HOURS, open, passage).ifPresent(hours::add);
      }
    }
  }

  private static Passage second(Snapshot snapshot, Entry entry) {
    Place place = entry.secondPlace(FoundBy.STRUCTURED);
    return new Passage(snapshot, place.start(), place.end());
  }

  Fact<String> description() {
    return evidence.fact(described.isEmpty() ? spoken : described);
  }

  List<Fact.Known<OpeningHours>> openingHours() {
    return evidence.findings(hours);
  }
}
