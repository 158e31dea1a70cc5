package dev.prospector.agents.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.discovery.PlannedQuery.Strategy;
import dev.prospector.candidate.QueryRecord;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.context.BusinessContext.Text;
import dev.prospector.context.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanQueriesTest {

  /** What plans are made of; the rest is asked as somebody words it. */
  private static final List<Strategy> PLANNED =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Strategy.ASKED)));

  private static final BusinessContext SELLER =
      BusinessContext.builder()
          .language(Language.PT_BR)
          .text(Text.WHAT_WE_SELL, "Software de roteirização com telemetria")
          .items(Items.PRODUCTS, List.of("Trajetto Planejador - roteirização", "Trajetto Campo"))
          .items(
              Items.INDUSTRIES, List.of("transporte rodoviário de cargas", "assistência técnica"))
          .items(Items.PLACES, List.of("Brasil", "Curitiba"))
          .items(
              Items.PAINS,
              List.of("rotas montadas à mão, em planilhas", "gasto crescente com combustível"))
          .items(Items.COMPETITORS, List.of("Frotalume"))
          .build();

  private static List<PlannedQuery> plan(BusinessContext context, QueryRecord... records) {
    return PlanQueries.of(context, List.of(records)).queries();
  }

  @Test
  void allFourStrategiesComeFromTheContextsOwnWords() {
    List<PlannedQuery> queries = plan(SELLER);
    assertThat(queries).hasSizeBetween(4, 12);
    assertThat(queries).extracting(PlannedQuery::strategy).containsAll(PLANNED);
    assertThat(queries.subList(0, 4))
        .extracting(PlannedQuery::strategy)
        .containsExactlyElementsOf(PLANNED);
    assertThat(queries.get(0).text()).contains("planilhas").contains("cargas").endsWith("Brasil");
    assertThat(queries.get(0).country()).isEqualTo("BR");
    assertThat(queries).anyMatch(q -> q.place().equals("Curitiba") && q.country().isEmpty());
    assertThat(queries).allMatch(q -> !q.from().isEmpty() && q.language().equals("pt-BR"));
  }

  /** Who is found by what we sell, sells it as well. */
  @Test
  void whatWeSellIsNeverSearchedFor() {
    assertThat(plan(SELLER))
        .extracting(q -> q.text().toLowerCase(Locale.ROOT))
        .noneMatch(text -> text.contains("trajetto") || text.contains("telemetria"));
    BusinessContext product =
        SELLER.toBuilder().items(Items.PAINS, List.of("falta o Trajetto em filiais")).build();
    assertThat(plan(product)).anyMatch(q -> q.text().contains("filiais"));
  }

  @Test
  void usersOfACompetitorAreAskedFor() {
    assertThat(plan(SELLER))
        .filteredOn(q -> q.strategy() == Strategy.DISPLACEMENT)
        .allMatch(q -> q.text().contains("\"Frotalume\"") && q.from().equals("Frotalume"));
  }

  @Test
  void queriesThatWorkedComeFirstAndThoseThatFoundNothingTwiceAreLeftOut() {
    List<PlannedQuery> before = plan(SELLER);
    String worked = before.get(3).text();
    String wasted = before.get(0).text();
    List<PlannedQuery> after =
        plan(SELLER, new QueryRecord(worked, 2, 8, 5), new QueryRecord(wasted, 2, 0, 0));
    assertThat(after.get(0).text()).isEqualTo(worked);
    assertThat(after).extracting(PlannedQuery::text).doesNotContain(wasted);
    assertThat(plan(SELLER, new QueryRecord(wasted, 1, 0, 0)))
        .extracting(PlannedQuery::text)
        .contains(wasted);
  }

  @Test
  void aContextThatSaysNothingGivesNoQueryAndSaysWhatItLacks() {
    QueryPlan plan = PlanQueries.of(BusinessContext.empty(), List.of());
    assertThat(plan.queries()).isEmpty();
    assertThat(plan.missing()).contains("industries", "pains", "competitors");
  }

  @Test
  void theSameContextGivesTheSamePlanInEveryLanguage() {
    for (Language language : Language.values()) {
      BusinessContext context = SELLER.toBuilder().language(language).build();
      assertThat(plan(context)).isEqualTo(plan(context)).isNotEmpty();
    }
  }

  @Test
  void whatLedToLeadsThatFitComesBeforeWhatLedToMany() {
    List<String> usual = plan(SELLER).stream().map(PlannedQuery::text).toList();
    String many = usual.get(1);
    String fitting = usual.get(usual.size() - 1);
    QueryRecord judged =
        new QueryRecord(fitting, 2, 3, 2).withTiers(Map.of("HIGH", 1L, "NOT_QUALIFIED", 1L));
    QueryRecord accepted = new QueryRecord(many, 1, 9, 9).withTiers(Map.of("NOT_QUALIFIED", 9L));
    assertThat(plan(SELLER, accepted, judged))
        .extracting(PlannedQuery::text)
        .startsWith(fitting, many);
  }
}
