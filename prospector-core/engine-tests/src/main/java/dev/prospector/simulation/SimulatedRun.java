package dev.prospector.simulation;

import dev.prospector.Prospector;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.model.LanguageModel;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.Threads;
import dev.prospector.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The processes of one {@link Simulation}, one after the other. Confined to one thread. */
final class SimulatedRun {

  private static final RunId RUN = RunId.of("run");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int LEADS = 5;
  private static final int MOST_STEPS = 20_000;
  private static final SuppressionList NO = new InMemorySuppressionList(new byte[32]);

  private final Simulation simulation;
  private final SimulatedDisk disk;
  private final Tenant tenant;
  private final SettableClock clock = new SettableClock(START);
  private final LedgerModel ledger;
  private final List<List<String>> passed = new ArrayList<>();
  private final Witness witness;
  private @Nullable List<LeadResult> results;

  SimulatedRun(Simulation simulation, SimulatedDisk disk) {
    this.simulation = simulation;
    this.disk = disk;
    this.tenant = disk.tenant();
    this.ledger = simulation.provider().open();
    this.witness = new Witness(tenant, RUN, ledger, clock, simulation.outages().size());
    NO.add(tenant, SuppressionList.Kind.DOMAIN, Diamond.SUPPRESSED);
  }

  Simulation.Outcome run() throws InterruptedException {
    for (int process = 0; results == null; process++) {
      if (process > simulation.crashes().size() + simulation.outages().size()) {
        throw new AssertionError("the run does not come to an end");
      }
      SimulatedDisk.Opened opened = disk.open(clock, simulation.limits());
      witness.processStarts(opened);
      live(points(process), new Random(simulation.seed() * 31 + process), opened);
      witness.processEnded(opened);
      clock.advance(Duration.ofHours(1));
    }
    return outcome(results);
  }

  private CrashPoints points(int process) {
    List<Long> crashes = simulation.crashes();
    if (process < crashes.size()) {
      return CrashPoints.at(crashes.get(process));
    }
    return process == crashes.size()
        ? CrashPoints.awayAt(simulation.outages(), simulation.away(), clock)
        : CrashPoints.none();
  }

  private Simulation.Outcome outcome(List<LeadResult> told) {
    SimulatedDisk.Opened opened = disk.open(clock, simulation.limits());
    witness.runEnded(opened, simulation.limits());
    if (simulation.provider() == Simulation.Provider.ONCE) {
      witness.checkUndecided(opened.runs(), told);
    }
    if (simulation.isComparable() && simulation.isDisturbed() && !gaveUp(told)) {
      witness.compare(told, Reference.ONE);
    }
    return new Simulation.Outcome(
        witness.trace(told, passed), passed, witness.findings(), witness.figures());
  }

  /** After three crashes a lead may have failed that would not have otherwise. */
  private boolean gaveUp(List<LeadResult> told) {
    return simulation.crashes().size() >= 3
        && told.stream()
            .flatMap(result -> result.steps().stream())
            .anyMatch(step -> step.reason().contains("the process ended 3 times"));
  }

  private void live(CrashPoints points, Random random, SimulatedDisk.Opened opened)
      throws InterruptedException {
    try {
      if (simulation.parallel()) {
        inParallel(prospector(opened, points, new HastyThreads(), ledger), points, random);
      } else {
        SimulatedThreads threads = new SimulatedThreads(random, clock);
        LanguageModel shared = new YieldingModel(ledger, threads::interleave);
        onOneThread(prospector(opened, points, threads, shared), points, threads, random);
      }
    } catch (CrashPoints.Crash e) {
      if (!points.isDead()) {
        throw e;
      }
    } catch (PortException e) {
      // Who begins a run, or asks for the results of one that is over, is not kept waiting.
      if (!points.isAway()) {
        throw e;
      }
    }
    Thread.interrupted(); // It was meant for a thread that is dead now.
    passed.add(points.passed());
  }

  private Prospector prospector(
      SimulatedDisk.Opened opened, CrashPoints points, Threads threads, LanguageModel model) {
    CrashingRunStore runs = new CrashingRunStore(opened.runs(), points);
    return Prospector.builder()
        .runs(runs)
        .model(new CrashingModel(model, points), runs.budget(opened.budget()))
        .suppression(NO)
        .clock(clock)
        .threads(threads)
        .chance(() -> 0.5)
        .build();
  }

  private Run start(Prospector prospector, Random random) {
    RunOptions options =
        RunOptions.defaults()
            .withTenant(tenant)
            .withId(RUN)
            .withConcurrency(1 + random.nextInt(3))
            .withRetry(RetryPolicy.none());
    List<Lead> leads = Diamond.leads(LEADS);
    return prospector.start(new Diamond(witness::worked).pipeline(), leads.iterator(), options);
  }

  private void onOneThread(
      Prospector prospector, CrashPoints points, SimulatedThreads threads, Random random)
      throws InterruptedException {
    Run run = start(prospector, random);
    int steps = 0;
    while (!points.isDead() && threads.step()) {
      if (++steps > MOST_STEPS) {
        throw new AssertionError("a process does not come to an end");
      }
    }
    if (!points.isDead()) {
      finish(run, points);
    }
  }

  private void inParallel(Prospector prospector, CrashPoints points, Random random)
      throws InterruptedException {
    try (Run run = start(prospector, random)) {
      finish(run, points);
    } catch (RunException e) {
      if (!points.isDead()) {
        throw e;
      }
    } finally {
      points.awaitQuiet();
    }
  }

  private void finish(Run run, CrashPoints points) throws InterruptedException {
    run.await();
    try (var told = run.results()) {
      results = told.toList();
    } catch (RunException e) {
      if (!points.isAway()) {
        throw e;
      }
    }
  }

  /** The run without a crash with which all others are compared. */
  static final class Reference {
    static final Witness.Story ONE = story();

    private static Witness.Story story() {
      try (SimulatedDisk disk = SimulatedDisk.inMemory()) {
        Simulation whole = Simulation.of(1);
        SimulatedRun run = new SimulatedRun(whole, disk);
        run.run();
        return run.witness.story(Objects.requireNonNull(run.results));
      } catch (InterruptedException e) {
        throw new AssertionError("nothing waits in a simulation on one thread", e);
      }
    }
  }

  /** Lets others go on before a call is noted, while it is on its way, and while its answer is. */
  private record YieldingModel(LanguageModel model, Runnable yield) implements LanguageModel {
    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Usage upperBound(Request request) {
      yield.run();
      return model.upperBound(request);
    }

    @Override
    public Effect effect() {
      return model.effect();
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      yield.run();
      Answer answer = model.ask(request);
      yield.run();
      return answer;
    }

    @Override
    public Optional<Answer> answered(String key) throws InterruptedException {
      return model.answered(key);
    }
  }
}
