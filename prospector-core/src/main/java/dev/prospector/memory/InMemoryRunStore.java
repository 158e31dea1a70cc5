package dev.prospector.memory;

import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Settlement;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.LeaseLostException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
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
import dev.prospector.store.StepCommit;
import dev.prospector.store.StoredResult;
import dev.prospector.store.StoredRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs of this process; grows with each run, lead and event. It is built of {@link InMemoryJournal}
 * and {@link InMemoryLeadStore}, and can settle an {@link InMemoryBudget}. Leases never expire,
 * since their holder lives in the same process as the store.
 */
public final class InMemoryRunStore implements RunStore {

  private final Data data;
  private final Object holder = new Object();
  private final InMemoryQueue queue;

  /** What all store objects over the same runs share. */
  private record Data(
      Clock clock,
      InMemoryJournal journal,
      InMemoryLeadStore leads,
      InMemorySharedLimits limits,
      @Nullable InMemoryBudget budget,
      ReentrantLock lock,
      InMemoryRuns runs) {}

  /**
   * Creates a store without runs, which settles no budget.
   *
   * @param clock tells when runs begin and end
   */
  public InMemoryRunStore(Clock clock) {
    this(clock, null);
  }

  private InMemoryRunStore(Clock clock, @Nullable InMemoryBudget budget) {
    this(
        new Data(
            Objects.requireNonNull(clock),
            new InMemoryJournal(),
            new InMemoryLeadStore(),
            new InMemorySharedLimits(clock),
            budget,
            new ReentrantLock(),
            new InMemoryRuns()));
  }

  private InMemoryRunStore(Data data) {
    this.data = data;
    this.queue = new InMemoryQueue(data.runs, data.lock, data.clock, holder);
  }

  /** Returns a store without runs whose commits settle reservations of a budget. */
  public static InMemoryRunStore settling(InMemoryBudget budget, Clock clock) {
    return new InMemoryRunStore(clock, Objects.requireNonNull(budget));
  }

  /** Returns another store object over the same runs, such as a second process would have. */
  public InMemoryRunStore another() {
    return new InMemoryRunStore(data);
  }

  /**
   * Lets the leases lapse that were given through this store object, as if its process were not
   * heard of any more: others can take the leads over.
   */
  public void lapse() {
    locked(
        () -> {
          data.runs.all().forEach(run -> run.lapse(holder, data.clock.instant()));
          queue.lapse();
          return true;
        });
  }

  @Override
  public Journal journal() {
    return data.journal;
  }

  @Override
  public LeadStore leads() {
    return data.leads;
  }

  @Override
  public SharedLimits limits() {
    return data.limits.another();
  }

  @Override
  public boolean settles(Budget budget) {
    return budget == data.budget;
  }

  @Override
  public QueueStore queue() {
    return queue;
  }

  @Override
  public StoredRun open(
      Tenant tenant, RunId run, String pipeline, Map<String, String> notes, RunTerms terms) {
    InMemoryRun.Opening opening = new InMemoryRun.Opening(notes, terms, false);
    return locked(
        () -> data.runs.open(tenant, run, pipeline, opening, data.clock.instant()).stored());
  }

  @Override
  public Optional<StoredRun> find(Tenant tenant, RunId run) {
    return locked(() -> data.runs.find(tenant, run).map(InMemoryRun::stored));
  }

  @Override
  public List<StoredRun> list(Tenant tenant, Optional<RunId> before, int limit) {
    return locked(() -> data.runs.list(tenant, before, limit));
  }

  @Override
  public List<QueueStore.OfTenant> list(
      RunState state, Optional<QueueStore.OfTenant> after, int limit) {
    return locked(() -> data.runs.list(state, after, limit));
  }

  @Override
  public StoredRun note(Tenant tenant, RunId run, Map<String, String> notes) {
    return in(tenant, run, known -> known.note(notes));
  }

  @Override
  public int forget(Tenant tenant, String person) {
    return locked(() -> data.runs.forget(tenant, person));
  }

  @Override
  public long accept(Tenant tenant, RunId run, long from, List<Lead> leads) {
    return in(tenant, run, known -> known.accept(from, leads, data.clock.instant()));
  }

  @Override
  public SortedMap<Long, Lead> beginning(Tenant tenant, RunId run, int most) {
    return in(tenant, run, known -> known.beginning(most));
  }

  @Override
  public void complete(Tenant tenant, RunId run) {
    change(tenant, run, known -> known.complete(data.clock.instant()));
  }

  @Override
  public List<Lease> claim(Tenant tenant, RunId run, int most) {
    return in(
        tenant,
        run,
        known -> known.next(most).stream().map(at -> lease(tenant, known, at)).toList());
  }

  @Override
  public Optional<Lease> claim(Tenant tenant, RunId run, long position) {
    return in(
        tenant,
        run,
        known ->
            known.waits(position)
                ? Optional.of(lease(tenant, known, position))
                : Optional.<Lease>empty());
  }

  private Lease lease(Tenant tenant, InMemoryRun run, long position) {
    InMemoryLead place = run.take(position, holder);
    Lead lead = place.accepted();
    List<CallIntent> open = openCalls(tenant, run.id(), lead.id());
    Lease.Unfinished before = new Lease.Unfinished(place.begun(), open, place.lost);
    return new Lease(tenant, run.id(), position, place.token(), lead, before, true);
  }

  private List<CallIntent> openCalls(Tenant tenant, RunId run, LeadId lead) {
    return data.journal.unsettled(tenant, run.value()).stream()
        .filter(call -> call.lead().equals(lead))
        .toList();
  }

  @Override
  public void release(Lease lease) {
    locked(
        () -> {
          data.runs
              .find(lease.tenant(), lease.run())
              .filter(run -> run.isHeld(lease))
              .ifPresent(run -> run.giveBack(lease.position(), data.clock.instant()));
          return true;
        });
  }

  @Override
  public void releaseAllBut(Tenant tenant, RunId run, List<Lease> known) {
    change(tenant, run, there -> there.giveBackAllBut(holder, known, data.clock.instant()));
  }

  @Override
  public RunCommit.Outcome commit(RunCommit commit) {
    return locked(() -> write(commit));
  }

  /** Checks everything before the first change, so that all of it is written or nothing. */
  private RunCommit.Outcome write(RunCommit commit) {
    Lease lease = commit.lease();
    Optional<InMemoryRun> known = data.runs.find(lease.tenant(), lease.run());
    if (known.isPresent() && known.get().wasWritten(lease, commit.number())) {
      return new RunCommit.Outcome.Kept(
          commit.steps().stream().map(step -> standing(lease, step)).toList());
    }
    InMemoryRun run = known.filter(r -> r.isHeld(lease)).orElseThrow(() -> lost(lease));
    if (isOutdated(commit)) {
      return new RunCommit.Outcome.Outdated();
    }
    checkCalls(commit);
    List<RunEvent> events = run.numbered(commit.events());
    commit.ending().ifPresent(ending -> InMemoryRun.checkEnds(ending.lead()));
    commit.settlements().forEach(this::settle);
    commit.answers().forEach(answer -> data.journal.calls().answer(lease.tenant(), answer));
    commit.lookUps().forEach(lookUp -> data.journal.keep(lease.tenant(), lookUp));
    commit.intent().ifPresent(intent -> data.journal.intend(lease.tenant(), intent));
    commit.calls().forEach(outcome -> data.journal.settle(lease.tenant(), outcome));
    List<StepCommit> stands = new ArrayList<>();
    commit.steps().forEach(step -> stands.add(data.journal.commit(lease.tenant(), step)));
    run.executing(lease.position(), commit.executions());
    run.append(lease.position(), commit.number(), events);
    commit.ending().ifPresent(ending -> end(lease, run, ending));
    return new RunCommit.Outcome.Kept(stands);
  }

  private StepCommit standing(Lease lease, StepCommit step) {
    return data.journal.find(lease.tenant(), step.inputs()).orElse(step);
  }

  private static LeaseLostException lost(Lease lease) {
    return new LeaseLostException(
        "lease %d on lead %d of run '%s' does not hold any more: the lead ended, was given back, "
                .formatted(lease.token(), lease.position(), lease.run())
            + "or somebody else works on it");
  }

  private boolean isOutdated(RunCommit commit) {
    return commit
        .ending()
        .flatMap(
            ending ->
                data.leads
                    .find(commit.lease().tenant(), ending.lead().id())
                    .filter(stored -> stored.lead().version() >= ending.lead().version()))
        .isPresent();
  }

  private void checkCalls(RunCommit commit) {
    if (!commit.settlements().isEmpty() && data.budget == null) {
      throw new IllegalArgumentException("this store settles no budget: settle it yourself");
    }
    if (commit.calls().isEmpty()) {
      return;
    }
    Lease lease = commit.lease();
    Set<String> open =
        data.journal.unsettled(lease.tenant(), lease.run().value()).stream()
            .map(CallIntent::call)
            .collect(Collectors.toSet());
    for (CallOutcome outcome : commit.calls()) {
      if (!open.remove(outcome.call())) {
        throw new IllegalArgumentException("no call was intended under '" + outcome.call() + "'");
      }
    }
  }

  private void settle(Settlement settlement) {
    Objects.requireNonNull(data.budget).settle(settlement.reservation(), settlement.real());
  }

  private void end(Lease lease, InMemoryRun run, RunCommit.Ending ending) {
    data.leads.save(lease.tenant(), ending.lead(), ending.dossier());
    if (ending.lead().status() != LeadStatus.FAILED) {
      data.journal.calls().dropAnswers(lease.tenant(), lease.run().value(), ending.lead().id());
    }
    run.end(lease.position(), ending, data.clock.instant());
  }

  @Override
  public Optional<AnsweredCall> answered(Lease lease, String call, Fingerprint question) {
    return locked(
        () -> data.journal.calls().answered(lease.tenant(), lease.lead().id(), call, question));
  }

  @Override
  public StoredRun steer(Tenant tenant, RunId run, RunState wish) {
    return in(
        tenant,
        run,
        known -> {
          known.steer(wish, data.clock.instant());
          return known.stored();
        });
  }

  @Override
  public long retryFailed(Tenant tenant, RunId run) {
    return in(tenant, run, known -> known.retryFailed(data.clock.instant()));
  }

  @Override
  public List<RunEvent> events(Tenant tenant, RunId run, long after, int limit) {
    return in(tenant, run, known -> known.events(after, limit));
  }

  @Override
  public List<Long> unfinished(Tenant tenant, RunId run, long from, int limit) {
    return in(tenant, run, known -> known.unfinished(from, limit));
  }

  @Override
  public List<StoredResult> results(Tenant tenant, RunId run, long from, int limit) {
    return in(
        tenant,
        run,
        known -> new ReadResults(data.journal, data.leads).read(tenant, known, from, limit));
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  private interface Work<R> {
    R done();
  }

  private void change(Tenant tenant, RunId run, Consumer<InMemoryRun> change) {
    in(
        tenant,
        run,
        known -> {
          change.accept(known);
          return true;
        });
  }

  private <R> R in(Tenant tenant, RunId run, Function<InMemoryRun, R> work) {
    return locked(
        () ->
            work.apply(
                data.runs
                    .find(tenant, run)
                    .orElseThrow(
                        () ->
                            new RunException(
                                "there is no run '" + run + "' of tenant '" + tenant + "'"))));
  }

  private <R> R locked(Work<R> work) {
    data.lock.lock();
    try {
      return work.done();
    } finally {
      data.lock.unlock();
    }
  }
}
