package dev.prospector.run;

import dev.prospector.event.RunState;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a run has come at one moment.
 *
 * @param state what the run is doing
 * @param leads what became of the leads so far
 * @param steps what became of the steps so far
 * @param expected how many leads there will be, where known
 * @param leadsPerSecond measured over the last half minute; 0 before the first lead ended
 */
public record RunProgress(
    RunState state, Leads leads, Steps steps, OptionalLong expected, double leadsPerSecond) {

  /**
   * Leads so far.
   *
   * @param begun of which work began
   * @param enriched that ended well
   * @param failed that ended with a failed step
   * @param skipped that were suppressed, or not worked on because the run ended
   */
  public record Leads(long begun, long enriched, long failed, long skipped) {

    /** Returns how many ended, in any way. */
    public long ended() {
      return enriched + failed + skipped;
    }
  }

  /**
   * Steps so far, of those that this process worked on.
   *
   * @param executed that were run
   * @param reused whose result was taken from the journal
   * @param fellBack of both together, those in which rules took the place of the model
   * @param whyMost the commonest reason for that; empty if none fell back
   */
  public record Steps(long executed, long reused, long fellBack, String whyMost) {

    /** Returns counts of a run in which no step fell back. */
    public static Steps of(long executed, long reused) {
      return new Steps(executed, reused, 0, "");
    }
  }

  /** Returns the time left at the present rate; empty when the number of leads is not known. */
  public Optional<Duration> timeLeft() {
    if (expected.isEmpty() || leadsPerSecond <= 0) {
      return Optional.empty();
    }
    long left = Math.max(0, expected.getAsLong() - leads.ended());
    return Optional.of(Duration.ofMillis(Math.round(left * 1000 / leadsPerSecond)));
  }
}
