package dev.prospector.store;

import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import java.util.List;
import java.util.Optional;

/** Remembers nothing. */
enum NoJournal implements Journal {
  INSTANCE;

  @Override
  public Optional<StepCommit> find(Tenant tenant, Fingerprint inputs) {
    return Optional.empty();
  }

  @Override
  public StepCommit commit(Tenant tenant, StepCommit commit) {
    return commit;
  }

  @Override
  public void intend(Tenant tenant, CallIntent intent) {}

  @Override
  public void settle(Tenant tenant, CallOutcome outcome) {}

  @Override
  public List<CallIntent> unsettled(Tenant tenant, String run) {
    return List.of();
  }

  @Override
  public void keep(Tenant tenant, LookUp lookUp) {}

  @Override
  public List<LookUp> lookUps(Tenant tenant, LeadId lead) {
    return List.of();
  }

  @Override
  public int forget(Tenant tenant, LeadId lead) {
    return 0;
  }
}
