package dev.prospector.engine.internal.lead;

import dev.prospector.dossier.Author;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Provenance;
import dev.prospector.dossier.SectionCodec;
import dev.prospector.engine.internal.workplace.StepFingerprints;

/** Puts the fields that a person set over what an agent just wrote. */
public final class PersonsFields {

  private static final SectionCodec CODEC = new SectionCodec();

  private PersonsFields() {}

  /** Returns the entry itself if no person set a field of its section. */
  public static <T> Entry<T> keep(Dossier present, Entry<T> written) {
    Entry<T> before = present.entry(written.section()).orElse(null);
    if (before == null || !isCorrected(before)) {
      return written;
    }
    Dossier after = present.written(written.section(), written.value(), written.provenance());
    Entry<T> merged = after.entry(written.section()).orElseThrow();
    if (merged.value().equals(written.value())) {
      return new Entry<>(
          merged.section(),
          merged.value(),
          written.provenance(),
          merged.owners(),
          merged.unknown());
    }
    Fingerprint changed =
        StepFingerprints.variant(
            written.provenance().inputs(), CODEC.encode(merged.section(), merged.value()));
    Provenance p = written.provenance();
    Provenance provenance =
        new Provenance(
            p.writer(),
            p.version(),
            p.author(),
            changed,
            p.at(),
            p.usage(),
            p.note(),
            p.model(),
            p.prompt());
    return new Entry<>(
        merged.section(), merged.value(), provenance, merged.owners(), merged.unknown());
  }

  private static boolean isCorrected(Entry<?> entry) {
    return entry.provenance().author() == Author.HUMAN
        || entry.owners().containsValue(Author.HUMAN);
  }
}
