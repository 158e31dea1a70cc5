package dev.prospector.simulation;

import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import dev.prospector.store.Journal;
import dev.prospector.store.StepCommit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A journal whose process can die before and after each write. Safe for several threads. */
public final class CrashingJournal implements Journal {

  private final Journal journal;
  private final CrashPoints points;

  /** Creates a journal of a process that dies at one of the given points. */
  public CrashingJournal(Journal journal, CrashPoints points) {
    this.journal = Objects.requireNonNull(journal);
    this.points = Objects.requireNonNull(points);
  }

  @Override
  public Optional<StepCommit> find(Tenant tenant, Fingerprint inputs) {
    return points.read(() -> journal.find(tenant, inputs));
  }

  @Override
  public StepCommit commit(Tenant tenant, StepCommit commit) {
    return points.around("journal step", () -> journal.commit(tenant, commit));
  }

  @Override
  public void intend(Tenant tenant, CallIntent intent) {
    points.around("journal intent", () -> journal.intend(tenant, intent));
  }

  @Override
  public void settle(Tenant tenant, CallOutcome outcome) {
    points.around("journal outcome", () -> journal.settle(tenant, outcome));
  }

  @Override
  public List<CallIntent> unsettled(Tenant tenant, String run) {
    return points.read(() -> journal.unsettled(tenant, run));
  }

  @Override
  public void keep(Tenant tenant, LookUp lookUp) {
    points.around("journal look-up", () -> journal.keep(tenant, lookUp));
  }

  @Override
  public List<LookUp> lookUps(Tenant tenant, LeadId lead) {
    return points.read(() -> journal.lookUps(tenant, lead));
  }

  @Override
  public int forget(Tenant tenant, LeadId lead) {
    return points.around("journal forget", () -> journal.forget(tenant, lead));
  }
}
