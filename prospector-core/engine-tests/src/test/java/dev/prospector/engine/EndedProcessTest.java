package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.event.StepResult;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.RunStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A step that ends its process is counted; the third time its lead fails, and the run goes on. */
@Timeout(60)
class EndedProcessTest {

  private static final RunId ID = RunId.of("run");
  private static final RunOptions OPTIONS = RunOptions.defaults().withId(ID).withConcurrency(4);
  private static final RunOptions THREE = OPTIONS.withConcurrency(3);
  private static final String WHY = "the process ended 3 times while this step ran";

  private final Clock clock = Clock.systemUTC();
  private final InMemoryRunStore disk = new InMemoryRunStore(clock);
  private final Map<String, AtomicInteger> begun = new ConcurrentHashMap<>();
  private final Set<String> ending = ConcurrentHashMap.newKeySet();
  private final AtomicInteger running = new AtomicInteger();
  private volatile CountDownLatch started = new CountDownLatch(0);
  private volatile CountDownLatch died = new CountDownLatch(1);
  private volatile CountDownLatch beside = new CountDownLatch(0);
  private volatile boolean held;
  private volatile int besideTheLast = -1;
  private volatile AtomicBoolean dead = new AtomicBoolean();

  /** The process is gone: no agent and no engine could have caught it. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Does a step, which ends its process if it is one of those that do. */
  private void work(String step, AgentInput input) throws InterruptedException {
    if (dead.get()) {
      throw new Died(); // Leads that waited for the one that died begin nothing any more.
    }
    String name = step + " of " + input.lead().company().name();
    running.incrementAndGet();
    try {
      begun.computeIfAbsent(name, any -> new AtomicInteger()).incrementAndGet();
      beside.countDown();
      if (ending.contains(name)) {
        beside.await();
        started.await();
        besideTheLast = running.get() - 1;
        dead.set(true);
        died.countDown();
        throw new Died();
      }
      if (held) {
        died.await();
        throw new Died();
      }
    } finally {
      running.decrementAndGet();
    }
  }

  private Agent<Steps.First> first() {
    return Steps.first(
        input -> {
          work("first", input);
          return Steps.name(input);
        });
  }

  private Agent<Steps.Second> second() {
    return Steps.agent(
        AgentSpec.writing(Steps.Second.KEY).reading(Steps.First.KEY).readingLead(),
        input -> {
          work("second", input);
          return Steps.again(input);
        });
  }

  private Pipeline one() {
    return Pipeline.named("test").add(first()).build();
  }

  /** Everything that a process does to what is stored fails once it is dead. */
  private RunStore of(AtomicBoolean process, RunStore runs) {
    return PortProxy.of(
        RunStore.class,
        (proxy, method, arguments) -> {
          if (process.get()) {
            throw new PortException("store", "its process is dead", RetryAdvice.never());
          }
          return PortProxy.invoke(runs, method, arguments);
        });
  }

  /** Works on the run in a new process until that dies. */
  private void dies(Pipeline pipeline, int leads, RunOptions options, int sideBySide)
      throws InterruptedException {
    InMemoryRunStore runs = disk.another();
    AtomicBoolean process = new AtomicBoolean();
    dead = process;
    started = new CountDownLatch(1);
    died = new CountDownLatch(1);
    beside = new CountDownLatch(sideBySide);
    held = sideBySide > 0;
    try (Run run =
        Prospector.builder()
            .runs(of(process, runs))
            .build()
            .start(pipeline, Steps.leads(leads).iterator(), options)) {
      started.countDown();
      died.await();
    }
    runs.lapse();
  }

  private void dies(Pipeline pipeline, int leads, int sideBySide) throws InterruptedException {
    dies(pipeline, leads, OPTIONS, sideBySide);
  }

  private List<LeadResult> ends(Pipeline pipeline, int leads) {
    dead = new AtomicBoolean();
    beside = new CountDownLatch(0);
    held = false;
    try (Run run =
        Prospector.builder()
            .runs(disk.another())
            .build()
            .start(pipeline, Steps.leads(leads).iterator(), OPTIONS)) {
      return run.results().toList();
    }
  }

  private static List<LeadStatus> statuses(List<LeadResult> results) {
    return results.stream().map(LeadResult::status).toList();
  }

  private int begun(String step) {
    return begun.getOrDefault(step, new AtomicInteger()).get();
  }

  @Test
  void aStepThatEndedThreeProcessesFailsItsLeadAndTheRunGoesOn() throws InterruptedException {
    ending.add("first of lead-1");
    dies(one(), 4, THREE, 3);
    dies(one(), 4, THREE, 3);
    assertThat(besideTheLast).as("steps beside its second execution").isEqualTo(2);
    dies(one(), 4, THREE, 0);
    assertThat(besideTheLast).as("steps beside its third execution").isZero();
    assertThat(begun("first of lead-3")).as("a new lead beside it").isZero();

    List<LeadResult> results = ends(one(), 4);

    assertThat(statuses(results))
        .containsExactly(
            LeadStatus.ENRICHED, LeadStatus.FAILED, LeadStatus.ENRICHED, LeadStatus.ENRICHED);
    assertThat(results.get(1).steps().get(0).reason()).contains(WHY).contains("retry the failed");
    assertThat(begun("first of lead-1")).isEqualTo(3);
    assertThat(disk.find(Tenant.DEFAULT, ID).orElseThrow().state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void anInnocentLeadBesideItIsNotBlamedHoweverManyProcessesEnd() throws InterruptedException {
    ending.addAll(List.of("first of lead-0", "first of lead-2", "first of lead-3"));
    dies(one(), 4, 4);
    dies(one(), 4, 4);
    dies(one(), 4, 0);
    dies(one(), 4, 0);
    dies(one(), 4, 0);

    List<LeadResult> results = ends(one(), 4);

    assertThat(statuses(results))
        .containsExactly(
            LeadStatus.FAILED, LeadStatus.ENRICHED, LeadStatus.FAILED, LeadStatus.FAILED);
  }

  @Test
  void onlyTheStepIsCountedDuringWhichTheProcessEnded() throws InterruptedException {
    Pipeline both = Pipeline.named("test").add(first(), second()).build();
    ending.add("second of lead-0");
    for (int process = 1; process <= 3; process++) {
      dies(both, 1, 0);
    }

    List<LeadResult> results = ends(both, 1);

    assertThat(results.get(0).steps())
        .extracting(StepResult::state)
        .containsExactly(StepResult.State.COMPLETED, StepResult.State.FAILED);
    assertThat(begun("first of lead-0")).isEqualTo(1);
    assertThat(begun("second of lead-0")).isEqualTo(3);
  }

  /** The first one is found out by the process that died last, so nothing died by the second. */
  @Test
  void aStepThatCouldNotHaveBegunBeforeBeginsAtNought() throws InterruptedException {
    Pipeline both = Pipeline.named("test").add(first(), second()).build();
    ending.add("first of lead-0");
    dies(both, 1, 0);
    ending.clear();
    ending.add("second of lead-0");
    for (int process = 1; process <= 3; process++) {
      dies(both, 1, 0);
    }

    assertThat(statuses(ends(both, 1))).containsExactly(LeadStatus.FAILED);
    assertThat(begun("second of lead-0")).isEqualTo(3);
  }

  @Test
  void ofStepsSideBySideEachIsTriedByItselfAtLast() throws InterruptedException {
    Agent<Steps.Third> other =
        Steps.agent(
            AgentSpec.writing(Steps.Third.KEY).readingLead().using(Resource.PAGES),
            input -> {
              work("other", input);
              return new Steps.Third("found");
            });
    Pipeline both = Pipeline.named("test").add(first(), other).build();
    RunOptions limited = OPTIONS.withLimit(Resource.PAGES, 2);
    ending.add("first of lead-0");
    dies(both, 1, limited, 2);
    dies(both, 1, limited, 2);
    dies(both, 1, limited, 0);
    assertThat(besideTheLast).isZero();

    List<LeadResult> results = ends(both, 1);

    assertThat(results.get(0).dossier().find(Steps.Third.KEY)).isPresent();
    assertThat(results.get(0).steps())
        .filteredOn(step -> step.state() == StepResult.State.FAILED)
        .singleElement()
        .satisfies(step -> assertThat(step.step()).isEqualTo("first"));
  }

  @Test
  void aLeadThatIsRetriedBeginsAnew() throws InterruptedException {
    ending.add("first of lead-0");
    for (int process = 1; process <= 3; process++) {
      dies(one(), 1, 0);
    }
    assertThat(statuses(ends(one(), 1))).containsExactly(LeadStatus.FAILED);

    disk.retryFailed(Tenant.DEFAULT, ID);
    for (int process = 1; process <= 2; process++) {
      dies(one(), 1, 0);
    }
    ending.clear();

    assertThat(statuses(ends(one(), 1))).containsExactly(LeadStatus.ENRICHED);
  }

  @Test
  void aProcessThatIsEndedInOrderIsNotCounted() throws InterruptedException {
    for (int process = 1; process <= 5; process++) {
      CountDownLatch began = new CountDownLatch(1);
      Pipeline held = Pipeline.named("test").add(Steps.held(began, new CountDownLatch(1))).build();
      try (Run run =
          Prospector.builder()
              .runs(disk.another())
              .build()
              .start(held, Steps.leads(1).iterator(), OPTIONS)) {
        began.await();
      }
    }

    assertThat(statuses(ends(one(), 1))).containsExactly(LeadStatus.ENRICHED);
  }

  @Test
  void whatIsToldOfTheLeadIsWhatIsToldOfAnyThatFails() throws InterruptedException {
    ending.add("first of lead-0");
    for (int process = 1; process <= 3; process++) {
      dies(one(), 1, 0);
    }
    ends(one(), 1);

    List<RunEvent> events = disk.events(Tenant.DEFAULT, ID, 0, 100);

    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "RunStarted",
            "LeadAccepted",
            "LeadStarted",
            "StepStarted",
            "StepFailed",
            "LeadFinished",
            "RunFinished");
    assertThat(((RunEvent.LeadFinished) events.get(5)).reason()).startsWith("first: " + WHY);
  }
}
