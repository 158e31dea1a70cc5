package dev.prospector.engine.internal.step;

import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.SectionCodec;
import dev.prospector.engine.internal.lead.PersonsFields;
import dev.prospector.engine.internal.workplace.StepFingerprints;
import dev.prospector.engine.internal.workplace.Workplace;
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
 * @param withheld what tells the section from the one that was written, if somebody said no since
 */
record StepEnd(
    StepResult result,
    @Nullable Entry<?> entry,
    @Nullable Entry<?> found,
    List<Snapshot> snapshots,
    @Nullable Fingerprint rating,
    @Nullable Fingerprint withheld) {

  private static final SectionCodec CODEC = new SectionCodec();

  static StepEnd with(StepResult result, Entry<?> entry, List<Snapshot> snapshots) {
    return new StepEnd(result, entry, entry, snapshots, null, null);
  }

  /**
   * Returns the end of a step whose section was written before: rated as it is read now, and
   * without those who said no since.
   */
  static <T> StepEnd reread(
      StepResult result, Entry<T> written, List<Snapshot> snapshots, LeadExecution lead) {
    Workplace run = lead.run();
    Rating.Rated<T> rated = Rating.of(written.value(), run.ports().confidence(), run.asOf());
    Entry<T> now = written.with(rated.value());
    Entry<T> left = run.suppression().without(lead.lead(), now).orElse(null);
    Fingerprint rating = rating(rated.confidences());
    return left == null
        ? new StepEnd(result, null, null, snapshots, null, null)
        : new StepEnd(result, left, left, snapshots, rating, left == now ? null : withheld(left));
  }

  private static <T> Fingerprint withheld(Entry<T> left) {
    return Fingerprint.hasher().add(CODEC.encode(left.section(), left.value())).finish();
  }

  private static @Nullable Fingerprint rating(List<Double> confidences) {
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    confidences.forEach(one -> hasher.add(Double.doubleToLongBits(one)));
    return confidences.isEmpty() ? null : hasher.finish();
  }

  /** What a person set stays, and agents that read the section read the person's value. */
  StepEnd withPersonsFields(Dossier present) {
    if (entry == null || present.entries().isEmpty()) {
      return this;
    }
    Entry<?> merged = PersonsFields.keep(present, entry);
    return merged == entry ? this : new StepEnd(result, merged, found, snapshots, rating, withheld);
  }

  /** Returns the fingerprint of the section for who reads it; null if it was not written. */
  @Nullable Fingerprint inputs(boolean withConfidence) {
    Entry<?> read = entry;
    if (read == null) {
      return null;
    }
    Fingerprint inputs = read.provenance().inputs();
    if (withheld != null) {
      inputs = Fingerprint.hasher().add(inputs).add("withheld").add(withheld).finish();
    }
    return rating == null || !withConfidence ? inputs : StepFingerprints.rated(inputs, rating);
  }

  static StepEnd without(StepResult.State state, String step, String reason, int attempts) {
    return new StepEnd(
        new StepResult(step, state, reason, attempts), null, null, List.of(), null, null);
  }
}
