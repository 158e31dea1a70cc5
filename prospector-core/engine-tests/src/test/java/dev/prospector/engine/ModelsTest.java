package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Provenance;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.model.Role;
import dev.prospector.money.Money;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.RecordingSink;
import dev.prospector.testkit.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which model answers, and what is spent on it. */
@Timeout(60)
class ModelsTest {

  private static final RunOptions OPTIONS =
      RunOptions.defaults().withRetry(new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(30)));

  private final RecordingSink events = new RecordingSink();

  private LeadResult run(Models models, Budget budget, RunOptions options)
      throws InterruptedException {
    return runs(models, budget, options, 1).get(0);
  }

  private List<LeadResult> runs(Models models, Budget budget, RunOptions options, int leads)
      throws InterruptedException {
    Prospector prospector = Prospector.builder().models(models, budget).sink(events).build();
    Pipeline pipeline = Pipeline.named("test").add(new Steps.Asking()).build();
    try (Run run = prospector.start(pipeline, Steps.leads(leads).iterator(), options)) {
      List<LeadResult> results = run.results().toList();
      run.await();
      state = run.state();
      return results;
    }
  }

  private RunState state = RunState.RUNNING;

  private static Provenance provenance(LeadResult result) {
    return result.dossier().entry(Steps.First.KEY).orElseThrow().provenance();
  }

  /** Says its name, or fails as it is told to. */
  private static final class Named extends PricedModel {
    private final RuntimeException failure;
    private final AtomicInteger asked = new AtomicInteger();

    Named(String name, RuntimeException failure) {
      super(name, Effect.READ);
      this.failure = failure;
    }

    @Override
    public Answer ask(Request request) {
      asked.incrementAndGet();
      if (failure instanceof PortException) {
        throw failure;
      }
      return saying(name());
    }
  }

  private static Named fine(String name) {
    return new Named(name, new IllegalStateException("unused"));
  }

  private static Named failing(String name, RetryAdvice advice) {
    return new Named(name, new PortException(name, "down", advice));
  }

  @Test
  void theNextModelAnswersWhereTheFirstCannotAndProvenanceNamesIt() throws Exception {
    Named first = failing("first", RetryAdvice.never());
    LeadResult result = run(Models.of(first, fine("second")), Budget.unlimited(), OPTIONS);

    assertThat(result.dossier().find(Steps.First.KEY)).contains(new Steps.First("second", 1));
    assertThat(provenance(result).model()).isEqualTo("second");
    assertThat(provenance(result).prompt()).startsWith("first@");
    assertThat(first.asked).hasValue(1);
    assertThat(events.of(RunEvent.CallSettled.class))
        .extracting(e -> e.which().model() + " " + e.ending())
        .containsExactly("first FAILED", "second COMPLETE");
  }

  @Test
  void whatCanPassIsTriedAsOftenAsAllowedBeforeTheNextModel() throws Exception {
    Named first = failing("first", RetryAdvice.backOff());
    run(Models.of(first, fine("second")), Budget.unlimited(), OPTIONS);
    assertThat(first.asked).hasValue(3);
  }

  @Test
  void aCallThatIsNotHeardIsMadeTwiceAtMost() throws Exception {
    Named silent =
        new Named("silent", new UnansweredException("m", "late", RetryAdvice.backOff(), null));
    LeadResult result = run(Models.of(silent), Budget.unlimited(), OPTIONS);

    assertThat(silent.asked).hasValue(2);
    assertThat(provenance(result).note()).contains("rules in the model's place");
    assertThat(provenance(result).model()).isEmpty();
  }

  /** Any text may be a lead's id; a key has to stand in a header, and tells nobody who it is. */
  @Test
  void aCallsKeyIsFitForAHeaderAndDoesNotTellTheLead() {
    ScriptedModel model = new ScriptedModel().answering("one").answering("two");
    Prospector prospector = Prospector.builder().model(model, Budget.unlimited()).build();
    Pipeline pipeline = Pipeline.named("test").add(new Steps.Asking()).build();
    List<Lead> leads =
        List.of(
            Lead.of(LeadId.of("山田商店"), Company.named("One")),
            Lead.of(LeadId.of("Müller & Söhne"), Company.named("Two")));
    try (Run run = prospector.start(pipeline, leads.iterator(), OPTIONS)) {
      assertThat(run.results().toList()).hasSize(2);
    }
    assertThat(model.requests())
        .extracting(LanguageModel.Request::idempotencyKey)
        .doesNotHaveDuplicates()
        .allSatisfy(key -> assertThat(key).matches("[!-~]+").doesNotContain("ller", "hne"));
  }

  @Test
  void aRefusalSkipsTheTriesAndAsksTheNextModel() throws Exception {
    ScriptedModel refusing = new ScriptedModel().refusing();
    LeadResult result = run(Models.of(refusing, fine("second")), Budget.unlimited(), OPTIONS);
    assertThat(refusing.requests()).hasSize(1);
    assertThat(provenance(result).model()).isEqualTo("second");
  }

  @Test
  void anAnswerThatWasCutIsAskedForAtTwiceTheLength() throws Exception {
    ScriptedModel model = new ScriptedModel().truncated("hal").answering("whole");
    LeadResult result = run(Models.of(model), Budget.unlimited(), OPTIONS);
    assertThat(result.dossier().find(Steps.First.KEY)).contains(new Steps.First("whole", 1));
    assertThat(model.requests().get(1).longestAnswer())
        .isEqualTo(2 * model.requests().get(0).longestAnswer());
  }

  @Test
  void aRoleAndAnAgentHaveModelsOfTheirOwn() {
    LanguageModel all = fine("all");
    LanguageModel writer = fine("writer");
    LanguageModel own = fine("own");
    Models models = Models.of(all).withRole(Role.WRITE, writer).withAgent("message", own);
    assertThat(models.chain("x", Role.EXTRACT)).containsExactly(all);
    assertThat(models.chain("x", Role.WRITE)).containsExactly(writer);
    assertThat(models.chain("message", Role.WRITE)).containsExactly(own);
  }

  @Test
  void aLimitInAnotherCurrencyOrBesideAModelWithoutAPriceIsRefusedAtOnce() {
    Budget euros =
        new InMemoryBudget(
            Limits.of(Limit.money(Limit.Period.RUN, Money.of("5", "EUR"))), Clock.systemUTC());
    assertThatThrownBy(() -> Prospector.builder().model(fine("m"), euros).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("USD")
        .hasMessageContaining("EUR");
    LanguageModel unpriced =
        new PricedModel("unpriced", Effect.READ) {
          @Override
          public Usage upperBound(Request request) {
            return new Usage(null, 10, 1);
          }

          @Override
          public Answer ask(Request request) {
            return saying("x");
          }
        };
    assertThatThrownBy(() -> Prospector.builder().model(unpriced, euros).build())
        .hasMessageContaining("no price")
        .hasMessageContaining("limit tokens or calls");
  }

  @Test
  void aLeadDoesNotCostMoreThanItsLimit() throws Exception {
    RunOptions options = OPTIONS.withMostPerLead(Money.of("0.015", "USD"));
    ScriptedModel model = new ScriptedModel().truncated("ha").answering("whole");
    LeadResult result = run(Models.of(model), Budget.unlimited(), options);

    assertThat(model.requests()).hasSize(1);
    assertThat(provenance(result).note()).contains("money per lead");
    assertThat(
            run(
                Models.of(fine("m")),
                Budget.unlimited(),
                OPTIONS.withMostPerLead(Money.of("0.01", "USD"))))
        .satisfies(r -> assertThat(provenance(r).model()).isEqualTo("m"));
  }

  @Test
  void aRunThatIsToStopWhenItsBudgetIsSpentTakesNoNewLead() throws Exception {
    Budget one = new InMemoryBudget(Limits.of(Limit.calls(Limit.Period.RUN, 1)), Clock.systemUTC());
    RunOptions options = OPTIONS.withConcurrency(1).withWhenSpent(RunOptions.WhenSpent.STOP);
    List<LeadResult> results = runs(Models.of(fine("m")), one, options, 50);
    assertThat(results.size()).isLessThan(50);
    assertThat(state).isEqualTo(RunState.STOPPED);
  }
}
