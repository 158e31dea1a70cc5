package dev.prospector.pipeline;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.port.Dispatcher;
import dev.prospector.port.RunStore;
import dev.prospector.port.StoredRun;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Works on leads that a dispatcher hands to this process, of whichever runs. */
final class Member implements Dispatcher.Worker, AutoCloseable {

  private final RunStore runs;
  private final Map<String, Pipeline> pipelines;
  private final Opening opening;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, StoredRunExecution> open = new HashMap<>();

  private record Key(Tenant tenant, RunId run) {}

  /** Opens a run of which a lead came to this process. */
  @FunctionalInterface
  interface Opening {
    StoredRunExecution open(Tenant tenant, StoredRun run, Pipeline pipeline);
  }

  Member(RunStore runs, Map<String, Pipeline> pipelines, Opening opening) {
    this.runs = runs;
    this.pipelines = Map.copyOf(pipelines);
    this.opening = opening;
  }

  @Override
  public Answer work(Dispatcher.Assignment assignment) throws InterruptedException {
    Optional<StoredRun> run = runs.find(assignment.tenant(), assignment.run());
    if (run.isEmpty() || run.get().state().isEnded()) {
      return Answer.DONE;
    }
    Pipeline pipeline = pipelines.get(run.get().pipeline());
    if (pipeline == null) {
      return Answer.ELSEWHERE;
    }
    StoredRunExecution execution = execution(assignment.tenant(), run.get(), pipeline);
    execution.leads().work(assignment.position());
    return hasEnded(assignment) ? Answer.DONE : Answer.LATER;
  }

  private boolean hasEnded(Dispatcher.Assignment assignment) {
    long position = assignment.position();
    return !runs.unfinished(assignment.tenant(), assignment.run(), position, 1).contains(position);
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
