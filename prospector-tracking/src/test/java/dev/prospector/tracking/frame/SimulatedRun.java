package dev.prospector.tracking.frame;

import dev.prospector.dossier.Dossier;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A run that lives a random life, one act at a time: leads, pauses, crashes, and one end. */
final class SimulatedRun {

  static final Tenant TENANT = new Tenant("acme");
  static final RunId RUN = RunId.of("job");

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int LEADS = 25;

  private final InMemoryRunStore first = new InMemoryRunStore(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Random random;
  private final RunState wish;
  private InMemoryRunStore process = first;
  private final List<Work> held = new ArrayList<>();
  private int acts;

  /** A lead in flight. */
  private static final class Work {
    private final Lease lease;
    private int steps;
    private long commits;

    private Work(Lease lease) {
      this.lease = lease;
      this.steps = lease.before().events().size();
    }
  }

  SimulatedRun(long seed) {
    this.random = new Random(seed);
    RunState[] ends = {
      RunState.COMPLETED, RunState.STOPPED, RunState.CANCELLED, RunState.TIMED_OUT, RunState.FAILED
    };
    this.wish = ends[(int) (seed % ends.length)];
    first.open(TENANT, RUN, "standard", Map.of());
  }

  RunStore store() {
    return first;
  }

  boolean isEnded() {
    return first.find(TENANT, RUN).orElseThrow().state().isEnded();
  }

  /** Lets something happen. */
  void act() {
    acts++;
    if (acts % 6 == 1 && accepted() < LEADS) {
      accept();
    } else if (acts > 120 && wish != RunState.COMPLETED) {
      held.forEach(work -> process.release(work.lease));
      held.clear();
      first.steer(TENANT, RUN, wish);
    } else if (accepted() >= LEADS && random.nextInt(4) == 0) {
      first.complete(TENANT, RUN);
    } else {
      actOnce(random.nextInt(20));
    }
  }

  private void actOnce(int what) {
    if (what == 0) {
      first.steer(TENANT, RUN, RunState.PAUSED);
    } else if (what < 3) {
      first.steer(TENANT, RUN, RunState.RUNNING);
    } else if (what == 3) {
      crash();
    } else if (what < 8 || held.isEmpty()) {
      first.steer(TENANT, RUN, RunState.RUNNING);
      process.claim(TENANT, RUN, 1).forEach(lease -> held.add(new Work(lease)));
    } else {
      goOn(held.get(random.nextInt(held.size())));
    }
  }

  private long accepted() {
    return first.find(TENANT, RUN).orElseThrow().leads().accepted();
  }

  private void accept() {
    long from = accepted();
    List<Lead> leads = new ArrayList<>();
    for (long i = from; i < from + 5; i++) {
      leads.add(Lead.of(LeadId.of("lead" + i), Company.named("Company " + i)));
    }
    first.accept(TENANT, RUN, from, leads);
  }

  /** The process is gone, and another one goes on. */
  private void crash() {
    process.lapse();
    process = first.another();
    held.clear();
  }

  private void goOn(Work work) {
    LeadId lead = work.lease.lead().id();
    List<EventDraft.Unnumbered> all =
        List.of(
            at -> new RunEvent.LeadStarted(at, lead),
            at -> new RunEvent.StepStarted(at, lead, "website"),
            at -> new RunEvent.StepRetried(at, lead, "website", 1, "slow"),
            at -> new RunEvent.StepReused(at, lead, "website"));
    if (work.steps < all.size()) {
      process.commit(commit(work, all.get(work.steps)));
      work.steps++;
      return;
    }
    LeadStatus status = random.nextInt(3) == 0 ? LeadStatus.FAILED : LeadStatus.ENRICHED;
    Lead ended = work.lease.lead().at(LeadStage.COMPLETED, status);
    RunCommit.Ending ending = new RunCommit.Ending(ended, Dossier.empty(), List.of());
    process.commit(
        commit(work, at -> new RunEvent.LeadFinished(at, lead, status, "")).ending(ending));
    held.remove(work);
  }

  private static RunCommit commit(Work work, EventDraft.Unnumbered event) {
    work.commits++;
    return RunCommit.of(work.lease, work.commits, List.of(new EventDraft(NOW, event)));
  }
}
