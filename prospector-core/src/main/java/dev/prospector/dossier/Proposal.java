package dev.prospector.dossier;

import java.util.List;

/**
 * What an agent found that differs from what a person set: kept beside it, for the person to
 * decide.
 *
 * @param section the section's name
 * @param differences one for each field that differs; at least one
 * @param provenance where the finding comes from
 */
public record Proposal(String section, List<Difference> differences, Provenance provenance) {

  /** Fixes the list. */
  public Proposal {
    differences = List.copyOf(differences);
  }

  /**
   * One field in both versions.
   *
   * @param field the name of the record component
   * @param present the value that stands
   * @param proposed the value that the agent found
   */
  public record Difference(String field, Object present, Object proposed) {}
}
