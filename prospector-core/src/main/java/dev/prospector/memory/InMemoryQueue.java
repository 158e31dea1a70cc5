package dev.prospector.memory;

import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.QueueStore;
import dev.prospector.store.QueueTurns;
import dev.prospector.store.RunTerms;
import dev.prospector.store.StoredRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which runs of {@link InMemoryRunStore} wait, as one store object sees it. */
final class InMemoryQueue implements QueueStore {

  private final InMemoryRuns runs;
  private final ReentrantLock lock;
  private final Clock clock;
  private final Object holder;

  InMemoryQueue(InMemoryRuns runs, ReentrantLock lock, Clock clock, Object holder) {
    this.runs = runs;
    this.lock = lock;
    this.clock = clock;
    this.holder = holder;
  }

  /** A run that waits or had its turn. */
  static final class Entry {
    private final Tenant tenant;
    private final InMemoryRun run;
    private long turn;
    private @Nullable Object holder;

    Entry(Tenant tenant, InMemoryRun run) {
      this.tenant = tenant;
      this.run = run;
    }

    private boolean isReady() {
      return run.state() == RunState.QUEUED && run.leads().complete();
    }

    private boolean isUnready() {
      return run.state() == RunState.QUEUED && !run.leads().complete();
    }

    private boolean runs() {
      return turn > 0 && run.state() == RunState.RUNNING;
    }

    private OfTenant told() {
      return new OfTenant(tenant, run.stored());
    }
  }

  @Override
  public StoredRun enqueue(
      Tenant tenant, RunId id, String pipeline, Map<String, String> notes, RunTerms terms) {
    return locked(
        () -> {
          boolean known = runs.find(tenant, id).isPresent();
          InMemoryRun.Opening opening = new InMemoryRun.Opening(notes, terms, true);
          InMemoryRun run = runs.open(tenant, id, pipeline, opening, clock.instant());
          if (!known) {
            runs.queued().add(new Entry(tenant, run));
          }
          return run.stored();
        });
  }

  @Override
  public Optional<Taken> take(QueueLimits limits, Collection<String> pipelines) {
    return locked(
        () -> {
          Optional<Entry> left =
              runs.queued().stream()
                  .filter(one -> one.runs() && one.holder == null)
                  .filter(one -> pipelines.contains(one.run.pipeline()))
                  .findFirst();
          return left.isPresent() ? left.map(one -> taken(one, false)) : next(limits, pipelines);
        });
  }

  private Optional<Taken> next(QueueLimits limits, Collection<String> pipelines) {
    return turns()
        .next(limits, pipelines)
        .map(
            next -> {
              Entry entry = entry(next.tenant(), next.run()).orElseThrow();
              entry.turn = lastTurn() + 1;
              entry.run.begin(clock.instant());
              return taken(entry, true);
            });
  }

  private Taken taken(Entry entry, boolean anew) {
    entry.holder = holder;
    return new Taken(entry.tenant, entry.run.stored(), anew);
  }

  private long lastTurn() {
    return runs.queued().stream().mapToLong(one -> one.turn).max().orElse(0);
  }

  private Optional<Entry> entry(Tenant tenant, RunId run) {
    return runs.queued().stream()
        .filter(one -> one.tenant.equals(tenant) && one.run.id().equals(run))
        .findFirst();
  }

  private QueueTurns turns() {
    List<QueueTurns.Waiting> waiting = new ArrayList<>();
    Map<Tenant, Integer> running = new HashMap<>();
    Map<Tenant, Long> turns = new HashMap<>();
    for (Entry one : runs.queued()) {
      if (one.isReady()) {
        waiting.add(new QueueTurns.Waiting(one.tenant, one.run.id(), one.run.pipeline()));
      }
      if (one.runs()) {
        running.merge(one.tenant, 1, Integer::sum);
      }
      turns.merge(one.tenant, one.turn, Math::max);
    }
    return new QueueTurns(waiting, running, turns);
  }

  @Override
  public void leave(Tenant tenant, RunId run) {
    boolean unused =
        locked(
            () -> {
              entry(tenant, run)
                  .filter(one -> one.holder == holder)
                  .ifPresent(one -> one.holder = null);
              return true;
            });
  }

  /** Others may take what was taken through this store object. */
  void lapse() {
    runs.queued().stream().filter(one -> one.holder == holder).forEach(one -> one.holder = null);
  }

  @Override
  public Queue queue() {
    return locked(
        () -> {
          List<OfTenant> waiting = new ArrayList<>();
          turns().inOrder().stream()
              .flatMap(one -> entry(one.tenant(), one.run()).stream())
              .forEach(one -> waiting.add(one.told()));
          runs.queued().stream().filter(Entry::isUnready).forEach(o -> waiting.add(o.told()));
          List<OfTenant> working =
              runs.queued().stream()
                  .filter(one -> one.turn > 0 && !one.run.state().isEnded())
                  .map(Entry::told)
                  .toList();
          return new Queue(waiting, working);
        });
  }

  private <R> R locked(Supplier<R> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
