package dev.prospector.simulation;

import dev.prospector.budget.Budget;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.Lease;
import dev.prospector.store.QueueStore;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.RunTerms;
import dev.prospector.store.SharedLimits;
import dev.prospector.store.StoredResult;
import dev.prospector.store.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A store of runs whose process can die before and after each write, those of its journal, its
 * leads and a budget included. Safe for several threads.
 */
public final class CrashingRunStore implements RunStore {

  private final RunStore runs;
  private final CrashPoints points;

  /** Creates a store of a process that dies at one of the given points. */
  public CrashingRunStore(RunStore runs, CrashPoints points) {
    this.runs = Objects.requireNonNull(runs);
    this.points = Objects.requireNonNull(points);
  }

  /** Returns a budget of the same process, whose reservations are settled with the runs. */
  public Budget budget(Budget budget) {
    return new CrashingBudget(budget, points);
  }

  @Override
  public Journal journal() {
    return new CrashingJournal(runs.journal(), points);
  }

  @Override
  public LeadStore leads() {
    return new CrashingLeadStore(runs.leads(), points);
  }

  @Override
  public SharedLimits limits() {
    return runs.limits();
  }

  @Override
  public boolean settles(Budget budget) {
    return runs.settles(budget instanceof CrashingBudget crashing ? crashing.inner() : budget);
  }

  @Override
  public StoredRun open(
      Tenant tenant, RunId run, String pipeline, Map<String, String> notes, RunTerms terms) {
    return points.around("open", () -> runs.open(tenant, run, pipeline, notes, terms));
  }

  @Override
  public Optional<StoredRun> find(Tenant tenant, RunId run) {
    return points.read(() -> runs.find(tenant, run));
  }

  @Override
  public List<StoredRun> list(Tenant tenant, Optional<RunId> before, int limit) {
    return points.read(() -> runs.list(tenant, before, limit));
  }

  @Override
  public QueueStore queue() {
    return runs.queue();
  }

  @Override
  public List<QueueStore.OfTenant> list(
      RunState state, Optional<QueueStore.OfTenant> after, int limit) {
    return points.read(() -> runs.list(state, after, limit));
  }

  @Override
  public StoredRun note(Tenant tenant, RunId run, Map<String, String> notes) {
    return points.around("note", () -> runs.note(tenant, run, notes));
  }

  @Override
  public int forget(Tenant tenant, String person) {
    return points.around("forget", () -> runs.forget(tenant, person));
  }

  @Override
  public long accept(Tenant tenant, RunId run, long from, List<Lead> leads) {
    return points.around("accept", () -> runs.accept(tenant, run, from, leads));
  }

  @Override
  public SortedMap<Long, Lead> beginning(Tenant tenant, RunId run, int most) {
    return runs.beginning(tenant, run, most);
  }

  @Override
  public void complete(Tenant tenant, RunId run) {
    points.around("complete", () -> runs.complete(tenant, run));
  }

  @Override
  public List<Lease> claim(Tenant tenant, RunId run, int most) {
    return points.around("claim", () -> runs.claim(tenant, run, most));
  }

  @Override
  public Optional<Lease> claim(Tenant tenant, RunId run, long position) {
    return points.around("claim", () -> runs.claim(tenant, run, position));
  }

  @Override
  public void release(Lease lease) {
    points.around("release", () -> runs.release(lease));
  }

  @Override
  public void releaseAllBut(Tenant tenant, RunId run, List<Lease> known) {
    points.around("release of unknown", () -> runs.releaseAllBut(tenant, run, known));
  }

  @Override
  public RunCommit.Outcome commit(RunCommit commit) {
    return points.around(name(commit), () -> runs.commit(commit));
  }

  private static String name(RunCommit commit) {
    List<String> parts = new ArrayList<>();
    commit.intent().ifPresent(intent -> parts.add("intent"));
    if (!commit.lookUps().isEmpty()) {
      parts.add("look-up");
    }
    commit.steps().forEach(step -> parts.add("step"));
    commit.ending().ifPresent(ending -> parts.add("end"));
    if (parts.isEmpty()) {
      boolean told = commit.calls().isEmpty() && commit.settlements().isEmpty();
      parts.add(told ? "events" : "outcomes");
    }
    return "commit of " + String.join(" and ", parts);
  }

  @Override
  public Optional<AnsweredCall> answered(Lease lease, String call, Fingerprint question) {
    return points.read(() -> runs.answered(lease, call, question));
  }

  @Override
  public StoredRun steer(Tenant tenant, RunId run, RunState wish) {
    return points.around("steer to " + wish, () -> runs.steer(tenant, run, wish));
  }

  @Override
  public long retryFailed(Tenant tenant, RunId run) {
    return points.around("retry", () -> runs.retryFailed(tenant, run));
  }

  @Override
  public List<RunEvent> events(Tenant tenant, RunId run, long after, int limit) {
    return points.read(() -> runs.events(tenant, run, after, limit));
  }

  @Override
  public List<Long> unfinished(Tenant tenant, RunId run, long from, int limit) {
    return points.read(() -> runs.unfinished(tenant, run, from, limit));
  }

  @Override
  public List<StoredResult> results(Tenant tenant, RunId run, long from, int limit) {
    return points.read(() -> runs.results(tenant, run, from, limit));
  }
}
