package dev.prospector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.budget.Budget;
import dev.prospector.error.LeaseLostException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.LeadResult;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.pipeline.Run;
import dev.prospector.pipeline.RunOptions;
import dev.prospector.port.Journal;
import dev.prospector.port.LeadStore;
import dev.prospector.port.RunCommit;
import dev.prospector.port.RunStore;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that cannot be reached for a moment, again and again, is nobody's business. */
@Timeout(60)
class ShakyStoreTest {

  /** Every so manieth question, whichever it is, gets no answer. */
  private static final int FAILS = 7;

  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean shaky;

  @Test
  void aRunEndsAsEverThoughEachQuestionToTheStoreMayFailOnce() throws Exception {
    RunStore runs = shaky(RunStore.class, new InMemoryRunStore(Clock.systemUTC()));
    Pipeline pipeline =
        Pipeline.named("test").add(Steps.first(Steps::name), Steps.second(Steps::again)).build();
    Prospector prospector = Prospector.builder().runs(runs).build();
    RunOptions options = RunOptions.defaults().withConcurrency(4);
    try (Run run = prospector.start(pipeline, Steps.leads(100).iterator(), options)) {
      shaky = true;
      List<LeadResult> results = run.results().toList();
      shaky = false;
      assertThat(results)
          .hasSize(100)
          .extracting(LeadResult::status)
          .containsOnly(LeadStatus.ENRICHED);
      assertThat(run.await().state()).isEqualTo(RunState.COMPLETED);
    }
    assertThat(asked.get()).as("questions").isGreaterThan(100 * FAILS / 2);
  }

  /** As for a process that stood still between its last step and the end of the lead. */
  @Test
  void aLeaseThatIsLostJustBeforeTheLeadEndsDoesNotEndTheRun() throws Exception {
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    AtomicBoolean lost = new AtomicBoolean();
    RunStore losing =
        PortProxy.of(
            RunStore.class,
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")
                  && ((RunCommit) arguments[0]).ending().isPresent()
                  && lost.compareAndSet(false, true)) {
                runs.lapse();
                throw new LeaseLostException("somebody else has it");
              }
              return PortProxy.invoke(runs, method, arguments);
            });
    Prospector prospector = Prospector.builder().runs(losing).build();
    Pipeline pipeline = Pipeline.named("test").add(Steps.first(Steps::name)).build();
    try (Run run = prospector.start(pipeline, Steps.leads(3).iterator(), RunOptions.defaults())) {
      assertThat(run.await().state()).isEqualTo(RunState.COMPLETED);
      assertThat(run.results().toList()).hasSize(3);
    }
    assertThat(lost).isTrue();
  }

  @Test
  void aLeadThatIsLostWhileItsBudgetCannotBeReachedDoesNotEndTheRun() throws Exception {
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    AtomicBoolean lost = new AtomicBoolean();
    RunStore losing =
        PortProxy.of(
            RunStore.class,
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit") && lost.compareAndSet(false, true)) {
                runs.lapse();
              }
              return PortProxy.invoke(runs, method, arguments);
            });
    Budget counters = Budget.unlimited();
    Budget unreachable =
        PortProxy.of(
            Budget.class,
            (proxy, method, arguments) -> {
              if (method.getName().equals("release")) {
                throw new PortException("budget", "it cannot be reached", RetryAdvice.backOff());
              }
              return PortProxy.invoke(counters, method, arguments);
            });
    Prospector prospector = Prospector.builder().runs(losing).budget(unreachable).build();
    Pipeline pipeline = Pipeline.named("test").add(Steps.first(Steps::name)).build();
    try (Run run = prospector.start(pipeline, Steps.leads(1).iterator(), RunOptions.defaults())) {
      assertThat(run.await().state()).isEqualTo(RunState.COMPLETED);
      assertThat(run.progress().leads().enriched()).isEqualTo(1);
    }
    assertThat(lost).isTrue();
  }

  private <T> T shaky(Class<T> port, T store) {
    return PortProxy.of(port, (proxy, method, arguments) -> answer(store, method, arguments));
  }

  private Object answer(Object store, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("journal")) {
      return shaky(Journal.class, ((RunStore) store).journal());
    }
    if (method.getName().equals("leads")) {
      return shaky(LeadStore.class, ((RunStore) store).leads());
    }
    boolean asks = !method.getName().equals("limits") && !method.getName().equals("settles");
    if (shaky && asks && asked.incrementAndGet() % FAILS == 0) {
      throw new PortException("store", "it cannot be reached", RetryAdvice.backOff());
    }
    return PortProxy.invoke(store, method, arguments);
  }
}
