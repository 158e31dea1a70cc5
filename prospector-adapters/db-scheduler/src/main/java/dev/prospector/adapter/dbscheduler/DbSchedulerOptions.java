package dev.prospector.adapter.dbscheduler;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * How leads are spread with db-scheduler. Start from {@link #defaults()}.
 *
 * <p>Immutable.
 */
public final class DbSchedulerOptions {

  private static final Duration LEAST_HEARTBEAT = Duration.ofSeconds(3);
  private static final int LEAST_MISSED = 4;
  private static final int MOST_LEADS = 10_000;
  private static final DbSchedulerOptions DEFAULTS = new DbSchedulerOptions(new Draft());

  private final Draft values;

  /** The one mutable form, copied for each change and never handed out. */
  private static final class Draft implements Cloneable {
    private int leads = 16;
    private Duration poll = Duration.ofMillis(500);
    private Duration heartbeat = LEAST_HEARTBEAT;
    private int missed = LEAST_MISSED;
    private Duration firstDelay = Duration.ofSeconds(1);
    private Duration longestDelay = Duration.ofSeconds(30);
    private Duration patience = Duration.ofSeconds(20);
    private Clock clock = Clock.systemUTC();
    private boolean migrates = true;

    private Draft copy() {
      try {
        return (Draft) clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError("this class is cloneable", e);
      }
    }
  }

  private DbSchedulerOptions(Draft values) {
    this.values = values;
  }

  /**
   * Returns the defaults: 16 leads at a time in each process, a look for work twice a second, a
   * heartbeat every 3 seconds of which 4 may be missed, leads put off for 1 to 30 seconds, 20
   * seconds for what runs when the process stops serving, the system's clock, and a table that is
   * made if there is none.
   */
  public static DbSchedulerOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these options with so many leads worked on at a time in this process.
   *
   * @param leads 1 to 10,000
   */
  public DbSchedulerOptions withLeads(int leads) {
    if (leads < 1 || leads > MOST_LEADS) {
      throw new IllegalArgumentException("1 to 10,000 leads at a time, not " + leads);
    }
    Draft changed = values.copy();
    changed.leads = leads;
    return new DbSchedulerOptions(changed);
  }

  /**
   * Returns these options with another time between two looks for work that other processes
   * dispatched, and for leads of processes that died.
   *
   * @param poll at least 10 milliseconds
   */
  public DbSchedulerOptions withPoll(Duration poll) {
    Draft changed = values.copy();
    changed.poll = atLeast(Duration.ofMillis(10), poll);
    return new DbSchedulerOptions(changed);
  }

  /**
   * Returns these options with another heartbeat. A lead is taken from a process that was not heard
   * of for {@code missed} heartbeats. With shorter ones, a busy database makes living processes
   * look dead, so they are refused.
   *
   * @param every at least 3 seconds
   * @param missed at least 4
   */
  public DbSchedulerOptions withHeartbeat(Duration every, int missed) {
    if (missed < LEAST_MISSED) {
      throw new IllegalArgumentException("at least 4 missed heartbeats, not " + missed);
    }
    Draft changed = values.copy();
    changed.heartbeat = atLeast(LEAST_HEARTBEAT, every);
    changed.missed = missed;
    return new DbSchedulerOptions(changed);
  }

  /**
   * Returns these options with other delays for leads that are put off, because the run is paused
   * or a worker failed: the first one, which doubles each time, up to the longest.
   */
  public DbSchedulerOptions withDelay(Duration first, Duration longest) {
    Draft changed = values.copy();
    changed.firstDelay = atLeast(Duration.ofMillis(1), first);
    changed.longestDelay = atLeast(first, longest);
    return new DbSchedulerOptions(changed);
  }

  /**
   * Returns these options with another time for leads to end when the process stops serving; those
   * that have not ended by then are interrupted, and go on in another process.
   */
  public DbSchedulerOptions withPatience(Duration patience) {
    Draft changed = values.copy();
    changed.patience = atLeast(Duration.ZERO, patience);
    return new DbSchedulerOptions(changed);
  }

  /** Returns these options with another clock; those of all processes should agree to a second. */
  public DbSchedulerOptions withClock(Clock clock) {
    Draft changed = values.copy();
    changed.clock = Objects.requireNonNull(clock);
    return new DbSchedulerOptions(changed);
  }

  /** Returns these options for a table that the host makes with the shipped script. */
  public DbSchedulerOptions withoutMigration() {
    Draft changed = values.copy();
    changed.migrates = false;
    return new DbSchedulerOptions(changed);
  }

  private static Duration atLeast(Duration least, Duration value) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException("at least " + least + ", not " + value);
    }
    return value;
  }

  /** Returns how many leads are worked on at a time in this process. */
  public int leads() {
    return values.leads;
  }

  /** Returns the time between two looks for work. */
  public Duration poll() {
    return values.poll;
  }

  /** Returns the time between two heartbeats. */
  public Duration heartbeat() {
    return values.heartbeat;
  }

  /** Returns how many heartbeats may be missed. */
  public int missedHeartbeats() {
    return values.missed;
  }

  /** Returns for how long a process must not be heard of before its leads are taken. */
  public Duration lease() {
    return values.heartbeat.multipliedBy(values.missed);
  }

  /** Returns for how long a lead is put off the first time. */
  public Duration firstDelay() {
    return values.firstDelay;
  }

  /** Returns for how long a lead is put off at most. */
  public Duration longestDelay() {
    return values.longestDelay;
  }

  /** Returns how long leads may take to end when the process stops serving. */
  public Duration patience() {
    return values.patience;
  }

  /** Returns the clock. */
  public Clock clock() {
    return values.clock;
  }

  /** Returns whether the table is made if there is none. */
  public boolean migrates() {
    return values.migrates;
  }
}
