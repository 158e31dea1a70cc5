package dev.prospector.spring;

import dev.prospector.Prospector;
import dev.prospector.error.RunException;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.RunOptions;
import dev.prospector.run.Threads;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.spring.internal.QueueOfApplication;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.subscription.EventSubscriptions;
import dev.prospector.tracking.webhook.delivery.DeliverWebhooks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Begins work when everything else of the application has started, and ends it before anything else
 * stops: no new leads, time for those in flight, and what is left is given back for others, or for
 * the next start.
 */
final class ProspectorLifecycle implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ProspectorLifecycle.class);
  private static final Duration LOOK_FOR_EVENTS = Duration.ofMillis(500);
  private static final Duration LOOK_FOR_DELIVERIES = Duration.ofSeconds(1);

  private final Prospector prospector;
  private final ProspectorProperties properties;
  private final ListableBeanFactory beans;
  private final PipelinesOfApplication pipelines;
  private final Deque<AutoCloseable> begun = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean running;
  private boolean ended;

  ProspectorLifecycle(
      Prospector prospector,
      ProspectorProperties properties,
      ListableBeanFactory beans,
      PipelinesOfApplication pipelines) {
    this.prospector = prospector;
    this.properties = properties;
    this.beans = beans;
    this.pipelines = pipelines;
  }

  @Override
  public void start() {
    lock.lock();
    try {
      if (ended) {
        throw new RunException(
            "Prospector was stopped with its application context, and cannot start again: make a"
                + " new context");
      }
      running = true;
      begin();
    } finally {
      lock.unlock();
    }
  }

  private void begin() {
    Threads threads = Threads.platform();
    TakeBeans take = new TakeBeans(beans);
    take.one(EventSubscriptions.class, all -> begun.push(all.start(threads, LOOK_FOR_EVENTS)));
    take.one(DeliverWebhooks.class, all -> begun.push(all.start(threads, LOOK_FOR_DELIVERIES)));
    if (properties.dispatcher().serve()) {
      take.one(Dispatcher.class, dispatcher -> begun.push(join()));
    }
    pipelines.check();
    take.one(QueueOfApplication.class, this::begin);
    RunStore runs = beans.getBean(RunStore.class);
    if (!(runs instanceof InMemoryRunStore)) {
      Optional<QueueOfApplication> queue = take.one(QueueOfApplication.class);
      RunOptions options = beans.getBean(RunOptions.class);
      begun.push(threads.background("prospector-take-up", () -> takeUp(runs, options, queue)));
    }
    take.one(Housekeeping.class, work -> keepHouse(threads, work));
  }

  /** Its runs are drained with all others, when the Prospector is closed. */
  private void begin(QueueOfApplication queue) {
    queue.started();
    begun.push(queue::stopped);
  }

  /** The application does not wait for it to start; what is in memory left nothing. */
  private void takeUp(RunStore runs, RunOptions options, Optional<QueueOfApplication> queue) {
    try {
      if (properties.run().takeUp()) {
        new TakeUpRuns(prospector, runs, options, pipelines.all()).run();
      }
      queue.ifPresent(QueueOfApplication::open);
    } catch (BeansException e) {
      if (running) {
        throw e;
      }
      LOG.debug("the application stopped before its pipelines were made", e);
    }
  }

  private void keepHouse(Threads threads, Housekeeping work) {
    work.every()
        .ifPresent(pause -> begun.push(threads.every(pause, "prospector-housekeeping", work)));
  }

  private Dispatcher.Serving join() {
    return prospector.join(pipelines.all(), beans.getBean(RunOptions.class));
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      if (!running) {
        return;
      }
      running = false;
      ended = true;
      while (!begun.isEmpty()) {
        close(begun.pop());
      }
      prospector.close(properties.shutdown().drain());
    } finally {
      lock.unlock();
    }
  }

  private static void close(AutoCloseable begun) {
    try {
      begun.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("something could not be ended well when the application stopped", e);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A context that pauses between tests, as from Spring 7 on, keeps it running. */
  @SuppressWarnings("MissingOverride")
  public boolean isPauseable() {
    return false;
  }
}
