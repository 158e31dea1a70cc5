package dev.prospector.engine.internal.lead;

import dev.prospector.dossier.Dossier;
import dev.prospector.error.RunException;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.run.LeadResult;
import dev.prospector.store.LeadStore;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The store of leads as one run sees it, if there is one. What became of a lead is put over what
 * stands there by then: a correction that a person made while the lead was worked on is kept.
 */
public final class StoredLeads {

  private static final int MOST_TRIES = 20;

  private final Optional<LeadStore> store;
  private final Tenant tenant;

  public StoredLeads(Optional<LeadStore> store, Tenant tenant) {
    this.store = store;
    this.tenant = tenant;
  }

  /** Returns what is known about a lead. */
  public Dossier present(LeadId id) {
    return store
        .flatMap(s -> s.find(tenant, id))
        .map(LeadStore.Stored::dossier)
        .orElse(Dossier.empty());
  }

  /**
   * Keeps a result, and returns it as it was kept.
   *
   * @param write puts what was found into a dossier
   */
  public LeadResult keep(LeadResult result, UnaryOperator<Dossier> write) {
    return store.map(s -> keep(s, result, write, s::save)).orElse(result);
  }

  /**
   * Saves a lead; false, with nothing changed, if the stored one has the same or a newer version.
   */
  @FunctionalInterface
  public interface Save {
    boolean save(Tenant tenant, Lead lead, Dossier dossier);
  }

  /** Keeps a result in a way of the caller's. */
  public LeadResult keep(LeadResult result, UnaryOperator<Dossier> write, Save save) {
    return keep(store.orElseThrow(), result, write, save);
  }

  private LeadResult keep(
      LeadStore leads, LeadResult result, UnaryOperator<Dossier> write, Save save) {
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<LeadStore.Stored> stored = leads.find(tenant, result.lead().id());
      Lead lead = stored.map(s -> result.lead().after(s.lead())).orElse(result.lead());
      Dossier before = stored.map(LeadStore.Stored::dossier).orElse(Dossier.empty());
      Dossier dossier = write.apply(before);
      if (save.save(tenant, lead, dossier)) {
        return new LeadResult(result.index(), lead, dossier, result.snapshots(), result.steps());
      }
      // Somebody saved in between: once more over theirs.
    }
    throw new RunException(
        "lead " + result.lead().id() + " was changed " + MOST_TRIES + " times while it was stored");
  }
}
