package dev.prospector.spring.web;

import dev.prospector.error.RunException;
import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import dev.prospector.tracking.sink.EventLine;
import dev.prospector.tracking.subscription.EventListener;
import dev.prospector.tracking.subscription.EventSubscription;
import dev.prospector.tracking.subscription.EventSubscriptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Writes the events of a run as Server-Sent Events (HTML standard, section 9.2), on the calling
 * thread, until the run has ended. Nothing is queued: while nobody reads, nothing is read from the
 * store.
 */
final class StreamEvents {

  private static final int AT_A_TIME = 32;
  private static final long SILENCE_SECONDS = 15;

  private final RunStore runs;
  private final EventSubscriptions news;

  StreamEvents(RunStore runs, EventSubscriptions news) {
    this.runs = runs;
    this.news = news;
  }

  /**
   * Writes what comes after a number.
   *
   * @throws IOException if the reader is gone
   * @throws InterruptedException if the application ends
   */
  void to(OutputStream out, Tenant tenant, RunId run, long after)
      throws IOException, InterruptedException {
    Semaphore bell = new Semaphore(0);
    try (EventSubscription unused = news.subscribe(tenant, run, after, new RingingListener(bell))) {
      write(out, "retry: 2000\n\n");
      for (long last = after; !isOver(tenant, run, last); last = next(out, tenant, run, last)) {
        if (runs.events(tenant, run, last, 1).isEmpty() && !rings(bell)) {
          write(out, ": still here\n\n");
        }
      }
    }
  }

  private static boolean rings(Semaphore bell) throws InterruptedException {
    boolean rang = bell.tryAcquire(SILENCE_SECONDS, TimeUnit.SECONDS);
    int unused = bell.drainPermits();
    return rang;
  }

  private long next(OutputStream out, Tenant tenant, RunId run, long after) throws IOException {
    List<RunEvent> events = runs.events(tenant, run, after, AT_A_TIME);
    StringBuilder text = new StringBuilder();
    long last = after;
    for (RunEvent event : events) {
      if (event.position().number() != last + 1) {
        throw new RunException("run '" + run + "' has no event " + (last + 1) + " any more");
      }
      last++;
      text.append("id: ").append(last).append("\nevent: ").append(EventTypes.of(event));
      text.append("\ndata: ").append(EventLine.of(event)).append("\n\n");
    }
    write(out, text.toString());
    return last;
  }

  /** Returns whether the run has ended and everything was told. */
  private boolean isOver(Tenant tenant, RunId run, long last) {
    Optional<StoredRun> stored = runs.find(tenant, run);
    return stored.isEmpty() || stored.get().state().isEnded() && last >= stored.get().lastEvent();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Tells that there is something new. */
  private record RingingListener(Semaphore bell) implements EventListener {
    @Override
    public void next(RunEvent event) {
      bell.release();
    }

    @Override
    public void ended(RuntimeException cause) {
      bell.release();
    }
  }
}
