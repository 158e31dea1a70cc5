package dev.prospector.agents.company;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.OtherCompanies;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.layout.PageRole;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Joins what the pages of one site state about the company. */
final class GatherFacts {

  private static final int MOST_NAMES = 30;
  private static final int LONGEST_NUMBER = 7;

  private static final Expression FOUNDED_ENTRY =
      Expression.of("(?m)^[^\\t\\n]{1,80}foundingDate\\t(\\d{4})(?!\\d)");

  private static final Expression EMPLOYEES_ENTRY =
      Expression.of("(?m)^[^\\t\\n]{1,80}numberOfEmployees(?:\\.value)?\\t(\\d{1,7})(?!\\d)");

  private static final Expression NUMBER = Expression.of("\\d[\\d.,]{0,9}");

  private static final ValueType<SizeBand> SIZE = ValueTypes.readBy(GatherFacts::sizes);

  private final Evidence evidence;
  private final List<Claim<Integer>> employees = new ArrayList<>();
  private final List<Claim<SizeBand>> sizes = new ArrayList<>();
  private final List<Claim<Year>> years = new ArrayList<>();
  private final List<Claim<Integer>> yearsActive = new ArrayList<>();
  private final Map<CompanyFact.Kind, List<Claim<String>>> names =
      new EnumMap<>(CompanyFact.Kind.class);

  private static List<SizeBand> sizes(String quote) {
    return NUMBER.all(quote).stream()
        .map(digits -> digits.replace(".", "").replace(",", ""))
        .filter(d -> d.length() <= LONGEST_NUMBER && Integer.parseInt(d) > 0)
        .map(d -> SizeBand.of(Integer.parseInt(d)))
        .toList();
  }

  GatherFacts(Evidence evidence) {
    this.evidence = evidence;
  }

  void add(Snapshot snapshot, PageText page, Predicate<String> own) {
    String visible = visible(page);
    OtherCompanies others = OtherCompanies.in(visible);
    for (CompanyFact fact :
        CompanyFacts.find(visible, page.regions().size() < 2, Optional.of(own))) {
      boolean said = page.roleAt(fact.start()) == PageRole.OWN;
      if (said && !others.cover(fact.start(), fact.end())) {
        add(snapshot, fact);
      }
    }
    addEntries(snapshot, page, EMPLOYEES_ENTRY, this::addEmployees);
    addEntries(snapshot, page, FOUNDED_ENTRY, this::addYear);
  }

  /** Title and visible text stand first in a page's text. */
  private static String visible(PageText page) {
    int end =
        page.regions().stream()
            .filter(r -> r.kind().compareTo(PageText.Region.Kind.SURROUNDING) <= 0)
            .mapToInt(PageText.Region::end)
            .max()
            .orElse(0);
    return page.text().substring(0, end);
  }

  private void add(Snapshot snapshot, CompanyFact fact) {
    Passage sentence = new Passage(snapshot, fact.sentence().start(), fact.sentence().end());
    switch (fact.kind()) {
      case EMPLOYEES -> addEmployees(fact.value(), sentence);
      case FOUNDED -> addYear(fact.value(), sentence);
      case YEARS_ACTIVE -> addYearsActive(fact.value(), sentence);
      case BRANCHES -> {}
      case PLACE, SERVICE, CUSTOMER ->
          addName(fact.kind(), fact.value(), new Passage(snapshot, fact.start(), fact.end()));
    }
  }

  void addName(CompanyFact.Kind kind, String value, Passage passage) {
    List<Claim<String>> claims = names.computeIfAbsent(kind, k -> new ArrayList<>());
    if (claims.size() < MOST_NAMES) {
      String field = kind.name().toLowerCase(java.util.Locale.ROOT);
      evidence.claim(field, ValueTypes.TEXT, value, passage).ifPresent(claims::add);
    }
  }

  private void addEmployees(String digits, Passage passage) {
    if (digits.length() > LONGEST_NUMBER || !digits.matches("\\d+")) {
      return;
    }
    int people = Integer.parseInt(digits);
    if (people > 0) {
      evidence.claim("employees", ValueTypes.INTEGER, people, passage).ifPresent(employees::add);
      evidence.claim("size", SIZE, SizeBand.of(people), passage).ifPresent(sizes::add);
    }
  }

  private void addYearsActive(String digits, Passage passage) {
    int number = Integer.parseInt(digits);
    evidence.claim("years_active", ValueTypes.INTEGER, number, passage).ifPresent(yearsActive::add);
  }

  private void addYear(String digits, Passage passage) {
    if (digits.matches("\\d{4}")) {
      Year year = Year.of(Integer.parseInt(digits));
      evidence.claim("founded", ValueTypes.YEAR, year, passage).ifPresent(years::add);
    }
  }

  private static void addEntries(
      Snapshot snapshot,
      PageText page,
      Expression entry,
      java.util.function.BiConsumer<String, Passage> add) {
    Search matcher = entry.matcher(snapshot.text());
    while (matcher.find()) {
      if (page.roleAt(matcher.start()) == PageRole.OWN) {
        add.accept(matcher.group(1), new Passage(snapshot, matcher.start(), matcher.end()));
      }
    }
  }

  Fact<Integer> employees() {
    return evidence.fact(employees);
  }

  Fact<SizeBand> size() {
    return evidence.fact(sizes);
  }

  Fact<Integer> yearsActive() {
    return evidence.fact(yearsActive);
  }

  Fact<Year> founded() {
    return evidence.fact(years);
  }

  List<Fact.Known<String>> names(CompanyFact.Kind kind) {
    return evidence.findings(names.getOrDefault(kind, List.of()));
  }
}
