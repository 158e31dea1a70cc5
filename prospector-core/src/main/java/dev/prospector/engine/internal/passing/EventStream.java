package dev.prospector.engine.internal.passing;

import dev.prospector.event.EventDraft;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers the events of one run and hands them to the sinks, one after the other. A thread that
 * publishes while no other delivers, delivers; the others only leave their event. This is the one
 * place where sinks are called and where what they throw ends.
 */
public final class EventStream {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  /** So many events may wait for a slow sink before publishers wait too. */
  private static final int MOST_WAITING = 65_536;

  private final Tenant tenant;
  private final RunId run;
  private final Clock clock;
  private final List<EventSink> sinks;
  private final ConcurrentLinkedQueue<EventDraft> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private long lastNumber;

  public EventStream(Tenant tenant, RunId run, Clock clock, List<EventSink> sinks) {
    this.tenant = tenant;
    this.run = run;
    this.clock = clock;
    this.sinks = List.copyOf(sinks);
  }

  void publish(EventDraft.Unnumbered event) {
    if (sinks.isEmpty()) {
      return;
    }
    while (count.get() > MOST_WAITING) {
      LockSupport.parkNanos(this, 100_000);
    }
    waiting.add(new EventDraft(clock.instant(), event));
    if (count.getAndIncrement() == 0) {
      deliver();
    }
  }

  private void deliver() {
    int arrived = 1;
    do {
      for (int i = 0; i < arrived; i++) {
        EventDraft next = Objects.requireNonNull(waiting.poll());
        hand(next.numbered(tenant, run, ++lastNumber));
      }
      // Only when nothing came meanwhile may somebody else deliver.
      arrived = count.addAndGet(-arrived);
    } while (arrived != 0);
  }

  private void hand(RunEvent event) {
    for (EventSink sink : sinks) {
      try {
        sink.accept(event);
      } catch (Throwable e) {
        // A failing sink must not affect the work on the lead that published.
        LOG.warn(
            "event sink {} failed at event {}",
            sink.getClass().getName(),
            event.position().number(),
            e);
      }
    }
  }
}
