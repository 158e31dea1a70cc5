package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Provenance;
import dev.prospector.dossier.Section;
import dev.prospector.dossier.SectionCodec;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Turns entries of a dossier into columns and back. Safe for several threads. */
public final class EntryCodec {

  private static final TypeReference<Provenance> PROVENANCE = new TypeReference<>() {};
  private static final TypeReference<Map<String, Author>> OWNERS = new TypeReference<>() {};

  private final SectionCodec codec = new SectionCodec();
  private final KnownSections known;

  /** An entry as it is stored: JSON beside the section's name and format number. */
  public record Columns(
      String section, int format, String value, String provenance, String owners) {}

  public EntryCodec(KnownSections known) {
    this.known = known;
  }

  public KnownSections known() {
    return known;
  }

  public <T> Columns encode(Entry<T> entry) {
    known.require(entry.section());
    return new Columns(
        entry.section().name(),
        entry.section().format(),
        codec.encode(entry.section(), entry.value(), entry.unknown()),
        Json.text(entry.provenance()),
        Json.text(entry.owners()));
  }

  public Entry<?> decode(Columns columns) {
    return decode(known.named(columns.section()), columns);
  }

  private <T> Entry<T> decode(Section<T> section, Columns columns) {
    String row = "section '" + section + "'";
    SectionCodec.Stored<T> stored = codec.read(section, columns.format(), columns.value());
    return new Entry<>(
        section,
        stored.value(),
        Json.read(columns.provenance(), PROVENANCE, row),
        Json.read(columns.owners(), OWNERS, row),
        stored.unknown());
  }
}
