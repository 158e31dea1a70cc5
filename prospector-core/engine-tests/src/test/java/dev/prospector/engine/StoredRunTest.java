package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.RunException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.RecordingSink;
import dev.prospector.testkit.ScriptedModel;
import dev.prospector.testkit.SettableClock;
import dev.prospector.testkit.SleeplessThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the engine promises about runs that are stored. */
@Timeout(60)
class StoredRunTest {

  private static final RunId ID = RunId.of("run");
  private static final RunOptions OPTIONS =
      RunOptions.defaults()
          .withId(ID)
          .withConcurrency(4)
          .withRetry(new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(30)));

  private final InMemoryBudget budget = new InMemoryBudget(Limits.unlimited(), Clock.systemUTC());
  private final InMemoryRunStore runs = InMemoryRunStore.settling(budget, Clock.systemUTC());
  private final AtomicInteger executed = new AtomicInteger();
  private final Pipeline pipeline =
      Pipeline.named("test").add(Steps.first(this::counted), Steps.second(Steps::again)).build();

  private Steps.First counted(dev.prospector.agent.AgentInput input) {
    executed.incrementAndGet();
    return Steps.name(input);
  }

  private Prospector.Builder prospector() {
    return Prospector.builder().runs(runs);
  }

  private List<RunEvent> events() {
    return runs.events(Tenant.DEFAULT, ID, 0, 10_000);
  }

  private void numbersHaveNoGap() {
    assertThat(events())
        .extracting(event -> event.position().number())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events().size()).boxed().toList());
  }

  private static List<LeadResult> all(Run run) {
    return run.results().toList();
  }

  @Test
  void aStoredRunGivesTheResultsOfOneThatIsNot() throws Exception {
    List<Lead> leads = Steps.leads(50);
    List<LeadResult> stored;
    try (Run run = prospector().build().start(pipeline, leads.iterator(), OPTIONS)) {
      stored = all(run);
      assertThat(run.await().state()).isEqualTo(RunState.COMPLETED);
    }
    try (Run run = Prospector.builder().build().start(pipeline, leads.iterator(), OPTIONS)) {
      List<LeadResult> passing = all(run);
      assertThat(stored).extracting(LeadResult::steps).isEqualTo(map(passing, LeadResult::steps));
      assertThat(stored)
          .extracting(r -> r.dossier().find(Steps.Second.KEY))
          .isEqualTo(map(passing, r -> r.dossier().find(Steps.Second.KEY)));
      assertThat(stored).extracting(LeadResult::index).isEqualTo(map(passing, LeadResult::index));
      assertThat(stored).extracting(LeadResult::status).containsOnly(LeadStatus.ENRICHED);
    }
    numbersHaveNoGap();
    assertThat(events()).hasSize(2 + 50 * 7).last().isInstanceOf(RunEvent.RunFinished.class);
  }

  private static <T> List<T> map(
      List<LeadResult> results, java.util.function.Function<LeadResult, T> part) {
    return results.stream().map(part).toList();
  }

  @Test
  void whoeverGoesOnWithARunDoesNothingAgainThatIsFinished() throws Exception {
    List<Lead> leads = Steps.leads(40);
    CountDownLatch reached = new CountDownLatch(1);
    Pipeline stopping =
        Pipeline.named("test")
            .add(
                Steps.first(
                    input -> {
                      if (input.lead().id().value().equals("lead-20")) {
                        reached.countDown();
                        new CountDownLatch(1).await();
                      }
                      return counted(input);
                    }),
                Steps.second(Steps::again))
            .build();
    try (Run left = prospector().build().start(stopping, leads.iterator(), OPTIONS)) {
      reached.await();
    }
    int before = executed.get();
    assertThat(runs.find(Tenant.DEFAULT, ID).orElseThrow().state()).isEqualTo(RunState.RUNNING);
    List<RunEvent> told = events();

    try (Run run = prospector().build().start(pipeline, leads.iterator(), OPTIONS)) {
      assertThat(all(run)).hasSize(40);
      assertThat(run.await().leads()).isEqualTo(new RunProgress.Leads(40, 40, 0, 0));
    }

    assertThat(before).isBetween(1, 39);
    assertThat(executed.get()).isEqualTo(40);
    numbersHaveNoGap();
    assertThat(events()).startsWith(told.toArray(RunEvent[]::new)).hasSize(2 + 40 * 7);
  }

  @Test
  void aRunThatEndedIsToldOfAgainWithoutWork() throws Exception {
    try (Run run = prospector().build().start(pipeline, Steps.leads(5).iterator(), OPTIONS)) {
      run.await();
    }
    List<RunEvent> told = events();

    try (Run run = prospector().build().resume(ID, pipeline)) {
      assertThat(all(run)).hasSize(5);
      assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    }
    assertThat(executed.get()).isEqualTo(5);
    assertThat(events()).isEqualTo(told);
  }

  @Test
  void retryFailedRunsOnlyWhatIsMissing() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    Pipeline failing =
        Pipeline.named("test")
            .add(
                Steps.first(this::counted),
                Steps.second(
                    input -> {
                      if (broken.get() && input.get(Steps.First.KEY).text().endsWith("3")) {
                        throw new PortException("test", "is down", RetryAdvice.never());
                      }
                      return Steps.again(input);
                    }))
            .build();
    try (Run run = prospector().build().start(failing, Steps.leads(5).iterator(), OPTIONS)) {
      assertThat(run.await().leads().failed()).isEqualTo(1);
      broken.set(false);

      try (Run again = run.retryFailed()) {
        assertThat(again.await().leads()).isEqualTo(new RunProgress.Leads(5, 5, 0, 0));
        assertThat(all(again)).extracting(LeadResult::status).containsOnly(LeadStatus.ENRICHED);
      }
    }
    assertThat(executed.get()).isEqualTo(5);
    numbersHaveNoGap();
  }

  @Test
  void aRunIsPausedResumedAndCancelledFromElsewhere() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Pipeline waiting =
        Pipeline.named("test")
            .add(
                Steps.first(
                    input -> {
                      running.countDown();
                      go.await();
                      return counted(input);
                    }),
                Steps.second(Steps::again))
            .build();
    RunOptions one = OPTIONS.withConcurrency(1);
    try (Run run = prospector().build().start(waiting, Steps.leads(100).iterator(), one)) {
      running.await();
      RunStore elsewhere = runs.another();
      elsewhere.steer(Tenant.DEFAULT, ID, RunState.PAUSED);
      while (run.state() != RunState.PAUSED) {
        Thread.onSpinWait();
      }
      go.countDown();
      assertThat(elsewhere.find(Tenant.DEFAULT, ID).orElseThrow().leads().ended()).isZero();

      elsewhere.steer(Tenant.DEFAULT, ID, RunState.RUNNING);
      elsewhere.steer(Tenant.DEFAULT, ID, RunState.CANCELLED);

      assertThat(run.await().state()).isEqualTo(RunState.CANCELLED);
    }
    numbersHaveNoGap();
    assertThat(events()).last().isInstanceOf(RunEvent.RunFinished.class);
  }

  @Test
  void everySinkHearsEveryEventInOrder() throws Exception {
    RecordingSink sink = new RecordingSink();
    Prospector hearing =
        prospector()
            .sink(
                event -> {
                  throw new IllegalStateException("a broken sink");
                })
            .sink(sink)
            .build();
    try (Run run = hearing.start(pipeline, Steps.leads(30).iterator(), OPTIONS)) {
      run.await();
    }
    assertThat(sink.all()).isEqualTo(events());
  }

  @Test
  void whoSaidNoIsNotWorkedOnAndNotHandedOut() throws Exception {
    SuppressionList list = new InMemorySuppressionList(new byte[32]);
    Lead refused =
        Lead.of(
            LeadId.of("refused"),
            dev.prospector.lead.Company.named("No").withWebsite("https://no.example"));
    list.add(Tenant.DEFAULT, dev.prospector.privacy.SuppressionList.Kind.DOMAIN, "no.example");
    Prospector prospector = prospector().suppression(list).build();
    try (Run run = prospector.start(pipeline, List.of(refused).iterator(), OPTIONS)) {
      assertThat(all(run))
          .singleElement()
          .satisfies(r -> assertThat(r.status()).isEqualTo(LeadStatus.SUPPRESSED))
          .satisfies(r -> assertThat(r.dossier().entries()).isEmpty());
    }
    assertThat(executed.get()).isZero();
  }

  @Test
  void aRunWhoseInputBrokeOffSaysHowToGoOn() throws Exception {
    Iterator<Lead> broken =
        new Iterator<>() {
          private final Iterator<Lead> leads = Steps.leads(300).iterator();

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Lead next() {
            if (!leads.hasNext()) {
              throw new IllegalStateException("the list is torn");
            }
            return leads.next();
          }
        };
    try (Run run = prospector().build().start(pipeline, broken, OPTIONS)) {
      assertThatThrownBy(run::await)
          .isInstanceOf(RunException.class)
          .hasMessageContaining("the list is torn");
    }
    assertThatThrownBy(() -> prospector().build().resume(ID, pipeline))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("with the same input");

    try (Run run = prospector().build().start(pipeline, Steps.leads(300).iterator(), OPTIONS)) {
      assertThat(run.await().leads().enriched()).isEqualTo(300);
    }
    assertThat(executed.get()).isEqualTo(300);
    numbersHaveNoGap();
  }

  // ---- calls of which nobody knows how they ended

  /** Answers, but the first time its caller dies while it does. */
  private final class Dying extends PricedModel {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Optional<Answer> heard = Optional.empty();
    private volatile Runnable estimating = () -> {};
    private final CountDownLatch inFlight = new CountDownLatch(1);

    Dying(Effect effect) {
      super("dying", effect);
    }

    @Override
    public Usage upperBound(Request request) {
      estimating.run();
      return super.upperBound(request);
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      if (asked.incrementAndGet() == 1) {
        inFlight.countDown();
        new CountDownLatch(1).await();
      }
      return saying("asked");
    }

    @Override
    public Optional<Answer> answered(String idempotencyKey) {
      return heard;
    }
  }

  private Dying diesInFlight(Effect effect) throws Exception {
    Dying model = new Dying(effect);
    Prospector prospector = prospector().model(model, budget).build();
    try (Run run = prospector.start(asking(), Steps.leads(1).iterator(), OPTIONS)) {
      model.inFlight.await();
    }
    assertThat(runs.journal().unsettled(Tenant.DEFAULT, "run")).hasSize(1);
    return model;
  }

  private static Pipeline asking() {
    return Pipeline.named("test").add(new Steps.Asking()).build();
  }

  /** Starts it again rather than resuming it: the one that died may not have had its whole list. */
  private LeadResult goOn(Dying model) throws Exception {
    Prospector prospector = prospector().model(model, budget).build();
    try (Run run = prospector.start(asking(), Steps.leads(1).iterator(), OPTIONS)) {
      return all(run).get(0);
    }
  }

  private Usage spent() {
    return Steps.spentOnCalls(budget);
  }

  @Test
  void aReadOfUnknownOutcomeIsRepeatedAndCountsInFull() throws Exception {
    Dying model = diesInFlight(Effect.READ);

    assertThat(goOn(model).dossier().find(Steps.First.KEY)).contains(new Steps.First("asked", 1));
    assertThat(model.asked.get()).isEqualTo(2);
    assertThat(spent()).isEqualTo(ScriptedModel.COST.plus(ScriptedModel.COST));
    assertThat(runs.journal().unsettled(Tenant.DEFAULT, "run")).isEmpty();
  }

  /** Whoever comes next must find it open, whatever is written for the lead in between. */
  @Test
  void aCallOfUnknownOutcomeStaysOpenUntilItIsIntendedAnew() throws Exception {
    Dying model = diesInFlight(Effect.READ);
    CountDownLatch estimated = new CountDownLatch(1);
    AtomicInteger open = new AtomicInteger();
    model.estimating =
        () -> {
          estimated.countDown();
          while (!isWritten("third")) {
            Thread.onSpinWait();
          }
          open.set(runs.journal().unsettled(Tenant.DEFAULT, "run").size());
        };
    Agent<Steps.Third> beside =
        Steps.agent(
            AgentSpec.writing(Steps.Third.KEY).readingLead(),
            input -> {
              estimated.await();
              return new Steps.Third("beside");
            });
    Pipeline pipeline = Pipeline.named("test").add(new Steps.Asking()).add(beside).build();
    Prospector prospector = prospector().model(model, budget).build();
    try (Run run = prospector.start(pipeline, Steps.leads(1).iterator(), OPTIONS)) {
      assertThat(run.await().leads().enriched()).isEqualTo(1);
    }

    assertThat(open.get()).isEqualTo(1);
    assertThat(spent()).isEqualTo(ScriptedModel.COST.plus(ScriptedModel.COST));
  }

  private boolean isWritten(String step) {
    return runs.events(Tenant.DEFAULT, ID, 0, 100).stream()
        .anyMatch(event -> event instanceof RunEvent.StepCompleted e && e.step().equals(step));
  }

  @Test
  void aProviderThatCanTellIsAskedRatherThanPaidAgain() throws Exception {
    Dying model = diesInFlight(Effect.IDEMPOTENT);
    model.heard =
        Optional.of(
            new LanguageModel.Answer(
                "heard", LanguageModel.Answer.Ending.COMPLETE, ScriptedModel.COST, "dying"));

    assertThat(goOn(model).dossier().find(Steps.First.KEY)).contains(new Steps.First("heard", 1));
    assertThat(model.asked.get()).isEqualTo(1);
    assertThat(spent()).isEqualTo(ScriptedModel.COST);
  }

  @Test
  void aCallThatMustNotBeMadeTwiceWaitsForAPerson() throws Exception {
    Dying model = diesInFlight(Effect.AT_MOST_ONCE);

    LeadResult undecided = goOn(model);

    assertThat(undecided.status()).isEqualTo(LeadStatus.FAILED);
    assertThat(undecided.failure())
        .map(StepResult::reason)
        .get()
        .asString()
        .contains(Steps.call(0, "lead-0", "first", 1));
    assertThat(model.asked.get()).isEqualTo(1);

    runs.journal()
        .settle(
            Tenant.DEFAULT,
            new CallOutcome(
                Steps.call(0, "lead-0", "first", 1), CallOutcome.Ending.FAILED, Usage.NONE));
    runs.retryFailed(Tenant.DEFAULT, ID);

    assertThat(goOn(model).status()).isEqualTo(LeadStatus.ENRICHED);
    assertThat(model.asked.get()).isEqualTo(2);
  }

  @Test
  void aSharedLimitHoldsForAllProcessesTogether() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Pipeline limited =
        Pipeline.named("test")
            .add(
                Steps.agent(
                    AgentSpec.writing(Steps.First.KEY).readingLead().using(Resource.PAGES),
                    input -> {
                      most.accumulateAndGet(running.incrementAndGet(), Math::max);
                      Thread.sleep(1);
                      running.decrementAndGet();
                      return counted(input);
                    }))
            .build();
    RunOptions shared = OPTIONS.withConcurrency(8).withSharedLimit(Resource.PAGES, 3);
    Prospector elsewhere = Prospector.builder().runs(runs.another()).build();
    List<Lead> others = Steps.leads(120).subList(60, 120);
    try (Run one = prospector().build().start(limited, Steps.leads(60).iterator(), shared);
        Run two = elsewhere.start(limited, others.iterator(), shared.withId(RunId.of("other")))) {
      assertThat(one.await().leads().enriched()).isEqualTo(60);
      assertThat(two.await().leads().enriched()).isEqualTo(60);
    }
    assertThat(executed.get()).isEqualTo(120);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void whatIsResumedObeysTheSharedRate() throws Exception {
    SettableClock clock = new SettableClock(Instant.EPOCH);
    InMemoryRunStore timed = new InMemoryRunStore(clock);
    List<Instant> begun = new CopyOnWriteArrayList<>();
    Pipeline reading =
        Pipeline.named("test")
            .add(
                Steps.agent(
                    AgentSpec.writing(Steps.First.KEY).readingLead().using(Resource.PAGES),
                    input -> {
                      begun.add(clock.instant());
                      return Steps.name(input);
                    }))
            .build();
    RunOptions paced =
        OPTIONS.withConcurrency(1).withSharedRate(Resource.PAGES, 6, Duration.ofMinutes(1));
    for (int i = 0; i < 3; i++) {
      timed.open(Tenant.DEFAULT, RunId.of("run-" + i), "test", Map.of());
      timed.accept(Tenant.DEFAULT, RunId.of("run-" + i), 0, List.of(Steps.lead("lead-" + i)));
      timed.complete(Tenant.DEFAULT, RunId.of("run-" + i));
    }
    Prospector prospector =
        Prospector.builder()
            .runs(timed)
            .clock(clock)
            .threads(new SleeplessThreads(clock::advance))
            .build();
    for (int i = 0; i < 3; i++) {
      try (Run run = prospector.resume(RunId.of("run-" + i), reading, paced)) {
        run.await();
      }
    }
    assertThat(begun)
        .containsExactly(
            Instant.EPOCH, Instant.EPOCH.plusSeconds(10), Instant.EPOCH.plusSeconds(20));
  }

  @Test
  void notesAreFoundAgainWithTheRun() throws Exception {
    RunOptions noted = OPTIONS.withNotes(Map.of("list", "leads.csv"));
    try (Run run = prospector().build().start(pipeline, Steps.leads(1).iterator(), noted)) {
      run.await();
    }
    assertThat(runs.list(Tenant.DEFAULT, Optional.empty(), 10))
        .singleElement()
        .satisfies(run -> assertThat(run.notes()).containsEntry("list", "leads.csv"));
    assertThat(new ArrayList<>(events())).hasSize(9);
  }

  @Test
  void whatIsNowForAgentsCanBeGivenAndElseIsWhenTheRunBegan() throws Exception {
    List<Instant> told = new CopyOnWriteArrayList<>();
    Pipeline asking =
        Pipeline.named("test")
            .add(
                Steps.agent(
                    AgentSpec.writing(Steps.First.KEY).readingLead().readingDate(),
                    input -> {
                      told.add(input.asOf());
                      return new Steps.First("told", 1);
                    }))
            .build();
    Instant given = Instant.parse("2020-02-02T00:00:00Z");
    RunOptions options = OPTIONS.withAsOf(given);
    try (Run run = prospector().build().start(asking, Steps.leads(1).iterator(), options)) {
      run.await();
    }
    RunOptions other = OPTIONS.withId(RunId.of("other"));
    List<Lead> second = Steps.leads(2).subList(1, 2);
    try (Run run = prospector().build().start(asking, second.iterator(), other)) {
      run.await();
    }
    Instant began = runs.find(Tenant.DEFAULT, RunId.of("other")).orElseThrow().times().started();
    assertThat(told).containsExactly(given, began.truncatedTo(ChronoUnit.DAYS));
  }

  @Test
  void anotherListUnderTheIdOfARunIsRefusedNamingBoth() throws Exception {
    try (Run run = prospector().build().start(pipeline, Steps.leads(20).iterator(), OPTIONS)) {
      run.await();
    }
    List<Lead> others = new ArrayList<>(Steps.leads(20));
    others.set(3, Steps.lead("somebody-else"));
    for (List<Lead> list : List.of(others, Steps.leads(5), List.<Lead>of())) {
      assertThatThrownBy(() -> prospector().build().start(pipeline, list.iterator(), OPTIONS))
          .isInstanceOf(RunException.class)
          .hasMessageContaining("run '" + ID + "' was begun with another list");
    }
    assertThatThrownBy(() -> prospector().build().start(pipeline, others.iterator(), OPTIONS))
        .hasMessageContaining("lead-3")
        .hasMessageContaining("somebody-else");
    try (Run same = prospector().build().start(pipeline, Steps.leads(20).iterator(), OPTIONS)) {
      assertThat(all(same)).hasSize(20);
    }
  }

  @Test
  void aRunWhoseInputWasNotAcceptedToItsEndGoesOnWithTheSameListOnly() throws Exception {
    runs.open(Tenant.DEFAULT, ID, "test", Map.of(), dev.prospector.store.RunTerms.DEFAULTS);
    runs.accept(Tenant.DEFAULT, ID, 0, Steps.leads(2));
    List<Lead> others = List.of(Steps.lead("lead-0"), Steps.lead("x"), Steps.lead("lead-2"));
    Pipeline test = Pipeline.named("test").add(Steps.first(Steps::name)).build();

    assertThatThrownBy(() -> prospector().build().start(test, others.iterator(), OPTIONS))
        .isInstanceOf(RunException.class);
    try (Run same = prospector().build().start(test, Steps.leads(40).iterator(), OPTIONS)) {
      assertThat(all(same)).hasSize(40);
    }
  }

  @Test
  void eachResultIsHandedOutOnceAlsoWhereLeadsWereRemovedSince() throws Exception {
    List<Lead> leads = Steps.leads(200);
    try (Run run = prospector().build().start(pipeline, leads.iterator(), OPTIONS)) {
      run.await();
    }
    runs.leads().remove(Tenant.DEFAULT, leads.get(1).id());
    runs.leads().remove(Tenant.DEFAULT, leads.get(70).id());
    try (Run run = prospector().build().resume(ID, pipeline)) {
      List<Long> expected = new ArrayList<>(LongStream.range(0, 200).boxed().toList());
      expected.removeAll(List.of(1L, 70L));
      assertThat(all(run)).extracting(LeadResult::index).isEqualTo(expected);
    }
  }
}
