package dev.prospector.simulation;

import dev.prospector.dossier.Dossier;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import java.util.List;
import java.util.Optional;

/** A store of leads whose process can die before and after each write. */
final class CrashingLeadStore implements LeadStore {

  private final LeadStore leads;
  private final CrashPoints points;

  CrashingLeadStore(LeadStore leads, CrashPoints points) {
    this.leads = leads;
    this.points = points;
  }

  @Override
  public boolean save(Tenant tenant, Lead lead, Dossier dossier) {
    return points.around("lead save", () -> leads.save(tenant, lead, dossier));
  }

  @Override
  public Optional<Stored> find(Tenant tenant, LeadId id) {
    return points.read(() -> leads.find(tenant, id));
  }

  @Override
  public List<Stored> list(Tenant tenant, String after, int limit) {
    return points.read(() -> leads.list(tenant, after, limit));
  }

  @Override
  public boolean remove(Tenant tenant, LeadId id) {
    return points.around("lead remove", () -> leads.remove(tenant, id));
  }
}
