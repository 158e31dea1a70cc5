package dev.prospector.context;

import java.util.List;

/**
 * Whether a business context says enough to qualify leads against it.
 *
 * @param required the names of properties without which nothing can be qualified
 * @param helpful the names of properties without which results are less sharp
 */
public record Readiness(List<String> required, List<String> helpful) {

  /** Fixes the lists. */
  public Readiness {
    required = List.copyOf(required);
    helpful = List.copyOf(helpful);
  }

  /** Returns whether nothing required is missing. */
  public boolean isReady() {
    return required.isEmpty();
  }
}
