package dev.prospector.adapter.export.record;

import dev.prospector.dossier.Dossier;
import java.util.Optional;

/** Finds what a dossier holds by type, so that a section of another type disturbs nothing. */
public final class Sections {

  private Sections() {}

  /** Returns the value of the section of that type. */
  public static <T> Optional<T> find(Dossier dossier, Class<T> type) {
    return dossier.entries().stream()
        .map(entry -> (Object) entry.value())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
