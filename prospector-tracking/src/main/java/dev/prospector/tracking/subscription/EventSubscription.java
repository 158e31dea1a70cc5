package dev.prospector.tracking.subscription;

import dev.prospector.error.PortException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunEvent;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who follows a run. It holds some hundred events at most, however far it is behind. Safe
 * for several threads.
 */
public final class EventSubscription implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventSubscription.class);

  private final EventSubscriptions all;
  private final Channel channel;
  private final Executor executor;
  private final EventListener listener;
  private final AtomicInteger reasonsToLook = new AtomicInteger();
  private volatile long cursor;
  private volatile boolean open = true;

  EventSubscription(
      EventSubscriptions all,
      Channel channel,
      long after,
      Executor executor,
      EventListener listener) {
    this.all = all;
    this.channel = channel;
    this.cursor = after;
    this.executor = executor;
    this.listener = listener;
  }

  /**
   * Returns the number of the last event that was taken; a new subscription after it continues
   * there.
   */
  public long cursor() {
    return cursor;
  }

  /** Returns whether events still come. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Ends the subscription. An event that is being taken at the moment still is; no other one comes.
   */
  @Override
  public void close() {
    open = false;
    all.remove(channel, this);
  }

  /** Never waits. */
  void wake() {
    if (!open || reasonsToLook.getAndIncrement() > 0) {
      return;
    }
    try {
      executor.execute(this::look);
    } catch (RejectedExecutionException e) {
      reasonsToLook.set(0);
      LOG.debug("a subscription finds no thread and tries again later", e);
    }
  }

  private void look() {
    int seen = 1;
    while (seen > 0) {
      if (!catchUp()) {
        reasonsToLook.set(0);
        return;
      }
      // A wake-up in the meantime may mean events that were not there yet.
      seen = reasonsToLook.addAndGet(-seen);
    }
  }

  /** Returns false if it cannot go on for now. */
  private boolean catchUp() {
    while (open && cursor < channel.known()) {
      List<RunEvent> next = read();
      if (next.isEmpty()) {
        return true;
      }
      for (RunEvent event : next) {
        if (!open || !take(event)) {
          return false;
        }
      }
    }
    return open;
  }

  private List<RunEvent> read() {
    try {
      List<RunEvent> next = channel.after(cursor);
      if (!next.isEmpty() && next.get(0).position().number() != cursor + 1) {
        throw new RunException(
            "run '" + channel.key().run() + "' has no event " + (cursor + 1) + " any more");
      }
      return next;
    } catch (PortException e) {
      LOG.debug("a subscription cannot read events and tries again later", e);
    } catch (RuntimeException e) {
      end(e);
    }
    return List.of();
  }

  private boolean take(RunEvent event) {
    try {
      listener.next(event);
      cursor = event.position().number();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      end(e);
    }
    return false;
  }

  private void end(RuntimeException cause) {
    close();
    try {
      listener.ended(cause);
    } catch (RuntimeException e) {
      LOG.warn("a listener failed when it was told that its subscription ended", e);
    }
  }
}
