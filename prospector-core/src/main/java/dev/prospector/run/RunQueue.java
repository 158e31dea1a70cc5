package dev.prospector.run;

import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.StoredRun;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Runs that wait for their turn: so many are worked on at a time in all and for each tenant, and
 * tenants take turns. It is kept in the run store, shared by every process that opens one over it,
 * and takes up what dead processes left, of all tenants. Safe for several threads.
 */
public interface RunQueue extends AutoCloseable {

  /**
   * Has a run wait for its turn; returns when it and all its leads are stored. Given again under
   * its id, with the same list, what was accepted is passed over.
   *
   * @param leads read to the end by the caller's thread
   * @return the run, {@code QUEUED} unless it was there before
   * @throws dev.prospector.error.RunException if the queue is closed, or the run exists with
   *     another pipeline or another list
   * @throws dev.prospector.error.ConfigurationException if the terms of the run cannot hold
   */
  StoredRun submit(Pipeline pipeline, Iterator<Lead> leads, RunOptions options);

  /** Returns what waits and runs in all, and the places of a tenant's runs. */
  Status status(Tenant tenant);

  /**
   * Takes no more runs, lets steps that run end within 30 seconds, and leaves the rest to others.
   */
  @Override
  void close();

  /**
   * A queue as one tenant sees it.
   *
   * @param working how many runs of all tenants are worked on
   * @param waiting how many runs of all tenants wait
   * @param limits how many may be worked on at a time
   * @param own this tenant's runs that wait, in the order of their turns
   */
  record Status(int working, int waiting, QueueLimits limits, List<Place> own) {

    /** Fixes the list. */
    public Status {
      own = List.copyOf(own);
    }
  }

  /**
   * The place of a run that waits.
   *
   * @param run its id
   * @param position from 1, among the runs of all tenants
   * @param left about how long until everything before it is done, at the rate at which leads end
   *     at present; zero where it can begin at once, empty while no rate is known
   */
  record Place(RunId run, int position, Optional<Duration> left) {}
}
