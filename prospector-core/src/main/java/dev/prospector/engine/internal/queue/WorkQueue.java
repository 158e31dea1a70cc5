package dev.prospector.engine.internal.queue;

import dev.prospector.engine.internal.stored.SameInput;
import dev.prospector.engine.internal.stored.StoredRunExecution;
import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunQueue;
import dev.prospector.run.Threads;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.QueueStore;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queue of stored runs, as this process works on it. */
public final class WorkQueue implements RunQueue {

  private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

  /** So often it looks whether there is room. */
  private static final Duration TICK = Duration.ofMillis(250);

  /** Where this process has nothing of it to do, it looks each eighth time, which is every 2 s. */
  private static final int IDLE_TICKS = 7;

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);
  private static final int AT_A_TIME = 256;

  private final RunStore runs;
  private final Map<String, Pipeline> pipelines;
  private final QueueLimits limits;
  private final Place place;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Working> working = new ArrayList<>();
  private final AtomicInteger idle = new AtomicInteger();
  private final Threads.Background ticker;
  private volatile boolean closed;

  /** What of the engine it uses. */
  public record Place(Clock clock, Threads threads, Settling settling, Opening opening) {}

  /** Fixes the id and the terms of a run, and refuses those that cannot hold. */
  @FunctionalInterface
  public interface Settling {
    RunOptions settled(Pipeline pipeline, RunOptions options);
  }

  /** Begins to work on a run that was taken. */
  @FunctionalInterface
  public interface Opening {
    StoredRunExecution open(QueueStore.Taken taken, Pipeline pipeline);
  }

  private record Working(Tenant tenant, StoredRunExecution run) {}

  public WorkQueue(
      RunStore runs, Map<String, Pipeline> pipelines, QueueLimits limits, Place place) {
    this.runs = runs;
    this.pipelines = Map.copyOf(pipelines);
    this.limits = limits;
    this.place = place;
    this.ticker = place.threads().every(TICK, "prospector-queue", this::tick);
  }

  @Override
  public StoredRun submit(Pipeline pipeline, Iterator<Lead> leads, RunOptions options) {
    if (closed) {
      throw new RunException("this queue is closed: open another one");
    }
    RunOptions settled = place.settling().settled(pipeline, options);
    Tenant tenant = settled.tenant();
    StoredRun waiting =
        runs.queue()
            .enqueue(
                tenant,
                settled.id().orElseThrow(),
                pipeline.name(),
                settled.notes(),
                settled.terms());
    Iterator<Lead> same = SameInput.check(runs, tenant, waiting, leads);
    if (!waiting.leads().complete()) {
      accept(tenant, waiting, same);
    }
    idle.set(0);
    return runs.find(tenant, waiting.id()).orElseThrow();
  }

  private void accept(Tenant tenant, StoredRun run, Iterator<Lead> leads) {
    long from = 0;
    while (leads.hasNext()) {
      List<Lead> some = new ArrayList<>(AT_A_TIME);
      while (some.size() < AT_A_TIME && leads.hasNext()) {
        some.add(leads.next());
      }
      long unused = runs.accept(tenant, run.id(), from, some);
      from += some.size();
    }
    runs.complete(tenant, run.id());
  }

  @Override
  public Status status(Tenant tenant) {
    return new EstimateWait(runs.queue().queue(), limits, place.clock().instant()).status(tenant);
  }

  private void tick() {
    if (idle.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return;
    }
    lock.lock();
    try {
      leaveWhatIsOver();
      idle.set(IDLE_TICKS); // Before it looks, so that what is submitted meanwhile counts.
      while (!closed && takeOne()) {
        continue;
      }
      if (!working.isEmpty()) {
        idle.set(0);
      }
    } catch (PortException e) {
      LOG.warn("the queue of runs cannot be read at present: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the queue of runs takes nothing for now", e);
    } finally {
      lock.unlock();
    }
  }

  private boolean takeOne() {
    Optional<QueueStore.Taken> taken = runs.queue().take(limits, pipelines.keySet());
    taken.ifPresent(this::begin);
    return taken.isPresent();
  }

  /** A run that cannot be worked on by its terms does not stop the others. */
  private void begin(QueueStore.Taken taken) {
    Pipeline pipeline = pipelines.get(taken.run().pipeline());
    try {
      if (pipeline != null) {
        working.add(new Working(taken.tenant(), place.opening().open(taken, pipeline)));
      }
    } catch (PortException e) {
      runs.queue().leave(taken.tenant(), taken.run().id());
      throw e;
    } catch (ProspectorException e) {
      LOG.error("run {} of the queue cannot be worked on: {}", taken.run().id(), e.getMessage());
      StoredRun unused = runs.steer(taken.tenant(), taken.run().id(), RunState.FAILED);
    }
  }

  private void leaveWhatIsOver() {
    for (Working one : List.copyOf(working)) {
      if (one.run().isOver()) {
        runs.queue().leave(one.tenant(), one.run().id());
        working.remove(one);
      }
    }
  }

  /** Takes no more runs from now on. */
  public void stopTaking() {
    closed = true;
    ticker.close();
    lock.lock(); // What is being taken is among the working ones then.
    lock.unlock();
  }

  @Override
  public void close() {
    stopTaking();
    working.forEach(one -> one.run().endGently());
    awaitAll(place.threads().nanoTime() + LONGEST_CLOSE.toNanos());
    leaveAll();
  }

  private void awaitAll(long end) {
    try {
      for (Working one : working) {
        long left = Math.max(0, end - place.threads().nanoTime());
        boolean unused = one.run().isOverWithin(Duration.ofNanos(left));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Who waits for us does not want to: end it at once.
    }
  }

  /** Ends the work here, and leaves the runs to others. */
  public void leaveAll() {
    lock.lock();
    try {
      working.forEach(one -> one.run().close());
      working.forEach(one -> runs.queue().leave(one.tenant(), one.run().id()));
      working.clear();
    } catch (PortException e) {
      LOG.info("Runs of the queue are left after their lease only: {}", e.getMessage());
    } finally {
      lock.unlock();
    }
  }
}
