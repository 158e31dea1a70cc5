package dev.prospector.simulation;

import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.pipeline.Pipeline;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A whole run of a few leads through the real engine, whose processes die, or lose sight of their
 * store, at chosen points and are started again until the run is finished. Everything that happens
 * by chance is drawn from a seed: the same seed gives the same trace, unless the steps run in
 * parallel.
 *
 * <p>Immutable.
 */
public final class Simulation {

  private static final long PLENTY = 100_000;

  private final Draft values;

  /** The one mutable form, copied for each change and never handed out. */
  private static final class Draft implements Cloneable {
    private long seed;
    private List<Long> crashes = List.of();
    private List<Long> outages = List.of();
    private Duration away = Duration.ZERO;
    private Provider provider = Provider.READING;
    private boolean parallel;
    private long tokens = PLENTY;
    private long leads = PLENTY;

    private Draft copy() {
      try {
        return (Draft) clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError("this class is cloneable", e);
      }
    }
  }

  /** What the provider does when it is asked again. */
  public enum Provider {
    /** It does the work again, and charges for it. */
    READING,
    /** It does the work of one key once. */
    IDEMPOTENT,
    /** It can tell what it answered under a key. */
    TELLING,
    /** It must not be asked again: a person decides, and the lead fails until then. */
    ONCE;

    LedgerModel open() {
      return switch (this) {
        case READING -> LedgerModel.of(Effect.READ);
        case IDEMPOTENT -> LedgerModel.of(Effect.IDEMPOTENT);
        case TELLING -> LedgerModel.telling(Effect.IDEMPOTENT);
        case ONCE -> LedgerModel.of(Effect.AT_MOST_ONCE);
      };
    }
  }

  private Simulation(Draft values) {
    this.values = values;
  }

  /**
   * Returns a simulation without crashes, on one thread, with a provider that charges each time and
   * a budget that is not used up.
   */
  public static Simulation of(long seed) {
    Draft values = new Draft();
    values.seed = seed;
    return new Simulation(values);
  }

  /** Returns this simulation with a crash of each process in turn, at points counted from 1. */
  public Simulation crashingAt(List<Long> points) {
    Draft changed = values.copy();
    changed.crashes = List.copyOf(points);
    return new Simulation(changed);
  }

  /**
   * Returns this simulation with a store that the last process cannot reach for a while.
   *
   * @param points at which it is lost sight of, counted from 1
   * @param time how long it cannot be reached each time
   */
  public Simulation awayAt(List<Long> points, Duration time) {
    Draft changed = values.copy();
    changed.outages = List.copyOf(points);
    changed.away = Objects.requireNonNull(time);
    return new Simulation(changed);
  }

  /** Returns this simulation with a provider. */
  public Simulation with(Provider provider) {
    Draft changed = values.copy();
    changed.provider = Objects.requireNonNull(provider);
    return new Simulation(changed);
  }

  /** Returns this simulation on real threads, whose interleaving is not reproducible. */
  public Simulation inParallel() {
    Draft changed = values.copy();
    changed.parallel = true;
    return new Simulation(changed);
  }

  /**
   * Returns this simulation with so many tokens to spend. What the run finds then depends on what
   * is left after its crashes, so it is not compared.
   */
  public Simulation withTokens(long most) {
    Draft changed = values.copy();
    changed.tokens = most;
    return new Simulation(changed);
  }

  /**
   * Returns this simulation with a limit on leads. Which of them are worked on then depends on its
   * crashes, so it is not compared.
   */
  public Simulation withLeads(long most) {
    Draft changed = values.copy();
    changed.leads = most;
    return new Simulation(changed);
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
    /** What the run and its leads have come to is what their events say, at any moment. */
    STATE_IS_AS_EVENTS_SAY,
    /**
     * Of every event there is one message to each webhook that wants it, whose id and body stay,
     * and it is delivered.
     */
    ONE_MESSAGE_FOR_ONE_EVENT,
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
   * @param undecided calls that are left to a person
   * @param messages to webhooks
   */
  public record Figures(
      int crashes,
      int openAtCrashes,
      int repeated,
      int mostRepeatedByStep,
      int undecided,
      int messages) {}

  /** Runs it in memory. */
  public Outcome run() throws InterruptedException {
    try (SimulatedDisk disk = SimulatedDisk.inMemory()) {
      return run(disk);
    }
  }

  /** Runs it on a disk. */
  public Outcome run(SimulatedDisk disk) throws InterruptedException {
    return new SimulatedRun(this, disk).run();
  }

  long seed() {
    return values.seed;
  }

  List<Long> crashes() {
    return values.crashes;
  }

  List<Long> outages() {
    return values.outages;
  }

  Duration away() {
    return values.away;
  }

  Provider provider() {
    return values.provider;
  }

  boolean parallel() {
    return values.parallel;
  }

  Limits limits() {
    return Limits.of(
        Limit.tokens(Limit.Period.RUN, values.tokens), Limit.leads(Limit.Period.RUN, values.leads));
  }

  boolean isDisturbed() {
    return !values.crashes.isEmpty() || !values.outages.isEmpty();
  }

  /** Returns whether it ends like a run without a crash. */
  boolean isComparable() {
    return values.provider != Provider.ONCE && values.tokens == PLENTY && values.leads == PLENTY;
  }
}
