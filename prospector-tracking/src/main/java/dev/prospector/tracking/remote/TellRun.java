package dev.prospector.tracking.remote;

import dev.prospector.dossier.Dossier;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Writes into a run what is kept of its leads and not told yet; again and again, if it has to. */
final class TellRun {

  private static final int LOCKS = 64;
  private static final int AT_A_TIME = 200;

  private final RunStore runs;
  private final ReportStore reports;
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

  TellRun(RunStore runs, ReportStore reports) {
    this.runs = runs;
    this.reports = reports;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  /** One thread of this process at a time; another process holds the lead's lease. */
  void of(Tenant tenant, RemoteLead lead) {
    ReentrantLock lock = locks[Math.floorMod(lead.start().lead().hashCode(), LOCKS)];
    lock.lock();
    try {
      accept(tenant, lead);
      tell(tenant, lead);
    } finally {
      lock.unlock();
    }
  }

  /** Accepts the lead, and before it those of which a crash kept the run from hearing. */
  private void accept(Tenant tenant, RemoteLead lead) {
    RunId run = lead.start().run();
    long accepted = runs.find(tenant, run).map(r -> r.leads().accepted()).orElse(0L);
    while (accepted <= lead.position()) {
      List<Lead> next = next(tenant, run, accepted);
      accepted = runs.accept(tenant, run, accepted, next);
    }
  }

  private List<Lead> next(Tenant tenant, RunId run, long from) {
    List<Lead> next = new ArrayList<>();
    for (RemoteLead lead : reports.leads(tenant, run, from, AT_A_TIME)) {
      while (from + next.size() < lead.position()) {
        next.add(forgotten(run, from + next.size()));
      }
      next.add(lead.start().accepted());
    }
    return next;
  }

  /** Its place has to be taken, so that those after it keep theirs. */
  private static Lead forgotten(RunId run, long position) {
    return LeadStart.of(LeadId.of("erased-" + position), run).accepted();
  }

  private void tell(Tenant tenant, RemoteLead known) {
    RunId run = known.start().run();
    Optional<Lease> lease = runs.claim(tenant, run, known.position());
    if (lease.isEmpty()) {
      checkNothingIsLeft(tenant, known);
      return;
    }
    boolean ended = false;
    try {
      ended = write(tenant, lease.get(), latest(tenant, known));
    } finally {
      if (!ended) {
        runs.release(lease.get());
      }
    }
  }

  /** Read under the lease, so that nothing that was kept meanwhile is left out. */
  private RemoteLead latest(Tenant tenant, RemoteLead known) {
    return reports.leads(tenant, known.start().run(), known.position(), 1).stream()
        .filter(lead -> lead.position() == known.position())
        .findFirst()
        .orElse(known);
  }

  private void checkNothingIsLeft(Tenant tenant, RemoteLead lead) {
    RunId run = lead.start().run();
    boolean open = runs.unfinished(tenant, run, lead.position(), 1).contains(lead.position());
    Optional<StoredRun> stored = runs.find(tenant, run);
    boolean givesOut = stored.map(r -> r.wish() == RunState.RUNNING).orElse(false);
    if (open && givesOut) {
      throw new PortException(
          "remote-runs",
          "lead '%s' is being written by somebody else: report it again"
              .formatted(lead.start().lead()),
          RetryAdvice.after(Duration.ofSeconds(1)));
    }
  }

  /** Ends a lead that is going to be erased, if it has not ended. */
  void skipped(Tenant tenant, RemoteLead lead) {
    RunId run = lead.start().run();
    boolean accepted =
        runs.find(tenant, run).filter(r -> r.leads().accepted() > lead.position()).isPresent();
    if (!accepted) {
      return;
    }
    Optional<Lease> lease = runs.claim(tenant, run, lead.position());
    if (lease.isPresent()) {
      EventDraft end =
          new EventDraft(
              lead.state().updated(),
              at ->
                  new RunEvent.LeadFinished(
                      at, lead.start().lead(), LeadStatus.SKIPPED, "the lead was erased"));
      RunCommit.Outcome unused =
          end(tenant, RunCommit.of(lease.get(), 1, List.of(end)), LeadStatus.SKIPPED, List.of());
    }
  }

  /** Returns whether the lead ended with it. */
  private boolean write(Tenant tenant, Lease lease, RemoteLead lead) {
    RemoteEvents all =
        RemoteEvents.of(lead, reports.reports(tenant, lease.run(), lead.start().lead()));
    int told = lease.before().events().size();
    List<EventDraft> rest = all.drafts().stream().skip(told).toList();
    RunCommit commit = RunCommit.of(lease, 1, rest);
    if (!lead.state().status().isEnded()) {
      if (!rest.isEmpty()) {
        RunCommit.Outcome unused = runs.commit(commit);
      }
      return false;
    }
    RunCommit.Outcome unused = end(tenant, commit, all.status(), all.steps());
    return true;
  }

  private RunCommit.Outcome end(
      Tenant tenant, RunCommit commit, LeadStatus status, List<StepResult> steps) {
    RunCommit.Outcome outcome = new RunCommit.Outcome.Outdated();
    while (outcome instanceof RunCommit.Outcome.Outdated) {
      outcome = runs.commit(commit.ending(ending(tenant, commit.lease(), status, steps)));
    }
    return outcome;
  }

  /** What the host's own agents found out about the lead stays as it is. */
  private RunCommit.Ending ending(
      Tenant tenant, Lease lease, LeadStatus status, List<StepResult> steps) {
    LeadStage stage = status == LeadStatus.ENRICHED ? LeadStage.COMPLETED : LeadStage.ANALYSIS;
    Optional<LeadStore.Stored> stored = runs.leads().find(tenant, lease.lead().id());
    Lead before = stored.map(LeadStore.Stored::lead).orElse(lease.lead());
    Dossier dossier = stored.map(LeadStore.Stored::dossier).orElse(Dossier.empty());
    return new RunCommit.Ending(before.at(stage, status), dossier, steps);
  }
}
