package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.budget.Account;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Spending;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider did the work, and its answer never arrived, while the process lives on. */
@Timeout(60)
class UnansweredCallTest {

  private static final RunOptions OPTIONS =
      RunOptions.defaults()
          .withId(RunId.of("run"))
          .withRetry(new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(30)));
  private static final String CALL = Steps.call(0, "lead-0", "first", 1);

  /** Does all that it is asked; its first answer is lost on the way. */
  private static final class Losing extends PricedModel {
    private final boolean tells;
    private final List<String> asked = new ArrayList<>();

    Losing(Effect effect, boolean tells) {
      super("losing", effect);
      this.tells = tells;
    }

    @Override
    public Answer ask(Request request) {
      asked.add(request.idempotencyKey());
      if (asked.size() == 1) {
        throw new UnansweredException("model", "no answer in time", RetryAdvice.backOff(), null);
      }
      return saying("answer " + asked.size());
    }

    @Override
    public Optional<Answer> answered(String idempotencyKey) {
      int place = asked.indexOf(idempotencyKey);
      return tells && place >= 0 ? Optional.of(saying("answer " + (place + 1))) : Optional.empty();
    }
  }

  private InMemoryBudget budget = new InMemoryBudget(Limits.unlimited(), Clock.systemUTC());
  private InMemoryRunStore runs = InMemoryRunStore.settling(budget, Clock.systemUTC());

  private void limit(long calls) {
    Limits limits = Limits.of(Limit.calls(Limit.Period.RUN, calls));
    budget = new InMemoryBudget(limits, Clock.systemUTC());
    runs = InMemoryRunStore.settling(budget, Clock.systemUTC());
  }

  private LeadResult run(LanguageModel model) throws InterruptedException {
    return end(Prospector.builder().runs(runs).model(model, budget).build());
  }

  private static LeadResult end(Prospector prospector) throws InterruptedException {
    Pipeline pipeline = Pipeline.named("test").add(new Steps.Asking()).build();
    try (Run run = prospector.start(pipeline, Steps.leads(1).iterator(), OPTIONS)) {
      return run.results().toList().get(0);
    }
  }

  private static Optional<String> said(LeadResult result) {
    return result.dossier().find(Steps.First.KEY).map(Steps.First::text);
  }

  private Usage settled() {
    return Steps.spentOnCalls(budget);
  }

  @Test
  void itCountsInFullAndIsMadeAgainUnderItsKey() throws Exception {
    Losing model = new Losing(Effect.READ, false);

    LeadResult result = run(model);

    assertThat(model.asked).containsExactly(CALL, CALL);
    assertThat(said(result)).contains("answer 2");
    assertThat(settled()).isEqualTo(ScriptedModel.COST.plus(ScriptedModel.COST));
    assertThat(runs.journal().unsettled(Tenant.DEFAULT, "run")).isEmpty();
  }

  @Test
  void itIsMadeAgainOnlyWithinTheBudget() throws Exception {
    limit(1);
    Losing model = new Losing(Effect.IDEMPOTENT, false);

    LeadResult result = run(model);

    assertThat(model.asked).containsExactly(CALL);
    assertThat(said(result)).contains("rules");
    assertThat(settled()).isEqualTo(ScriptedModel.COST);
  }

  @Test
  void aProviderThatCanTellWhatItAnsweredIsNotAskedAgain() throws Exception {
    Losing model = new Losing(Effect.AT_MOST_ONCE, true);

    LeadResult result = run(model);

    assertThat(model.asked).containsExactly(CALL);
    assertThat(said(result)).contains("answer 1");
    assertThat(settled()).isEqualTo(ScriptedModel.COST);
  }

  @Test
  void oneThatMustNotBeMadeTwiceIsLeftToAPerson() throws Exception {
    Losing model = new Losing(Effect.AT_MOST_ONCE, false);

    LeadResult undecided = run(model);

    assertThat(undecided.status()).isEqualTo(LeadStatus.FAILED);
    assertThat(undecided.steps().get(0).reason()).contains(CALL);
    assertThat(model.asked).containsExactly(CALL);
    assertThat(settled()).isEqualTo(ScriptedModel.COST);
    assertThat(runs.journal().unsettled(Tenant.DEFAULT, "run"))
        .extracting(CallIntent::call)
        .containsExactly(CALL);

    runs.journal()
        .settle(Tenant.DEFAULT, new CallOutcome(CALL, CallOutcome.Ending.FAILED, Usage.NONE));
    runs.retryFailed(Tenant.DEFAULT, RunId.of("run"));
    assertThat(said(run(model))).contains("answer 2");
  }

  @Test
  void itCountsInARunThatEndsWithItsProcessToo() throws Exception {
    Losing model = new Losing(Effect.READ, false);

    LeadResult result = end(Prospector.builder().model(model, budget).build());

    assertThat(model.asked).containsExactly(CALL, CALL);
    assertThat(said(result)).contains("answer 2");
    assertThat(settled()).isEqualTo(ScriptedModel.COST.plus(ScriptedModel.COST));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRunThatIsCancelledLeavesNothingReserved(boolean stored) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Prospector.Builder builder = Prospector.builder().model(new Silent(asked), budget);
    Prospector prospector = stored ? builder.runs(runs).build() : builder.build();
    Pipeline pipeline = Pipeline.named("test").add(new Steps.Asking()).build();
    try (Run run = prospector.start(pipeline, Steps.leads(1).iterator(), OPTIONS)) {
      asked.await();
      run.cancel();
      run.await();
    }

    Spending spending = budget.spending(new Account(Tenant.DEFAULT, "run"));
    assertThat(spending.reserved()).isEqualTo(ScriptedModel.COST.minus(ScriptedModel.COST));
    assertThat(settled()).isEqualTo(ScriptedModel.COST);
  }

  /** Says when it is asked, and then nothing. */
  private static final class Silent extends PricedModel {
    private final CountDownLatch asked;

    Silent(CountDownLatch asked) {
      super("silent", Effect.READ);
      this.asked = asked;
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      asked.countDown();
      new CountDownLatch(1).await();
      throw new AssertionError("nobody opens this latch");
    }
  }
}
