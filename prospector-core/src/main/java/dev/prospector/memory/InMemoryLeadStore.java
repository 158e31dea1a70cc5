package dev.prospector.memory;

import dev.prospector.dossier.Dossier;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Leads of this process; grows with each lead saved. */
public final class InMemoryLeadStore implements LeadStore {

  private final ConcurrentMap<Tenant, ConcurrentSkipListMap<String, Stored>> tenants =
      new ConcurrentHashMap<>();

  /** Creates an empty store. */
  public InMemoryLeadStore() {}

  @Override
  public boolean save(Tenant tenant, Lead lead, Dossier dossier) {
    Stored stored = new Stored(lead, dossier);
    Stored kept =
        leads(tenant)
            .merge(
                lead.id().value(),
                stored,
                (old, fresh) -> fresh.lead().version() > old.lead().version() ? fresh : old);
    return kept == stored;
  }

  @Override
  public Optional<Stored> find(Tenant tenant, LeadId id) {
    return Optional.ofNullable(leads(tenant).get(id.value()));
  }

  @Override
  public List<Stored> list(Tenant tenant, String after, int limit) {
    return leads(tenant).tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public boolean remove(Tenant tenant, LeadId id) {
    return leads(tenant).remove(id.value()) != null;
  }

  private ConcurrentSkipListMap<String, Stored> leads(Tenant tenant) {
    return tenants.computeIfAbsent(tenant, t -> new ConcurrentSkipListMap<>());
  }
}
