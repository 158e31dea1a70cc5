package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.budget.Account;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limits;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that is frozen between the intent of a call and the call, and wakes up too late. */
@Timeout(60)
class StandstillTest {

  private static final RunOptions OPTIONS = RunOptions.defaults().withId(RunId.of("run"));

  private final InMemoryBudget budget = new InMemoryBudget(Limits.unlimited(), Clock.systemUTC());
  private final InMemoryRunStore runs = InMemoryRunStore.settling(budget, Clock.systemUTC());
  private final ClockedThreads threads = new ClockedThreads();
  private final AtomicBoolean frozen = new AtomicBoolean();

  private Run start(Prospector.Builder prospector, ScriptedModel model) {
    Pipeline pipeline = Pipeline.named("test").add(new Steps.Asking()).build();
    return prospector
        .model(model, budget)
        .build()
        .start(pipeline, Steps.leads(1).iterator(), OPTIONS);
  }

  /** Does something when the first intent is written and nobody has been told yet. */
  private RunStore freezing(Runnable meanwhile) {
    return PortProxy.of(
        RunStore.class,
        (proxy, method, arguments) -> {
          if (frozen.get() && method.getName().equals("claim")) {
            return List.of(); // All of the process stands still, not only the step.
          }
          Object answer = PortProxy.invoke(runs, method, arguments);
          if (method.getName().equals("commit")
              && ((RunCommit) arguments[0]).intent().isPresent()
              && frozen.compareAndSet(false, true)) {
            meanwhile.run();
          }
          return answer;
        });
  }

  private void somebodyElseGoesOn(ScriptedModel model) {
    runs.lapse();
    try (Run run = start(Prospector.builder().runs(runs.another()), model)) {
      assertThat(run.results().toList())
          .extracting(LeadResult::status)
          .containsExactly(LeadStatus.ENRICHED);
    }
  }

  @Test
  void whoWakesUpAfterSomebodyElseHasGoneOnMakesNoCall() {
    ScriptedModel ours = new ScriptedModel().answering("late");
    ScriptedModel others = new ScriptedModel().answering("in time");
    Runnable meanwhile =
        () -> {
          somebodyElseGoesOn(others);
          threads.moveOn(Duration.ofSeconds(13));
        };

    try (Run run = start(Prospector.builder().threads(threads).runs(freezing(meanwhile)), ours)) {
      List<LeadResult> results = run.results().toList();

      assertThat(ours.requests()).isEmpty();
      assertThat(others.requests()).hasSize(1);
      assertThat(results.get(0).dossier().find(Steps.First.KEY).orElseThrow().text())
          .isEqualTo("in time");
    }
    assertThat(budget.spending(new Account(Tenant.DEFAULT, "run")).reserved().calls()).isZero();
  }

  @Test
  void whoWakesUpAndStillHasTheLeadGoesOn() {
    ScriptedModel ours = new ScriptedModel().answering("late, but ours");

    try (Run run =
        start(
            Prospector.builder()
                .threads(threads)
                .runs(freezing(() -> threads.moveOn(Duration.ofSeconds(13)))),
            ours)) {
      assertThat(run.results().toList())
          .extracting(LeadResult::status)
          .containsExactly(LeadStatus.ENRICHED);
    }
    assertThat(ours.requests()).hasSize(1);
  }
}
