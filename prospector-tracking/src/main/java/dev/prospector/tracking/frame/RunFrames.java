package dev.prospector.tracking.frame;

import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import java.util.Objects;

/**
 * Stored runs as frames. What a reader gets depends on the run's events alone: it may be cut off
 * and go on after any frame, and has no gap and nothing twice.
 *
 * <p>Each lead that was generated has one {@code lead_enrichment_end}, also where the run ended
 * before its turn came; the last frame is the one {@code pipeline_end}. A run that ended, and was
 * opened again later, ends where it did so last. Safe for several threads.
 */
public final class RunFrames {

  private final RunStore runs;

  /** Reads from a store. */
  public RunFrames(RunStore runs) {
    this.runs = Objects.requireNonNull(runs);
  }

  /**
   * Which run is read, and for whom.
   *
   * @param tenant whose run it is
   * @param run the run
   * @param user who reads, as it stands in each frame
   */
  public record Stream(Tenant tenant, RunId run, String user) {}

  /**
   * Begins to read.
   *
   * @param after what was read before
   * @throws RunException if the tenant has no such run
   */
  public FrameReader read(Stream stream, FramePlace after) {
    if (runs.find(stream.tenant(), stream.run()).isEmpty()) {
      throw new RunException(
          "tenant '" + stream.tenant() + "' has no run '" + stream.run() + "': start it first");
    }
    return new FrameReader(runs, stream, after);
  }
}
