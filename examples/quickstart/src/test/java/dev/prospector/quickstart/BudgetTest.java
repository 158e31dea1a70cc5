package dev.prospector.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.store.Store;
import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.agents.Pipelines;
import dev.prospector.budget.Account;
import dev.prospector.budget.Forecast;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Spending;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Author;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.model.LanguageModel;
import dev.prospector.money.Money;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual shows of budgets, done. */
class BudgetTest {

  private final Path data = BundledData.FOLDER;
  @TempDir private Path folder;

  /** Copies the first line of what it is given, for a hundredth of a cent a character. */
  private static final class FirstLine implements LanguageModel {
    @Override
    public String name() {
      return "first-line";
    }

    @Override
    public Usage upperBound(Request request) {
      return cost(request.materialText().length() + request.longestAnswer());
    }

    @Override
    public Answer ask(Request request) {
      String line = request.materialText().strip().lines().findFirst().orElse("");
      Usage cost = cost(request.materialText().length() + line.length());
      return new Answer(line, Answer.Ending.COMPLETE, cost, name());
    }

    private static Usage cost(int letters) {
      return Usage.ofCall(Money.of(letters + "E-4", "EUR"), letters);
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }
  }

  @Test
  void aRunIsForeseenAndStaysWithinItsLimits() {
    LanguageModel model = new FirstLine();
    Pipeline pipeline = Pipelines.standard().toBuilder("slogans").add(new SloganAgent()).build();
    StoreOptions known = StoreOptions.defaults().withPipeline(pipeline);
    try (Store store = Store.open("sqlite:" + folder.resolve("budget.db"), known)) {
      // region limits
      Limits limits =
          Limits.of(
              Limit.money(Limit.Period.MONTH, Money.of("200.00", "EUR")),
              Limit.tokens(Limit.Period.RUN, 5_000_000),
              Limit.leads(Limit.Period.DAY, 3));
      Prospector prospector =
          Prospector.builder()
              .businessContext(BusinessContexts.read(data.resolve("context.yaml")))
              .pages(PageArchive.open(data.resolve("pages")))
              .runs(store.runs())
              .model(model, store.budget(limits))
              .build();
      // endregion
      // region forecast
      Forecast forecast = prospector.forecast(pipeline, 1_000);
      System.out.println(forecast);
      // endregion
      assertThat(forecast)
          .hasToString("1000 leads: 0 to 6000 calls, 0 to 151300000 tokens, 0 EUR to 15130 EUR");

      RunOptions options = RunOptions.defaults().withId(RunId.of("autumn"));
      try (Run run =
          prospector.start(pipeline, BundledData.leads().subList(0, 5).iterator(), options)) {
        List<LeadResult> results = run.results().toList();
        check(results);
      }
      // region spending
      Spending spending = store.budget(limits).spending(new Account(Tenant.DEFAULT, "autumn"));
      System.out.println(spending.settled().money() + " for " + spending.settled().leads());
      // endregion
      assertThat(spending.settled().leads()).isEqualTo(3);
      // Three agents ask for each of three leads, and each asks once more at most.
      assertThat(spending.settled().calls()).isBetween(1L, 18L);
    }
  }

  private static void check(List<LeadResult> results) {
    List<LeadResult> worked =
        results.stream().filter(r -> r.status() == LeadStatus.ENRICHED).toList();
    assertThat(worked).hasSize(3);
    assertThat(results).filteredOn(r -> r.status() == LeadStatus.FAILED).hasSize(2);
    assertThat(worked)
        .anySatisfy(
            result -> {
              assertThat(result.dossier().entry(Slogan.KEY).orElseThrow().provenance().author())
                  .isEqualTo(Author.MODEL);
              assertThat(result.dossier().find(Slogan.KEY).orElseThrow().sentence().claims())
                  .hasSize(1);
            });
  }
}
