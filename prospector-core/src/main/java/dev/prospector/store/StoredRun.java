package dev.prospector.store;

import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it is stored.
 *
 * @param id unique in its tenant
 * @param pipeline the pipeline's name
 * @param notes what the host wants to find again with the run, such as where its input lies; no
 *     personal data
 * @param state what it is doing, or how it ended
 * @param wish the state that was asked for and is not reached while leads are still worked on; the
 *     state itself otherwise
 * @param leads how many there are of which kind
 * @param times when it began and ended
 * @param lastEvent the number of its last event, from 1
 * @param terms by which it is worked on
 */
public record StoredRun(
    RunId id,
    String pipeline,
    Map<String, String> notes,
    RunState state,
    RunState wish,
    Leads leads,
    Times times,
    long lastEvent,
    RunTerms terms) {

  /** Fixes the notes. */
  public StoredRun {
    notes = Map.copyOf(notes);
  }

  /**
   * Leads of a run.
   *
   * @param accepted that were taken from the input
   * @param complete whether that is the whole input
   * @param enriched that ended well
   * @param failed that ended with a failed step
   * @param skipped that were suppressed, or not worked on because the run ended
   */
  public record Leads(long accepted, boolean complete, long enriched, long failed, long skipped) {

    /** No leads yet. */
    public static final Leads NONE = new Leads(0, false, 0, 0, 0);

    /** Returns how many ended, in any way. */
    public long ended() {
      return enriched + failed + skipped;
    }

    /** Returns whether the whole input is there and has ended. */
    public boolean allEnded() {
      return complete && ended() == accepted;
    }
  }

  /**
   * When a run was on its way.
   *
   * @param started when it began, or while it waits in a queue when it came; "today" for its
   *     agents, however often it is resumed
   * @param ended when it ended, if it did
   */
  public record Times(Instant started, Optional<Instant> ended) {}
}
