package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.error.RunException;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.memory.InMemoryLeadStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.LeadStore;
import dev.prospector.testkit.RecordingSink;
import dev.prospector.testkit.Threads;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunControlTest {

  private static final RunOptions ONE_BY_ONE = RunOptions.defaults().withConcurrency(1);

  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  /** Its first step waits until the test lets it go on. */
  private Pipeline held(AtomicInteger seconds) {
    return Pipeline.named("held")
        .add(
            Steps.held(began, goOn),
            Steps.second(
                input -> {
                  seconds.incrementAndGet();
                  return Steps.again(input);
                }))
        .build();
  }

  @Test
  void pauseLetsRunningStepsFinishAndNoNewOneBeginUntilResumed() throws Exception {
    AtomicInteger seconds = new AtomicInteger();
    CountDownLatch firstEnded = new CountDownLatch(1);
    EventSink sink =
        event -> {
          if (event instanceof RunEvent.StepCompleted) {
            firstEnded.countDown();
          }
        };
    Prospector prospector = Prospector.builder().sink(sink).build();
    try (Run run = prospector.start(held(seconds), Steps.leads(3).iterator(), ONE_BY_ONE)) {
      began.await();
      run.pause();
      goOn.countDown();
      firstEnded.await();

      assertThat(run.state()).isEqualTo(RunState.PAUSED);
      assertThat(seconds).hasValue(0);

      run.resume();
      assertThat(run.results().toList()).hasSize(3);
      assertThat(seconds).hasValue(3);
    }
  }

  @Test
  void stopFinishesWhatIsInFlightAndTakesNoMore() throws Exception {
    Prospector prospector = Prospector.builder().build();
    try (Run run =
        prospector.start(held(new AtomicInteger()), Steps.leads(50).iterator(), ONE_BY_ONE)) {
      began.await();
      run.stop();
      goOn.countDown();

      List<LeadResult> results = run.results().toList();
      run.await();
      assertThat(run.state()).isEqualTo(RunState.STOPPED);
      assertThat(results).hasSizeBetween(1, 2).allMatch(r -> r.status() == LeadStatus.ENRICHED);
    }
  }

  @Test
  void cancelWhilePausedEndsTheRun() throws Exception {
    Prospector prospector = Prospector.builder().build();
    try (Run run = prospector.start(held(new AtomicInteger()), Steps.leads(5))) {
      began.await();
      run.pause();
      run.cancel();

      assertThat(run.results().toList()).allMatch(r -> r.status() == LeadStatus.SKIPPED);
      run.await();
      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    }
  }

  @Test
  void aPauseThatComesAfterACancelHoldsNobodyBack() throws Exception {
    Prospector prospector = Prospector.builder().build();
    try (Run run = prospector.start(held(new AtomicInteger()), Steps.leads(5))) {
      began.await();
      run.cancel();
      run.pause();

      run.await();
      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    }
  }

  @Test
  void pausesAndResumesThatCrossLeaveNobodyWaiting() throws Exception {
    goOn.countDown();
    Prospector prospector = Prospector.builder().build();
    try (Run run = prospector.start(held(new AtomicInteger()), Steps.leads(2_000))) {
      Thread consumer = new Thread(() -> run.results().forEach(r -> {}));
      consumer.start();
      Threads.all(
          4,
          thread -> {
            for (int i = 0; i < 500; i++) {
              run.pause();
              run.resume();
            }
            return thread;
          });
      run.resume();
      consumer.join();
      assertThat(run.progress().leads().enriched()).isEqualTo(2_000);
    }
  }

  @Test
  void theRunsTimeEndsItEvenWhenEveryLeadHasBegun() throws Exception {
    Prospector prospector = Prospector.builder().build();
    RunOptions options = RunOptions.defaults().withRunTimeout(Duration.ofMillis(200));
    try (Run run =
        prospector.start(held(new AtomicInteger()), Steps.leads(3).iterator(), options)) {
      List<LeadResult> results = run.results().toList();
      run.await();

      assertThat(run.state()).isEqualTo(RunState.TIMED_OUT);
      assertThat(results).hasSize(3).allMatch(r -> r.status() == LeadStatus.SKIPPED);
      assertThat(results.get(0).steps().get(0).reason()).contains("the run's time of PT0.2S");
    }
  }

  @Test
  void theLeadsTimeEndsTheLeadAndNotTheRun() throws Exception {
    Prospector prospector = Prospector.builder().build();
    RunOptions options = RunOptions.defaults().withLeadTimeout(Duration.ofMillis(100));
    try (Run run =
        prospector.start(held(new AtomicInteger()), Steps.leads(1).iterator(), options)) {
      LeadResult result = run.results().toList().get(0);

      assertThat(result.status()).isEqualTo(LeadStatus.FAILED);
      assertThat(result.failure().orElseThrow().reason()).contains("the lead's time of PT0.1S");
      assertThat(result.steps().get(1).state()).isEqualTo(StepResult.State.SKIPPED);
      run.await();
      assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    }
  }

  @Test
  void theStepsTimeEndsTheStep() throws Exception {
    Prospector prospector = Prospector.builder().build();
    RunOptions options = RunOptions.defaults().withStepTimeout(Duration.ofMillis(100));
    try (Run run =
        prospector.start(held(new AtomicInteger()), Steps.leads(1).iterator(), options)) {
      LeadResult result = run.results().toList().get(0);

      assertThat(result.failure().orElseThrow().reason()).contains("the step's time of PT0.1S");
    }
  }

  @Test
  void aSinkThatFailsDoesNotBreakTheWork() throws Exception {
    goOn.countDown();
    RecordingSink after = new RecordingSink();
    Prospector prospector =
        Prospector.builder()
            .sink(
                event -> {
                  throw new AssertionError("a sink of a test");
                })
            .sink(
                event -> {
                  throw new IllegalStateException("another one");
                })
            .sink(after)
            .build();
    try (Run run = prospector.start(held(new AtomicInteger()), Steps.leads(20))) {
      assertThat(run.results().toList()).allMatch(r -> r.status() == LeadStatus.ENRICHED);
      run.await();
      assertThat(after.of(RunEvent.LeadFinished.class)).hasSize(20);
      assertThat(after.of(RunEvent.RunFinished.class)).hasSize(1);
    }
  }

  @Test
  void aLeadStoreThatFailsEndsTheRunFailedAndNobodyWaits() throws Exception {
    goOn.countDown();
    Prospector prospector = Prospector.builder().leads(new BrokenStore()).build();
    try (Run run = prospector.start(held(new AtomicInteger()), Steps.leads(500))) {
      assertThatThrownBy(() -> run.results().forEach(r -> {}))
          .isInstanceOf(RunException.class)
          .hasMessageContaining("the disk is full");
      assertThat(run.await().state()).isEqualTo(RunState.FAILED);
    }
  }

  /** Reads, and cannot write. */
  private static final class BrokenStore implements LeadStore {
    private final InMemoryLeadStore store = new InMemoryLeadStore();

    @Override
    public boolean save(
        dev.prospector.lead.Tenant tenant, Lead lead, dev.prospector.dossier.Dossier dossier) {
      throw new IllegalStateException("the disk is full");
    }

    @Override
    public java.util.Optional<Stored> find(
        dev.prospector.lead.Tenant tenant, dev.prospector.lead.LeadId id) {
      return store.find(tenant, id);
    }

    @Override
    public List<Stored> list(dev.prospector.lead.Tenant tenant, String after, int limit) {
      return store.list(tenant, after, limit);
    }

    @Override
    public boolean remove(dev.prospector.lead.Tenant tenant, dev.prospector.lead.LeadId id) {
      return store.remove(tenant, id);
    }
  }

  @Test
  void anInputThatFailsEndsTheRunFailed() throws Exception {
    goOn.countDown();
    Prospector prospector = Prospector.builder().build();
    Iterator<Lead> leads =
        new Iterator<>() {
          private int given;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Lead next() {
            if (++given > 5) {
              throw new StackOverflowError("a list of a test");
            }
            return Steps.lead("lead-" + given);
          }
        };
    Run run = prospector.start(held(new AtomicInteger()), leads, RunOptions.defaults());
    assertThatThrownBy(() -> run.results().forEach(r -> {})).isInstanceOf(RunException.class);
    run.close();
    assertThat(run.state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void memoryHoldsAFewResultsHoweverManyLeadsThereAre() throws Exception {
    goOn.countDown();
    int all = 100_000;
    AtomicInteger given = new AtomicInteger();
    Iterator<Lead> leads =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return given.get() < all;
          }

          @Override
          public Lead next() {
            return Steps.lead("lead-" + given.incrementAndGet());
          }
        };
    Prospector prospector = Prospector.builder().build();
    try (Run run = prospector.start(held(new AtomicInteger()), leads, RunOptions.defaults())) {
      AtomicInteger taken = new AtomicInteger();
      AtomicInteger mostAlive = new AtomicInteger();
      run.results()
          .forEach(
              result ->
                  mostAlive.accumulateAndGet(given.get() - taken.getAndIncrement(), Math::max));

      assertThat(taken).hasValue(all);
      assertThat(mostAlive.get()).isLessThanOrEqualTo(66);
    }
  }

  @Test
  void noMoreStepsUseAResourceThanItsLimitAllows() throws Exception {
    AtomicInteger using = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore meet = new Semaphore(0);
    Pipeline pipeline =
        Pipeline.named("limited")
            .add(
                Steps.agent(
                    dev.prospector.agent.AgentSpec.writing(Steps.First.KEY)
                        .readingLead()
                        .using(dev.prospector.agent.Resource.PAGES),
                    input -> {
                      most.accumulateAndGet(using.incrementAndGet(), Math::max);
                      meet.release();
                      // Two are allowed, and wait for each other: no third one comes between.
                      while (meet.availablePermits() < 2) {
                        Thread.onSpinWait();
                      }
                      using.decrementAndGet();
                      return Steps.name(input);
                    }))
            .build();
    RunOptions options = RunOptions.defaults().withLimit(dev.prospector.agent.Resource.PAGES, 2);
    Prospector prospector = Prospector.builder().build();
    try (Run run = prospector.start(pipeline, Steps.leads(200).iterator(), options)) {
      assertThat(run.results().toList()).hasSize(200);
      assertThat(most).hasValue(2);
    }
  }
}
