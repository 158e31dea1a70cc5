package dev.prospector.spring.internal;

import dev.prospector.error.ProspectorException;
import dev.prospector.error.RunException;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunQueue;
import dev.prospector.store.StoredRun;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of runs, which is a bean from the beginning, and takes runs from when the application
 * has started until it begins to stop.
 */
public final class QueueOfApplication implements RunQueue {

  private static final Logger LOG = LoggerFactory.getLogger(QueueOfApplication.class);
  private static final String NOT_YET =
      "the application has not started: use the queue from ApplicationReadyEvent on";

  private final Supplier<RunQueue> opening;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable RunQueue opened;
  private volatile String trouble = NOT_YET;

  /** Opens the queue later, by this. */
  public QueueOfApplication(Supplier<RunQueue> opening) {
    this.opening = opening;
  }

  /** Says that the application has started: from now on it is opened when it is used. */
  public void started() {
    trouble = "";
  }

  /**
   * Begins to take runs, if the application has started and it was not opened before; where runs
   * are not stored there is nothing to take them from.
   */
  public void open() {
    lock.lock();
    try {
      if (opened == null && trouble.isEmpty()) {
        opened = opening.get();
      }
    } catch (ProspectorException e) {
      trouble = String.valueOf(e.getMessage());
      LOG.warn("There is no queue of runs: {}", trouble);
    } finally {
      lock.unlock();
    }
  }

  /** Returns why no runs are taken; empty while they are. */
  public Optional<String> trouble() {
    return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
  }

  /** Says that the one who opened it has closed it, since the application stops. */
  public void stopped() {
    trouble = "the application stops";
  }

  private RunQueue queue() {
    if (opened == null) {
      open();
    }
    RunQueue queue = opened;
    if (queue == null) {
      throw new RunException("there is no queue of runs: " + trouble);
    }
    return queue;
  }

  @Override
  public StoredRun submit(Pipeline pipeline, Iterator<Lead> leads, RunOptions options) {
    return queue().submit(pipeline, leads, options);
  }

  @Override
  public Status status(Tenant tenant) {
    return queue().status(tenant);
  }

  @Override
  public void close() {
    RunQueue queue = opened;
    if (queue != null) {
      queue.close();
    }
  }
}
