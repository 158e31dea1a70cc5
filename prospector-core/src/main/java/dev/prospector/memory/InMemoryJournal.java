package dev.prospector.memory;

import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import dev.prospector.store.Journal;
import dev.prospector.store.StepCommit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A journal of this process. It holds a bounded number of steps, the oldest are forgotten first, so
 * that memory does not grow with the size of a run; what is forgotten is worked out again.
 */
public final class InMemoryJournal implements Journal {

  /** About so many, so that look-ups are forgotten when the results are that they led to. */
  private static final int STEPS_OF_A_LEAD = 8;

  private final int capacity;
  private final Map<Key, StepCommit> commits = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Key> oldestFirst = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final InMemoryCalls calls;
  private final InMemoryLookUps lookUps;

  private record Key(Tenant tenant, Fingerprint inputs) {}

  /** Creates an empty journal that holds the steps of any run that fits into memory. */
  public InMemoryJournal() {
    this(Integer.MAX_VALUE);
  }

  private InMemoryJournal(int capacity) {
    this.capacity = capacity;
    this.calls = new InMemoryCalls(capacity == Integer.MAX_VALUE);
    this.lookUps = new InMemoryLookUps(Math.max(1, capacity / STEPS_OF_A_LEAD));
  }

  /**
   * Returns an empty journal that holds so many steps.
   *
   * @param steps at least 1
   */
  public static InMemoryJournal holding(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("a journal holds at least 1 step, not " + steps);
    }
    return new InMemoryJournal(steps);
  }

  @Override
  public Optional<StepCommit> find(Tenant tenant, Fingerprint inputs) {
    return Optional.ofNullable(commits.get(new Key(tenant, inputs)));
  }

  @Override
  public StepCommit commit(Tenant tenant, StepCommit commit) {
    calls.endWithStep(tenant, commit);
    lookUps.keep(tenant, commit.lead(), commit.asked());
    Key key = new Key(tenant, commit.inputs());
    StepCommit first = commits.putIfAbsent(key, commit.withoutAsked());
    if (first != null) {
      return first;
    }
    if (capacity < Integer.MAX_VALUE) {
      oldestFirst.add(key);
      forgetOldest();
    }
    return commit;
  }

  private void forgetOldest() {
    if (size.incrementAndGet() <= capacity) {
      return;
    }
    Key oldest = oldestFirst.poll();
    if (oldest != null) {
      commits.remove(oldest);
      size.decrementAndGet();
    }
  }

  @Override
  public void intend(Tenant tenant, CallIntent intent) {
    calls.intend(tenant, intent);
  }

  @Override
  public void settle(Tenant tenant, CallOutcome outcome) {
    if (!calls.end(tenant, outcome)) {
      throw new IllegalArgumentException("no call was intended under '" + outcome.call() + "'");
    }
  }

  @Override
  public List<CallIntent> unsettled(Tenant tenant, String run) {
    return calls.open(tenant, run);
  }

  @Override
  public void keep(Tenant tenant, LookUp lookUp) {
    lookUps.keep(tenant, lookUp);
  }

  @Override
  public List<LookUp> lookUps(Tenant tenant, LeadId lead) {
    return lookUps.of(tenant, lead);
  }

  @Override
  public int forget(Tenant tenant, LeadId lead) {
    AtomicInteger forgotten = new AtomicInteger();
    commits
        .entrySet()
        .removeIf(
            e ->
                e.getKey().tenant().equals(tenant)
                    && e.getValue().lead().equals(lead)
                    && forgotten.incrementAndGet() > 0);
    return forgotten.get() + calls.forget(tenant, lead) + lookUps.forget(tenant, lead);
  }

  InMemoryCalls calls() {
    return calls;
  }
}
