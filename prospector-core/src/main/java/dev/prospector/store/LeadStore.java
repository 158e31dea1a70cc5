package dev.prospector.store;

import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Section;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps leads with their dossiers. Implementations are safe for several threads. */
public interface LeadStore {

  /**
   * Keeps a lead and its dossier; both or neither.
   *
   * @return false, with nothing changed, if the stored lead has the same or a newer version
   */
  boolean save(Tenant tenant, Lead lead, Dossier dossier);

  /** Returns a lead with its dossier. */
  Optional<Stored> find(Tenant tenant, LeadId id);

  /**
   * Returns leads in the order of their ids.
   *
   * @param after the id after which to start; empty text for the beginning
   * @param limit the most to return, from 1
   */
  List<Stored> list(Tenant tenant, String after, int limit);

  /** Removes a lead with its dossier, and returns whether there was one. */
  boolean remove(Tenant tenant, LeadId id);

  /**
   * A lead with its dossier.
   *
   * @param lead as last saved
   * @param dossier as saved with it
   */
  record Stored(Lead lead, Dossier dossier) {}

  /**
   * Returns those of some sections that it cannot keep, since it was not told of them; none, where
   * it keeps every section.
   */
  default List<Section<?>> unknown(Collection<Section<?>> sections) {
    return List.of();
  }
}
