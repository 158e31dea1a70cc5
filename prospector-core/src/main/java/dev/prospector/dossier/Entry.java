package dev.prospector.dossier;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What stands in a section, where it comes from, and whose each field is.
 *
 * @param section the place
 * @param value what stands there
 * @param provenance where it comes from
 * @param owners for fields that were set by somebody other than the provenance's author, who it
 *     was; keyed by the name of the record component
 * @param unknown what a later version stored that this one does not know, as {@link SectionCodec}
 *     reads it and puts it back; usually empty
 */
public record Entry<T>(
    Section<T> section,
    T value,
    Provenance provenance,
    Map<String, Author> owners,
    String unknown) {

  /** Fixes the owners. */
  public Entry {
    Objects.requireNonNull(section);
    Objects.requireNonNull(value);
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(unknown);
    owners =
        owners.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(owners));
  }

  /** Creates an entry in which everything is known. */
  public Entry(Section<T> section, T value, Provenance provenance, Map<String, Author> owners) {
    this(section, value, provenance, owners, "");
  }

  /** Returns an entry whose every field is its author's. */
  public static <T> Entry<T> of(Section<T> section, T value, Provenance provenance) {
    return new Entry<>(section, value, provenance, Map.of());
  }

  /** Returns this entry with another value that comes from where this one does. */
  public Entry<T> with(T otherValue) {
    return new Entry<>(section, otherValue, provenance, owners, unknown);
  }

  /** Returns whose a field is. */
  public Author ownerOf(String field) {
    return owners.getOrDefault(field, provenance.author());
  }
}
