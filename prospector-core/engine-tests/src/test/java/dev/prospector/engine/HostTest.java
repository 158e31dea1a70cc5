package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentSpec;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.RunException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Health;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.FixedPages;
import dev.prospector.testkit.FixedRegistry;
import dev.prospector.testkit.FixedSearch;
import dev.prospector.testkit.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a host needs of a Prospector that lives as long as it does. */
@Timeout(60)
class HostTest {

  private static final RunId ID = RunId.of("run");
  private static final RunOptions OPTIONS = RunOptions.defaults().withId(ID);

  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger firsts = new AtomicInteger();
  private final AtomicInteger seconds = new AtomicInteger();

  private Pipeline held() {
    return Pipeline.named("held")
        .add(
            Steps.first(
                input -> {
                  firsts.incrementAndGet();
                  began.countDown();
                  goOn.await();
                  return Steps.name(input);
                }),
            Steps.second(
                input -> {
                  seconds.incrementAndGet();
                  return Steps.again(input);
                }))
        .build();
  }

  /** Closes while a step runs, and lets the step go on as soon as it was told to leave. */
  private void closeWhileAStepRuns(Prospector prospector, Run run) throws Exception {
    began.await();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(prospector::close);
    while (!refusesRuns(prospector)) {
      Thread.onSpinWait();
    }
    assertThat(closed).isNotDone();
    assertThat(run.state().isEnded()).isFalse();
    goOn.countDown();
    closed.get();
  }

  private static boolean refusesRuns(Prospector prospector) {
    try {
      prospector.start(Pipeline.named("none").add(Steps.first(Steps::name)).build(), List.of());
      return false;
    } catch (RunException e) {
      return e.getMessage().contains("closed");
    }
  }

  @Test
  void closeLetsStepsInFlightEndAndGivesTheirLeadsBack() throws Exception {
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    Prospector prospector = Prospector.builder().runs(runs).build();
    Run run = prospector.start(held(), Steps.leads(1).iterator(), OPTIONS);
    while (!runs.find(Tenant.DEFAULT, ID).orElseThrow().leads().complete()) {
      Thread.onSpinWait();
    }
    closeWhileAStepRuns(prospector, run);

    assertThat(firsts).hasValue(1);
    assertThat(seconds).hasValue(0);
    assertThat(runs.find(Tenant.DEFAULT, ID).orElseThrow().state()).isEqualTo(RunState.RUNNING);
    // Nobody has to wait for the end of a lease, and the step is not executed again.
    try (Prospector next = Prospector.builder().runs(runs.another()).build();
        Run resumed = next.resume(ID, held())) {
      assertThat(resumed.await().leads().enriched()).isEqualTo(1);
    }
    assertThat(firsts).hasValue(1);
    assertThat(seconds).hasValue(1);
  }

  @Test
  void closeStopsRunsThatAreNotStored() throws Exception {
    Prospector prospector = Prospector.builder().build();
    Run run = prospector.start(held(), Steps.leads(1));
    closeWhileAStepRuns(prospector, run);

    assertThat(run.state()).isEqualTo(RunState.STOPPED);
    assertThat(run.results().toList()).allMatch(r -> r.status() == LeadStatus.SKIPPED);
    assertThat(firsts).hasValue(1);
    assertThat(seconds).hasValue(0);
  }

  @Test
  void closeDoesNotWaitLongerThanItIsToldTo() throws Exception {
    Prospector prospector = Prospector.builder().build();
    Run run = prospector.start(held(), Steps.leads(1));
    began.await();
    prospector.close(Duration.ofMillis(50));

    assertThat(run.state().isEnded()).isTrue();
    assertThatCode(prospector::close).doesNotThrowAnyException();
  }

  @Test
  void activeRunsAreKnownUntilTheyEnd() throws Exception {
    try (Prospector prospector = Prospector.builder().build()) {
      Run run = prospector.start(held(), Steps.leads(1));
      began.await();
      assertThat(prospector.active()).containsExactly(run);

      goOn.countDown();
      run.await();
      assertThat(prospector.active()).isEmpty();
    }
  }

  @Test
  void theOptionsOfTheBuilderHoldWhereNoneAreGiven() throws Exception {
    goOn.countDown();
    Tenant tenant = new Tenant("acme");
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    try (Prospector prospector =
        Prospector.builder()
            .runs(runs)
            .options(RunOptions.defaults().withTenant(tenant))
            .ids(() -> ID)
            .build()) {
      prospector.start(held(), Steps.leads(2)).await();
      assertThat(prospector.resume(ID, held()).results()).hasSize(2);
    }
    assertThat(runs.find(tenant, ID)).isPresent();
  }

  @Test
  void healthSaysWhatCannotBeReached() {
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    RunStore away =
        PortProxy.of(
            RunStore.class,
            (proxy, method, arguments) -> {
              if (method.getName().equals("check")) {
                throw new PortException("store", "it is away", RetryAdvice.backOff());
              }
              return PortProxy.invoke(runs, method, arguments);
            });

    assertThat(Prospector.builder().build().health().parts())
        .extracting(Health.Part::state)
        .containsExactly(Health.State.NOT_CONFIGURED, Health.State.NOT_CONFIGURED);
    assertThat(Prospector.builder().runs(runs).build().health().isUp()).isTrue();
    Health down = Prospector.builder().runs(away).build().health();
    assertThat(down.isUp()).isFalse();
    assertThat(down.parts().get(0).detail()).contains("it is away");
  }

  @Test
  void twoLimitsThatCannotBothHoldAreRefusedByName() {
    Budget one = ten();
    Budget other = ten();
    Prospector.Builder builder = Prospector.builder().budget(one).model(model(), other);

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("budget(...)")
        .hasMessageContaining("model(..., limit)");
    assertThatCode(() -> Prospector.builder().model(model(), one).budget(one).build())
        .doesNotThrowAnyException();
  }

  private static Budget ten() {
    return new InMemoryBudget(Limits.of(Limit.calls(Limit.Period.RUN, 10)), Clock.systemUTC());
  }

  private static ScriptedModel model() {
    return new ScriptedModel();
  }

  @Test
  void aJournalBesideThatOfTheRunsIsRefused() {
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    assertThatThrownBy(() -> Prospector.builder().runs(runs).journal(new InMemoryJournal()).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("journal");
  }

  @Test
  void noPortIsIgnoredInSilence() {
    Pipeline idle =
        Pipeline.named("idle")
            .add(
                Steps.agent(
                    AgentSpec.writing(Steps.First.KEY), input -> new Steps.First("nothing", 1)))
            .build();
    Prospector all =
        Prospector.builder()
            .model(model(), Budget.unlimited())
            .pages(FixedPages.none())
            .registry(FixedRegistry.empty())
            .search(FixedSearch.of())
            .businessContext(context())
            .build();

    assertThat(all.unused(idle))
        .hasSize(5)
        .anyMatch(sentence -> sentence.startsWith("a search is set"))
        .allMatch(sentence -> sentence.contains("no agent of pipeline 'idle'"));
    assertThat(all.unused(Pipeline.named("asking").add(new Steps.Asking()).build()))
        .noneMatch(sentence -> sentence.contains("model"));
    assertThat(Prospector.builder().build().unused(idle)).isEmpty();
  }

  private static BusinessContext context() {
    return BusinessContext.builder().text(BusinessContext.Text.WHAT_WE_SELL, "tyres").build();
  }

  @Test
  void aRunForItsEffectsDoesNotWaitForWhoTakesItsResults() throws Exception {
    goOn.countDown();
    CountDownLatch over = new CountDownLatch(1);
    try (Prospector prospector =
        Prospector.builder()
            .sink(
                event -> {
                  if (event instanceof RunEvent.RunFinished) {
                    over.countDown();
                  }
                })
            .build()) {
      RunOptions options = RunOptions.defaults().withConcurrency(2).forEffects();
      Run run = prospector.start(held(), Steps.leads(1_000).iterator(), options);
      over.await(); // Nobody takes a result.

      assertThat(run.progress().leads().enriched()).isEqualTo(1_000);
      assertThatThrownBy(run::results)
          .isInstanceOf(RunException.class)
          .hasMessageContaining("for its effects");
      assertThat(run.await().state()).isEqualTo(RunState.COMPLETED);
    }
  }

  @Test
  void progressTellsHowManyStepsFellBackAndTheCommonestReason() throws Exception {
    ScriptedModel model = model().empty();
    for (int i = 0; i < 4; i++) {
      model.failing(RetryAdvice.never());
    }
    try (Prospector prospector = Prospector.builder().model(model, Budget.unlimited()).build();
        Run run =
            prospector.start(
                Pipeline.named("asking").add(new Steps.Asking()).build(), Steps.leads(5))) {
      RunProgress.Steps steps = run.await().steps();
      assertThat(run.state()).isEqualTo(RunState.COMPLETED);
      assertThat(steps.fellBack()).isEqualTo(5);
      assertThat(steps.whyMost()).contains("model").doesNotContain("EMPTY");
    }
  }

  @Test
  void sectionsThatTheStoreWasNotToldOfAreRefusedBeforeAnythingIsPaid() {
    goOn.countDown();
    InMemoryJournal journal = new InMemoryJournal();
    dev.prospector.store.Journal told =
        PortProxy.of(
            dev.prospector.store.Journal.class,
            (proxy, method, arguments) ->
                method.getName().equals("unknown")
                    ? List.of(Steps.Second.KEY)
                    : PortProxy.invoke(journal, method, arguments));
    Prospector prospector = Prospector.builder().journal(told).build();

    assertThatThrownBy(() -> prospector.start(held(), Steps.leads(1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("second");
    assertThat(firsts).hasValue(0);
  }

  @Test
  void aStepThatRunsOutOfMemoryOrStackFailsItsLeadAndNotTheRun() throws Exception {
    Pipeline greedy =
        Pipeline.named("greedy")
            .add(
                Steps.first(
                    input -> {
                      switch (input.lead().id().value()) {
                        case "lead-1" -> throw new OutOfMemoryError("a page of a test");
                        case "lead-2" -> deeper(0);
                        default -> {}
                      }
                      return Steps.name(input);
                    }))
            .build();
    for (Prospector prospector :
        List.of(
            Prospector.builder().build(),
            Prospector.builder().runs(new InMemoryRunStore(Clock.systemUTC())).build())) {
      try (Run run = prospector.start(greedy, Steps.leads(4))) {
        List<LeadResult> results = run.results().toList();
        assertThat(results)
            .extracting(LeadResult::status)
            .containsExactly(
                LeadStatus.ENRICHED, LeadStatus.FAILED, LeadStatus.FAILED, LeadStatus.ENRICHED);
        assertThat(results.get(1).failure().orElseThrow().reason())
            .contains("OutOfMemoryError", "a page of a test");
        assertThat(run.await().state()).isEqualTo(RunState.COMPLETED);
      }
    }
  }

  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  @Test
  void idsThatAreNotOfTheirFormAreOfOurErrors() {
    for (org.assertj.core.api.ThrowableAssert.ThrowingCallable wrong :
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> RunId.of("a b"),
            () -> new Tenant(""),
            () -> LeadId.of(" "),
            () -> LeadId.of("x".repeat(100_000)),
            () -> dev.prospector.dossier.Fingerprint.parse("xyz"),
            () -> dev.prospector.dossier.Fingerprint.parse("g".repeat(64)))) {
      assertThatThrownBy(wrong)
          .isInstanceOf(InputException.class)
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }
    for (org.assertj.core.api.ThrowableAssert.ThrowingCallable wrong :
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> RunOptions.defaults().withConcurrency(0),
            () -> RunOptions.defaults().withStepTimeout(Duration.ZERO),
            () -> AgentSpec.writing(Steps.First.KEY).version(0),
            () -> AgentSpec.writing(Steps.First.KEY).named("No Name"),
            () -> dev.prospector.dossier.Section.of("A B", Steps.First.class, 1))) {
      assertThatThrownBy(wrong).isInstanceOf(ProspectorException.class);
    }
  }
}
