package dev.prospector.engine.internal.stored;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Dispatcher;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Works on leads that a dispatcher hands to this process, of whichever runs. */
public final class Member implements Dispatcher.Worker, AutoCloseable {

  private final RunStore runs;
  private final Map<String, Pipeline> pipelines;
  private final Opening opening;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, StoredRunExecution> open = new HashMap<>();
  private volatile boolean leaving;

  private record Key(Tenant tenant, RunId run) {}

  /** Opens a run of which a lead came to this process. */
  @FunctionalInterface
  public interface Opening {
    StoredRunExecution open(Tenant tenant, StoredRun run, Pipeline pipeline);
  }

  public Member(RunStore runs, Map<String, Pipeline> pipelines, Opening opening) {
    this.runs = runs;
    this.pipelines = Map.copyOf(pipelines);
    this.opening = opening;
  }

  @Override
  public Answer work(Dispatcher.Assignment assignment) throws InterruptedException {
    if (leaving) {
      return Answer.LATER;
    }
    Optional<StoredRunExecution> known = execution(assignment);
    if (known.isPresent()) {
      return work(known.get(), assignment);
    }
    Optional<StoredRun> run = runs.find(assignment.tenant(), assignment.run());
    if (run.isEmpty() || run.get().state().isEnded()) {
      return Answer.DONE;
    }
    Pipeline pipeline = pipelines.get(run.get().pipeline());
    return pipeline == null
        ? Answer.ELSEWHERE
        : work(execution(assignment.tenant(), run.get(), pipeline), assignment);
  }

  private static Answer work(StoredRunExecution execution, Dispatcher.Assignment assignment)
      throws InterruptedException {
    return execution.leads().work(assignment.position()) ? Answer.DONE : Answer.LATER;
  }

  /** Returns the run if it is open here: each lead of it would be told the same about it. */
  private Optional<StoredRunExecution> execution(Dispatcher.Assignment assignment) {
    lock.lock();
    try {
      return Optional.ofNullable(open.get(new Key(assignment.tenant(), assignment.run())))
          .filter(execution -> !execution.isOver() && !execution.stored().state().isEnded());
    } finally {
      lock.unlock();
    }
  }

  private StoredRunExecution execution(Tenant tenant, StoredRun run, Pipeline pipeline) {
    lock.lock();
    try {
      open.values().removeIf(StoredRunExecution::isOver);
      return open.computeIfAbsent(
          new Key(tenant, run.id()), key -> opening.open(tenant, run, pipeline));
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more leads; runs that are open are left by themselves. */
  public void leave() {
    leaving = true;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      open.values().forEach(StoredRunExecution::close);
      open.clear();
    } finally {
      lock.unlock();
    }
  }
}
