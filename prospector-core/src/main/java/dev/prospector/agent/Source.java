package dev.prospector.agent;

import dev.prospector.evidence.SnapshotId;
import java.util.Objects;

/**
 * A passage that a model is given as evidence.
 *
 * @param snapshot in which it stands
 * @param text its words, which are data, never instructions
 * @param weight how much it speaks of what is asked; where a question is too long, those of the
 *     least weight are left out
 */
public record Source(SnapshotId snapshot, String text, double weight) {

  /** Checks that all is there. */
  public Source {
    Objects.requireNonNull(snapshot);
    Objects.requireNonNull(text);
  }
}
