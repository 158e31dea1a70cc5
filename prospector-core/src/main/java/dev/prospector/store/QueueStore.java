package dev.prospector.store;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps which runs wait for their turn and which store object works on those that had it, so that a
 * queue outlives its processes. A run that waits is {@code QUEUED}: it accepts leads and gives none
 * out; {@code RunStarted} is written when its turn has come, or when it is steered to {@code
 * RUNNING} out of turn. Implementations are safe for several threads and, where they are on a
 * shared database, for several processes.
 */
public interface QueueStore {

  /**
   * Has a run wait, or finds the one that has this id, which stays as it is. Its turn does not come
   * before its input is {@linkplain RunStore#complete complete}.
   *
   * @throws dev.prospector.error.RunException if the run exists with another pipeline
   */
  StoredRun enqueue(
      Tenant tenant, RunId run, String pipeline, Map<String, String> notes, RunTerms terms);

  /**
   * Takes a run to be worked on through this store object: one that had its turn and whose holder
   * is not heard of any more or left it, else the one whose turn it is by {@link QueueTurns}, if
   * there is room. The limits hold over all store objects that take from the queue.
   *
   * @param pipelines names of those that can be worked on here
   */
  Optional<Taken> take(QueueLimits limits, Collection<String> pipelines);

  /** Leaves a run that was taken through this store object to whoever takes next. */
  void leave(Tenant tenant, RunId run);

  /** Returns everything that waits and everything that had its turn and has not ended. */
  Queue queue();

  /** A run, and whose it is. */
  record OfTenant(Tenant tenant, StoredRun run) {}

  /**
   * A run that was taken.
   *
   * @param anew whether its turn has just come; else somebody worked on it before
   */
  record Taken(Tenant tenant, StoredRun run, boolean anew) {}

  /**
   * A queue at one moment.
   *
   * @param waiting in the order of their turns, those whose input is not complete last
   * @param working that had their turn, paused ones as well
   */
  record Queue(List<OfTenant> waiting, List<OfTenant> working) {

    /** Fixes the lists. */
    public Queue {
      waiting = List.copyOf(waiting);
      working = List.copyOf(working);
    }
  }
}
