package dev.prospector.engine.internal.stored;

import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.PortException;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.store.RunStore;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of a stored run to the sinks as they stand in the store, from whichever process
 * they come, on a thread of its own: a slow sink only falls behind.
 */
final class SinkFeed {

  private static final Logger LOG = LoggerFactory.getLogger(SinkFeed.class);
  private static final int AT_A_TIME = 512;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final StoredRunExecution execution;
  private final RunStore runs;
  private final List<EventSink> sinks;
  private long last;

  /**
   * Creates a feed.
   *
   * @param told the number of the last event that need not be told
   */
  SinkFeed(StoredRunExecution execution, RunStore runs, List<EventSink> sinks, long told) {
    this.execution = execution;
    this.runs = runs;
    this.sinks = List.copyOf(sinks);
    this.last = told;
  }

  void run() {
    try {
      // Asked before the events are read: what was written until then is among them.
      boolean over;
      do {
        over = execution.isOver();
        deliver();
        if (!over) {
          execution.await(PAUSE);
        }
      } while (!over);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver() {
    Workplace run = execution.workplace();
    List<RunEvent> events;
    do {
      try {
        events = runs.events(run.tenant(), run.id(), last, AT_A_TIME);
      } catch (PortException e) {
        LOG.warn("run {}: its events cannot be read at present: {}", run.id(), e.getMessage());
        return;
      }
      events.forEach(this::hand);
    } while (events.size() == AT_A_TIME);
  }

  private void hand(RunEvent event) {
    last = event.position().number();
    for (EventSink sink : sinks) {
      try {
        sink.accept(event);
      } catch (Throwable e) {
        LOG.warn("event sink {} failed at event {}", sink.getClass().getName(), last, e);
      }
    }
  }
}
