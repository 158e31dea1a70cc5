package dev.prospector.adapter.store;

import dev.prospector.dossier.Section;
import dev.prospector.pipeline.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a store is opened.
 *
 * <p>Immutable.
 *
 * @param sections every section that may be written or read; no other can be
 * @param clock tells the time for budgets, leases and cached answers
 * @param migrates whether the store brings its tables up to date; if not, the host did
 * @param lease how long a process holds leads, and what it reserved of a budget, after it was last
 *     heard of; at least 4 seconds, of which it is heard of four times
 */
public record StoreOptions(
    List<Section<?>> sections, Clock clock, boolean migrates, Duration lease) {

  private static final Duration LEAST_LEASE = Duration.ofSeconds(4);

  /** Checks the lease. */
  public StoreOptions {
    sections = List.copyOf(sections);
    if (lease.compareTo(LEAST_LEASE) < 0) {
      throw new IllegalArgumentException("a lease is at least " + LEAST_LEASE + ", not " + lease);
    }
  }

  /**
   * Returns options for no section, the system's clock, with migration and a lease of 12 seconds.
   */
  public static StoreOptions defaults() {
    return new StoreOptions(List.of(), Clock.systemUTC(), true, Duration.ofSeconds(12));
  }

  /** Returns these options with more sections. */
  public StoreOptions withSections(Section<?>... more) {
    List<Section<?>> all = new ArrayList<>(sections);
    all.addAll(Arrays.asList(more));
    return new StoreOptions(all, clock, migrates, lease);
  }

  /** Returns these options with every section that the agents of a pipeline write. */
  public StoreOptions withPipeline(Pipeline pipeline) {
    return withSections(
        pipeline.agents().stream().map(agent -> agent.spec().writes()).toArray(Section<?>[]::new));
  }

  /** Returns these options with another clock. */
  public StoreOptions withClock(Clock newClock) {
    return new StoreOptions(sections, newClock, migrates, lease);
  }

  /** Returns these options for tables that the host keeps up to date with the shipped scripts. */
  public StoreOptions withoutMigration() {
    return new StoreOptions(sections, clock, false, lease);
  }

  /** Returns these options with another lease. */
  public StoreOptions withLease(Duration newLease) {
    return new StoreOptions(sections, clock, migrates, newLease);
  }
}
