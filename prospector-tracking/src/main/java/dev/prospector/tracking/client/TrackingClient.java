package dev.prospector.tracking.client;

import dev.prospector.http.HttpTransport;
import dev.prospector.lead.LeadId;
import dev.prospector.run.Threads;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.http.ReportJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports what an agent does to a host's tracking endpoint, one report after the other, on a thread
 * of its own. Reporting never waits, never throws and never fails the agent: what finds no room or
 * no taker is dropped and counted. A report that was not confirmed is sent again under its id, so
 * that the host counts it once.
 *
 * <p>Safe for several threads.
 */
public final class TrackingClient implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TrackingClient.class);

  private final TrackingSettings settings;
  private final WaitingReports waiting;
  private final SendReport send;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();

  private TrackingClient(HttpTransport transport, TrackingSettings settings, Clock clock) {
    this.settings = settings;
    this.waiting = new WaitingReports(settings.room());
    this.send = new SendReport(transport, settings, clock);
  }

  /** Returns a client that begins to send. */
  public static TrackingClient open(
      HttpTransport transport, TrackingSettings settings, Threads threads, Clock clock) {
    TrackingClient client = new TrackingClient(transport, settings, clock);
    Threads.Background unused = threads.background("prospector-tracking", client::work);
    return client;
  }

  /** Returns a client that begins to send, on a thread of this platform. */
  public static TrackingClient open(HttpTransport transport, TrackingSettings settings) {
    return open(transport, settings, Threads.platform(), Clock.systemUTC());
  }

  /**
   * What became of reports.
   *
   * @param sent that the host confirmed
   * @param refused that the host will never take, such as those after a lead's end
   * @param dropped that found no room, or were left when the client was closed
   * @param repeated tries beyond the first of each report
   * @param waiting that are still to be sent
   */
  public record Counts(long sent, long refused, long dropped, long repeated, int waiting) {}

  /** Reports that work on a lead begins; to be called before the lead's other reports. */
  public void start(LeadStart start) {
    take(() -> new WaitingReport("/api/lead/start", ReportJson.write(start)));
  }

  /** Reports what an agent did. */
  public void report(LeadId lead, AgentReport report) {
    take(
        () -> {
          String id = URLEncoder.encode(lead.value(), StandardCharsets.UTF_8).replace("+", "%20");
          return new WaitingReport("/api/lead/" + id + "/event", ReportJson.write(report));
        });
  }

  /** Makes a report. */
  @FunctionalInterface
  private interface Making {
    WaitingReport make();
  }

  private void take(Making making) {
    try {
      if (waiting.offer(making.make())) {
        return;
      }
    } catch (RuntimeException e) {
      LOG.debug("a report cannot be written and is dropped", e);
    }
    if (dropped.getAndIncrement() == 0) {
      LOG.warn("Reports to {} are dropped: there is no room, or one cannot be written", settings);
    }
  }

  private void work() {
    try {
      for (@Nullable WaitingReport next = waiting.first(); next != null; next = waiting.first()) {
        deliver(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      dropped.addAndGet(waiting.abandon());
    }
  }

  private void deliver(WaitingReport report) throws InterruptedException {
    Duration wait = settings.patience().first();
    SendReport.Outcome outcome = tried(report);
    while (outcome.kind() == SendReport.Outcome.Kind.AGAIN) {
      Duration asked = outcome.asked();
      if (!waiting.pause(asked.compareTo(wait) > 0 ? asked : wait)) {
        return;
      }
      wait = longer(wait);
      repeated.incrementAndGet();
      outcome = tried(report);
    }
    boolean taken = outcome.kind() == SendReport.Outcome.Kind.TAKEN;
    if (!taken && refused.get() == 0) {
      LOG.warn("{}: one is refused for good; see TrackingClient.counts()", settings);
    }
    waiting.done(taken ? sent : refused);
  }

  /** A defect of a transport is not the agent's. */
  private SendReport.Outcome tried(WaitingReport report) throws InterruptedException {
    try {
      return send.send(report);
    } catch (RuntimeException e) {
      LOG.debug("a report cannot be sent", e);
      return new SendReport.Outcome(SendReport.Outcome.Kind.AGAIN, Duration.ZERO);
    }
  }

  private Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    Duration longest = settings.patience().longest();
    return twice.compareTo(longest) < 0 ? twice : longest;
  }

  /** Returns what became of the reports so far. */
  public Counts counts() {
    return new Counts(sent.get(), refused.get(), dropped.get(), repeated.get(), waiting.size());
  }

  /**
   * Waits until everything was sent.
   *
   * @return whether that came about in time
   * @throws InterruptedException if interrupted while waiting
   */
  public boolean flush(Duration most) throws InterruptedException {
    return waiting.flush(most);
  }

  /** Sends what is left for as long as the settings say, and drops the rest. */
  @Override
  public void close() {
    waiting.close();
    try {
      if (!waiting.flush(settings.patience().closing())) {
        LOG.warn("Reports to {} were not taken in time and are dropped", settings);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    dropped.addAndGet(waiting.abandon());
  }
}
