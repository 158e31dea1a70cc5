package dev.prospector.evidence;

import java.time.Instant;
import java.util.List;

/**
 * Computes how far a value can be relied on from the claims behind it; never asked of a model. A
 * host can replace it. Implementations are pure functions and safe for several threads.
 */
public interface ConfidencePolicy {

  /**
   * Returns the confidence in one value.
   *
   * @param agreeing claims that state the value; at least one
   * @param contradicting claims of the same field that state another value
   * @param asOf the time against which the age of a source counts
   * @return in 0..1
   */
  double confidence(
      List<? extends Claim<?>> agreeing, List<? extends Claim<?>> contradicting, Instant asOf);

  /**
   * Returns what tells this policy from every other one, with its version: change it whenever the
   * same claims may get another confidence.
   *
   * @return not blank; always the same
   */
  String identity();

  /** Returns the policy that ships; see {@link StandardConfidence}. */
  static ConfidencePolicy standard() {
    return StandardConfidence.INSTANCE;
  }
}
