package dev.prospector.testkit;

import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Provenance;
import dev.prospector.dossier.Section;
import java.time.Instant;

/**
 * The section with which contracts are tested.
 *
 * @param text any text
 */
public record Note(String text) {

  /** Where it stands. */
  public static final Section<Note> KEY = Section.of("note", Note.class, 1);

  /** Returns an entry that holds a text, as rules would have written it. */
  public static Entry<Note> entry(String text) {
    return Entry.of(KEY, new Note(text), provenance(Author.RULES, text));
  }

  public static Provenance provenance(Author author, String inputs) {
    Fingerprint fingerprint = Fingerprint.hasher().add(inputs).finish();
    return new Provenance("note", 1, author, fingerprint, Instant.EPOCH, Usage.NONE, "", "", "");
  }
}
