package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limits;
import dev.prospector.error.LeaseLostException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.memory.InMemoryLeadStore;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.SharedLimits;
import dev.prospector.testkit.ScriptedModel;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that cannot be reached for a moment, again and again, is nobody's business. */
@Timeout(60)
class ShakyStoreTest {

  /** Every so manieth question, whichever it is, gets no answer. */
  private static final int FAILS = 7;

  private static final RunId RUN = RunId.of("run");
  private static final Account ACCOUNT = new Account(Tenant.DEFAULT, RUN.value());

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean shaky;

  @Test
  void aRunEndsAsEverThoughEachQuestionToTheStoreMayFailOnce() throws Exception {
    RunStore runs = shaky(RunStore.class, new InMemoryRunStore(Clock.systemUTC()));
    endsAsEver(Prospector.builder().runs(runs).build());
  }

  @Test
  void aRunThatIsNotStoredEndsAsEverThoughItsJournalAndItsLeadsAreShaky() throws Exception {
    Journal journal = shaky(Journal.class, new InMemoryJournal());
    LeadStore leads = shaky(LeadStore.class, new InMemoryLeadStore());
    endsAsEver(Prospector.builder().journal(journal).leads(leads).build());
  }

  private void endsAsEver(Prospector prospector) throws InterruptedException {
    Pipeline pipeline =
        Pipeline.named("test").add(Steps.first(Steps::name), Steps.second(Steps::again)).build();
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
  void whatWasReservedForALostLeadIsGivenBackAsSoonAsTheBudgetIsThere() throws Exception {
    InMemoryBudget counters = new InMemoryBudget(Limits.unlimited(), Clock.systemUTC());
    InMemoryRunStore runs = InMemoryRunStore.settling(counters, Clock.systemUTC());
    Budget budget = awayAtFirst("release", counters);
    AtomicBoolean lost = new AtomicBoolean();
    RunStore losing =
        PortProxy.of(
            RunStore.class,
            (proxy, method, arguments) -> {
              boolean isReserved = counters.spending(ACCOUNT).reserved().leads() > 0;
              if (method.getName().equals("commit") && isReserved && !lost.getAndSet(true)) {
                runs.lapse();
                throw new LeaseLostException("somebody else has it");
              }
              return method.getName().equals("settles")
                  ? arguments[0] == budget
                  : PortProxy.invoke(runs, method, arguments);
            });
    Prospector prospector = Prospector.builder().runs(losing).budget(budget).build();
    Pipeline pipeline = Pipeline.named("test").add(Steps.first(Steps::name)).build();

    complete(prospector, pipeline, RunOptions.defaults().withId(RUN));

    assertThat(failures).hasValue(1);
    assertThat(counters.spending(ACCOUNT).reserved().leads()).isZero();
    assertThat(counters.spending(ACCOUNT).settled().leads()).isEqualTo(1);
  }

  @Test
  void anAnswerIsNotAskedForAgainBecauseItsBudgetCannotBeReached() throws Exception {
    Budget counters = Budget.unlimited();
    ScriptedModel model = new ScriptedModel().answering("once");
    Prospector prospector =
        Prospector.builder().model(model, awayAtFirst("settle", counters)).build();
    Pipeline pipeline = Pipeline.named("test").add(new Steps.Asking()).build();

    complete(prospector, pipeline, RunOptions.defaults().withId(RUN));

    assertThat(failures).hasValue(1);
    assertThat(model.requests()).hasSize(1);
    assertThat(counters.spending(ACCOUNT).reserved().calls()).isZero();
    assertThat(counters.spending(ACCOUNT).settled().calls()).isEqualTo(1);
  }

  @Test
  void aStepThatCannotBookItsTurnWaitsAndDoesNotFail() throws Exception {
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    RunStore shaken =
        PortProxy.of(
            RunStore.class,
            (proxy, method, arguments) ->
                method.getName().equals("limits")
                    ? awayAtFirst(SharedLimits.class, "turn", runs.limits())
                    : PortProxy.invoke(runs, method, arguments));
    Pipeline pipeline =
        Pipeline.named("test")
            .add(
                Steps.agent(
                    AgentSpec.writing(Steps.First.KEY).readingLead().using(Resource.PAGES),
                    Steps::name))
            .build();

    complete(
        Prospector.builder().runs(shaken).build(),
        pipeline,
        RunOptions.defaults()
            .withRetry(RetryPolicy.none())
            .withSharedRate(Resource.PAGES, 1000, Duration.ofSeconds(1)));

    assertThat(failures).hasValue(1);
  }

  @Test
  void thatARunsTimeIsOverIsToldAgainUntilTheStoreHasHeardIt() throws Exception {
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    CountDownLatch told = new CountDownLatch(1);
    RunStore away =
        PortProxy.of(
            RunStore.class,
            (proxy, method, arguments) -> {
              boolean tells =
                  method.getName().equals("steer") && arguments[2] == RunState.TIMED_OUT;
              if (tells && failures.getAndIncrement() == 0) {
                throw new PortException("store", "it cannot be reached", RetryAdvice.backOff());
              }
              Object answer = PortProxy.invoke(runs, method, arguments);
              if (tells) {
                told.countDown();
              }
              return answer;
            });
    Pipeline pipeline =
        Pipeline.named("test")
            .add(
                Steps.first(
                    input -> {
                      awaitInAnyCase(told);
                      return Steps.name(input);
                    }))
            .build();
    RunOptions options = RunOptions.defaults().withId(RUN).withRunTimeout(Duration.ofMillis(100));

    try (Run run =
        Prospector.builder()
            .runs(away)
            .build()
            .start(pipeline, Steps.leads(1).iterator(), options)) {
      assertThat(run.await().state()).isEqualTo(RunState.TIMED_OUT);
    }
  }

  @Test
  void aRunWhoseListWasLeftInAnOutageBreaksOffAndDoesNotWaitForTheRest() {
    RunStore away = awayAtFirst(RunStore.class, "accept", new InMemoryRunStore(Clock.systemUTC()));
    Pipeline pipeline = Pipeline.named("test").add(Steps.first(Steps::name)).build();
    Stream<Lead> leads = Steps.leads(1).stream().peek(lead -> Thread.currentThread().interrupt());

    try (Run run =
        Prospector.builder()
            .runs(away)
            .build()
            .start(pipeline, leads.iterator(), RunOptions.defaults())) {
      assertThatThrownBy(run::await)
          .isInstanceOf(RunException.class)
          .hasMessageContaining("interrupted");
    }
    assertThat(failures).hasValue(1);
  }

  /** As a step does that does not hear that its time is over. */
  private static void awaitInAnyCase(CountDownLatch latch) {
    boolean waits = true;
    while (waits) {
      try {
        var unused = latch.await(20, TimeUnit.SECONDS);
        waits = false;
      } catch (InterruptedException e) {
        continue;
      }
    }
  }

  private static void complete(Prospector prospector, Pipeline pipeline, RunOptions options)
      throws InterruptedException {
    try (Run run = prospector.start(pipeline, Steps.leads(1).iterator(), options)) {
      assertThat(run.results().map(LeadResult::status)).containsExactly(LeadStatus.ENRICHED);
      assertThat(run.await().state()).isEqualTo(RunState.COMPLETED);
    }
  }

  private Budget awayAtFirst(String method, Budget budget) {
    return awayAtFirst(Budget.class, method, budget);
  }

  /** A port that cannot be reached the first time that it is asked something. */
  private <T> T awayAtFirst(Class<T> port, String what, T target) {
    return PortProxy.of(
        port,
        (proxy, method, arguments) -> {
          if (method.getName().equals(what) && failures.compareAndSet(0, 1)) {
            throw new PortException("store", "it cannot be reached", RetryAdvice.backOff());
          }
          return PortProxy.invoke(target, method, arguments);
        });
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
