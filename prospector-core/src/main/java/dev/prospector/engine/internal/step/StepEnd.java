package dev.prospector.engine.internal.step;

import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Rating;
import dev.prospector.evidence.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a step ended, with what it left.
 *
 * @param result what the caller is told
 * @param entry the section as it stands, with what a person set; null if it was not written
 * @param found the section as the agent wrote it; null if it was not written
 * @param snapshots what it kept
 * @param rating what tells its confidences from those that its agent saw; null if they are the same
 */
record StepEnd(
    StepResult result,
    @Nullable Entry<?> entry,
    @Nullable Entry<?> found,
    List<Snapshot> snapshots,
    @Nullable Fingerprint rating) {

  static StepEnd with(StepResult result, Entry<?> entry, List<Snapshot> snapshots) {
    return new StepEnd(result, entry, entry, snapshots, null);
  }

  /** Returns the end of a step whose section was written before, rated as it is read now. */
  static <T> StepEnd reread(
      StepResult result, Entry<T> written, List<Snapshot> snapshots, Workplace run) {
    Rating.Rated<T> rated = Rating.of(written.value(), run.ports().confidence(), run.asOf());
    Entry<T> entry =
        new Entry<>(
            written.section(),
            rated.value(),
            written.provenance(),
            written.owners(),
            written.unknown());
    return new StepEnd(result, entry, entry, snapshots, rating(rated.confidences()));
  }

  private static @Nullable Fingerprint rating(List<Double> confidences) {
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    confidences.forEach(one -> hasher.add(Double.doubleToLongBits(one)));
    return confidences.isEmpty() ? null : hasher.finish();
  }

  /** Returns this end with what a person set. */
  StepEnd merged(Entry<?> merged) {
    return new StepEnd(result, merged, found, snapshots, rating);
  }

  /** Returns the fingerprint of the section for who reads it; null if it was not written. */
  @Nullable Fingerprint inputs(boolean withConfidence) {
    Entry<?> read = entry;
    if (read == null) {
      return null;
    }
    Fingerprint inputs = read.provenance().inputs();
    return rating == null || !withConfidence ? inputs : StepFingerprints.rated(inputs, rating);
  }

  static StepEnd without(StepResult.State state, String step, String reason, int attempts) {
    return new StepEnd(new StepResult(step, state, reason, attempts), null, null, List.of(), null);
  }
}
