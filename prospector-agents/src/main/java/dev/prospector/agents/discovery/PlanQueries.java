package dev.prospector.agents.discovery;

import dev.prospector.agents.discovery.PlannedQuery.Strategy;
import dev.prospector.agents.relevance.Term;
import dev.prospector.agents.relevance.Terms;
import dev.prospector.candidate.QueryRecord;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes queries from the words of a business context by four strategies. What the seller sells is
 * never what is asked for, since that finds the seller's competitors.
 */
public final class PlanQueries {

  private static final int MOST = 12;
  private static final int MOST_WORDS = 6;
  private static final int WASTED = 2;

  private final BusinessContext context;
  private final String language;
  private final QueryWords words;
  private final List<Place> places;
  private final Set<String> own;

  /** A place of the context, and its country if it is one. */
  private record Place(String name, String country) {}

  private PlanQueries(BusinessContext context) {
    this.context = context;
    this.language = context.language().tag();
    this.words = QueryWords.of(context.language());
    List<Place> all =
        context.items(Items.PLACES).stream()
            .map(name -> new Place(name, CountryNames.code(name)))
            .toList();
    this.places = all.isEmpty() ? List.of(new Place("", "")) : all;
    this.own = ownWords();
  }

  /**
   * Returns the plan.
   *
   * @param records how queries did before: those that led to leads that fit come first, then those
   *     that led to accepted companies; those that found nothing twice are left out
   */
  public static QueryPlan of(BusinessContext context, List<QueryRecord> records) {
    PlanQueries plan = new PlanQueries(context);
    List<PlannedQuery> queries = plan.preferred(plan.interleaved(), records);
    return new QueryPlan(queries.stream().limit(MOST).toList(), plan.missing());
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (Items items : List.of(Items.INDUSTRIES, Items.PAINS, Items.COMPETITORS, Items.PLACES)) {
      if (context.items(items).isEmpty()) {
        missing.add(items.name().toLowerCase(Locale.ROOT));
      }
    }
    return missing;
  }

  /** One of each strategy in turn, so that a small limit tries all of them. */
  private List<PlannedQuery> interleaved() {
    List<List<PlannedQuery>> each = List.of(problems(), growth(), intents(), displacements());
    Map<String, PlannedQuery> queries = new LinkedHashMap<>();
    int longest = each.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<PlannedQuery> one : each) {
        if (i < one.size()) {
          queries.putIfAbsent(one.get(i).text(), one.get(i));
        }
      }
    }
    return List.copyOf(queries.values());
  }

  private List<PlannedQuery> problems() {
    List<PlannedQuery> queries = new ArrayList<>();
    List<String> pains = context.items(Items.PAINS);
    for (int i = 0; i < pains.size(); i++) {
      String pain = content(pains.get(i));
      String who = industry(i);
      if (!pain.isEmpty()) {
        queries.add(query((who + " " + pain).strip(), Strategy.PROBLEM, i, pains.get(i)));
      }
    }
    return queries;
  }

  private List<PlannedQuery> growth() {
    return ofIndustries(Strategy.GROWTH, words.growth());
  }

  private List<PlannedQuery> intents() {
    return ofIndustries(Strategy.INTENT, words.intent());
  }

  private List<PlannedQuery> ofIndustries(Strategy strategy, List<String> signs) {
    List<PlannedQuery> queries = new ArrayList<>();
    List<String> industries = context.items(Items.INDUSTRIES);
    for (int i = 0; i < industries.size(); i++) {
      String text = content(industries.get(i)) + " " + signs.get(i % signs.size());
      queries.add(query(text, strategy, i, industries.get(i)));
    }
    return queries;
  }

  private List<PlannedQuery> displacements() {
    List<PlannedQuery> queries = new ArrayList<>();
    List<String> competitors = context.items(Items.COMPETITORS);
    for (int i = 0; i < competitors.size(); i++) {
      String sign = words.displacement().get(i % words.displacement().size());
      String text = sign + " \"" + competitors.get(i) + "\" " + industry(i);
      queries.add(query(text.strip(), Strategy.DISPLACEMENT, i, competitors.get(i)));
    }
    return queries;
  }

  private PlannedQuery query(String text, Strategy strategy, int turn, String from) {
    Place place = places.get(turn % places.size());
    return new PlannedQuery(
        (text + " " + place.name()).strip(),
        strategy,
        language,
        place.name(),
        place.country(),
        from);
  }

  private String industry(int turn) {
    List<String> industries = context.items(Items.INDUSTRIES);
    return industries.isEmpty() ? "" : content(industries.get(turn % industries.size()));
  }

  /** Returns the words of a text that carry its meaning, as they are written there. */
  private String content(String text) {
    Set<String> content = new LinkedHashSet<>();
    for (Term term : Terms.of(text, spoken())) {
      if (!own.contains(term.stem())) {
        content.add(text.substring(term.start(), term.end()));
      }
    }
    return content.stream().limit(MOST_WORDS).collect(Collectors.joining(" "));
  }

  /** Names of products, unless customers say the word too: by them, sellers of such are found. */
  private Set<String> ownWords() {
    Set<String> stems = new LinkedHashSet<>();
    for (String product : context.items(Items.PRODUCTS)) {
      String name = product.replaceFirst("\\s[-–:].*", "");
      Terms.of(name, spoken()).forEach(term -> stems.add(term.stem()));
    }
    for (Items kept : List.of(Items.INDUSTRIES, Items.PAINS)) {
      for (String text : context.items(kept)) {
        Terms.of(text, spoken()).forEach(term -> stems.remove(term.stem()));
      }
    }
    return stems;
  }

  private dev.prospector.agents.page.Language spoken() {
    return SpokenLanguage.of(context.language());
  }

  private List<PlannedQuery> preferred(List<PlannedQuery> queries, List<QueryRecord> records) {
    Map<String, QueryRecord> byText =
        records.stream().collect(Collectors.toMap(QueryRecord::query, r -> r, (a, b) -> a));
    QueryRecord none = new QueryRecord("", 0, 0, 0);
    return queries.stream()
        .filter(q -> !isWasted(byText.getOrDefault(q.text(), none)))
        .sorted(
            Comparator.comparing(
                q -> byText.getOrDefault(q.text(), none), PlanQueries::betterFirst))
        .toList();
  }

  /** What led to leads that fit is better than what led to many. */
  private static int betterFirst(QueryRecord one, QueryRecord other) {
    int worth = Double.compare(RatedQueries.worth(other), RatedQueries.worth(one));
    return worth != 0 ? worth : Double.compare(other.yield(), one.yield());
  }

  private static boolean isWasted(QueryRecord record) {
    return record.asked() >= WASTED && record.candidates() == 0;
  }
}
