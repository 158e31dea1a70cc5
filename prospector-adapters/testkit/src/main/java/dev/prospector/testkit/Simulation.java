package dev.prospector.testkit;

import dev.prospector.Prospector;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Usage;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.pipeline.LeadResult;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.pipeline.RetryPolicy;
import dev.prospector.pipeline.Run;
import dev.prospector.pipeline.RunOptions;
import dev.prospector.pipeline.Threads;
import dev.prospector.port.Effect;
import dev.prospector.port.LanguageModel;
import dev.prospector.port.SuppressionList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A whole run of a few leads through the real engine, whose processes die at chosen points and are
 * started again until the run is finished. Everything that happens by chance is drawn from a seed:
 * the same seed gives the same trace, unless the steps run in parallel.
 *
 * <p>Immutable.
 */
public final class Simulation {

  private static final RunId RUN = RunId.of("run");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int LEADS = 5;
  private static final int MOST_STEPS = 20_000;
  private static final Limits LIMITS = Limits.of(Limit.tokens(Limit.Period.RUN, 100_000));
  private static final SuppressionList NO = new InMemorySuppressionList(new byte[32]);

  private final long seed;
  private final List<Long> crashes;
  private final Provider provider;
  private final boolean parallel;

  /** What the provider does when it is asked again. */
  public enum Provider {
    /** It does the work again, and charges for it. */
    READING,
    /** It does the work of one key once. */
    IDEMPOTENT,
    /** It can tell what it answered under a key. */
    TELLING;

    LedgerModel open() {
      return switch (this) {
        case READING -> LedgerModel.of(Effect.READ);
        case IDEMPOTENT -> LedgerModel.of(Effect.IDEMPOTENT);
        case TELLING -> LedgerModel.telling(Effect.IDEMPOTENT);
      };
    }
  }

  private Simulation(long seed, List<Long> crashes, Provider provider, boolean parallel) {
    this.seed = seed;
    this.crashes = List.copyOf(crashes);
    this.provider = provider;
    this.parallel = parallel;
  }

  /** Returns a simulation without crashes, on one thread, of a provider that charges each time. */
  public static Simulation of(long seed) {
    return new Simulation(seed, List.of(), Provider.READING, false);
  }

  /** Returns this simulation with a crash of each process in turn, at points counted from 1. */
  public Simulation crashingAt(List<Long> points) {
    return new Simulation(seed, points, provider, parallel);
  }

  /** Returns this simulation with a provider. */
  public Simulation with(Provider other) {
    return new Simulation(seed, crashes, other, parallel);
  }

  /** Returns this simulation on threads of this platform, with whatever happens among them. */
  public Simulation inParallel() {
    return new Simulation(seed, crashes, provider, true);
  }

  /** Returns the pipeline, for a disk that has to know what is stored. */
  public static Pipeline pipeline() {
    return new Diamond((company, step) -> {}).pipeline();
  }

  /**
   * What happened.
   *
   * @param trace a hash of everything that happened, in order
   * @param points the names of the points that each process passed
   * @param findings what broke a promise
   * @param figures what was counted
   */
  public record Outcome(
      Fingerprint trace, List<List<String>> points, List<Finding> findings, Figures figures) {

    /** Fixes the lists. */
    public Outcome {
      points = List.copyOf(points);
      findings = List.copyOf(findings);
    }
  }

  /**
   * A promise that was broken.
   *
   * @param promise which one
   * @param what what was found
   */
  public record Finding(Promise promise, String what) {}

  /** What is checked, from the store and from the provider's ledger alone. */
  public enum Promise {
    /** Every lead that was accepted ends. */
    NO_LEAD_LOST,
    /** A step whose end is written is not executed again. */
    NO_FINISHED_STEP_AGAIN,
    /** A call is repeated only if it was open when the process died. */
    ONLY_CALLS_IN_FLIGHT_REPEATED,
    /** No two different questions bear one idempotency key. */
    ONE_BODY_UNDER_ONE_KEY,
    /** Events are numbered without gaps, and what was read stays as it is. */
    EVENTS_STAY,
    /** A lead has the events that it has in a run without a crash. */
    SAME_EVENTS,
    /** The results are those of a run without a crash. */
    SAME_RESULTS,
    /** What the provider charged is settled, and the limit is never passed. */
    BUDGET_HOLDS
  }

  /**
   * What was counted in one simulation.
   *
   * @param crashes of processes
   * @param openAtCrashes calls that were open when a process died
   * @param repeated calls that were made again
   * @param mostRepeatedByStep of these, the most that one step repeated after one crash
   */
  public record Figures(int crashes, int openAtCrashes, int repeated, int mostRepeatedByStep) {}

  /** Runs it in memory. */
  public Outcome run() throws InterruptedException {
    try (SimulatedDisk disk = SimulatedDisk.inMemory()) {
      return run(disk);
    }
  }

  /** Runs it on a disk. */
  public Outcome run(SimulatedDisk disk) throws InterruptedException {
    return new Processes(disk, disk.tenant()).run();
  }

  /** One run of the simulation. */
  private final class Processes {

    private final SimulatedDisk disk;
    private final Tenant tenant;
    private final SettableClock clock = new SettableClock(START);
    private final LedgerModel ledger = provider.open();
    private final List<List<String>> passed = new ArrayList<>();
    private final Witness witness;
    private @Nullable List<LeadResult> results;

    Processes(SimulatedDisk disk, Tenant tenant) {
      this.disk = disk;
      this.tenant = tenant;
      this.witness = new Witness(tenant, RUN, ledger);
    }

    Outcome run() throws InterruptedException {
      for (int process = 0; results == null; process++) {
        if (process > crashes.size()) {
          throw new AssertionError("seed " + seed + ": the run does not come to an end");
        }
        SimulatedDisk.Opened opened = disk.open(clock, LIMITS);
        witness.processStarts(opened.runs());
        live(process, opened);
        witness.processEnded(opened.runs());
        clock.advance(Duration.ofHours(1));
      }
      SimulatedDisk.Opened opened = disk.open(clock, LIMITS);
      witness.runEnded(opened, LIMITS);
      List<LeadResult> told = Objects.requireNonNull(results);
      if (!crashes.isEmpty()) {
        witness.compare(opened.runs(), told, Reference.ONE);
      }
      return new Outcome(
          witness.trace(opened.runs(), told, passed),
          passed,
          witness.findings(),
          witness.figures());
    }

    private void live(int process, SimulatedDisk.Opened opened) throws InterruptedException {
      CrashPoints points =
          process < crashes.size() ? CrashPoints.at(crashes.get(process)) : CrashPoints.none();
      Random random = new Random(seed * 31 + process);
      try {
        if (parallel) {
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
      }
      Thread.interrupted(); // Whatever was told to a thread that is dead now.
      passed.add(points.passed());
    }

    private Prospector prospector(
        SimulatedDisk.Opened opened, CrashPoints points, Threads threads, LanguageModel model) {
      CrashingRunStore runs = new CrashingRunStore(opened.runs(), points);
      NO.add(tenant, SuppressionList.Kind.DOMAIN, Diamond.SUPPRESSED);
      return Prospector.builder()
          .runs(runs)
          .model(new CrashingModel(model, points), runs.budget(opened.budget()))
          .suppression(NO)
          .clock(clock)
          .threads(threads)
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
          throw new AssertionError("seed " + seed + ": a process does not come to an end");
        }
      }
      if (!points.isDead()) {
        finish(run);
      }
    }

    private void inParallel(Prospector prospector, CrashPoints points, Random random)
        throws InterruptedException {
      try (Run run = start(prospector, random)) {
        finish(run);
      } catch (RunException e) {
        if (!points.isDead()) {
          throw e;
        }
      } finally {
        points.awaitQuiet();
      }
    }

    private void finish(Run run) throws InterruptedException {
      run.await();
      try (var told = run.results()) {
        results = told.toList();
      }
    }
  }

  /** The run without a crash with which all others are compared. */
  static final class Reference {
    static final Witness.Story ONE = story();

    private static Witness.Story story() {
      try (SimulatedDisk disk = SimulatedDisk.inMemory()) {
        Processes processes = Simulation.of(1).new Processes(disk, disk.tenant());
        processes.run();
        SimulatedDisk.Opened opened = disk.open(processes.clock, LIMITS);
        return processes.witness.story(opened.runs(), Objects.requireNonNull(processes.results));
      } catch (InterruptedException e) {
        throw new AssertionError("nothing waits in a simulation on one thread", e);
      }
    }
  }

  /** Lets others go on while a call is on its way, and while its answer is. */
  private record YieldingModel(LanguageModel model, Runnable yield) implements LanguageModel {
    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Usage upperBound(Request request) {
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

  /** Real threads whose repetitions come sooner, since nobody is to wait for them. */
  private static final class HastyThreads implements Threads {
    private static final int FACTOR = 100;
    private final Threads platform = Threads.platform();

    @Override
    public Workers workers(String name, int leads, int stepsEach) {
      Workers workers = platform.workers(name, leads, stepsEach);
      return new Workers() {
        @Override
        public void execute(Runnable work) {
          workers.execute(dying(work));
        }

        @Override
        public void close() {
          workers.close();
        }
      };
    }

    @Override
    public Background background(String name, Runnable work) {
      return platform.background(name, dying(work));
    }

    @Override
    public Background every(Duration pause, String name, Runnable work) {
      return platform.every(pause.dividedBy(FACTOR), name, dying(work));
    }

    /** A thread of a dead process dies without a word. */
    private static Runnable dying(Runnable work) {
      return () -> {
        try {
          work.run();
        } catch (CrashPoints.Crash e) {
          Thread.currentThread().interrupt();
        }
      };
    }

    @Override
    public long nanoTime() {
      return platform.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
      platform.sleep(time.dividedBy(FACTOR));
    }
  }
}
