package dev.prospector.tracking.sink;

import dev.prospector.event.EventSink;
import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunEvent.StepFailed;
import dev.prospector.tracking.internal.EventJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events to the log: what a run as a whole does as {@code INFO}, failed steps as {@code
 * WARN}, everything else as {@code DEBUG}. Ids of leads and reasons, which a host or an agent
 * words, appear as {@code DEBUG} only; the run's id and the event's number lead to them.
 */
public final class LogSink implements EventSink {

  private final Logger log;

  private LogSink(Logger log) {
    this.log = log;
  }

  /** Writes to the logger {@code dev.prospector.events}. */
  public static LogSink create() {
    return to(LoggerFactory.getLogger("dev.prospector.events"));
  }

  /** Writes to this logger. */
  public static LogSink to(Logger log) {
    return new LogSink(log);
  }

  @Override
  public void accept(RunEvent event) {
    if (event instanceof StepFailed failed) {
      log.warn("{} of step {}", heading(event), failed.step());
    } else if (event.about().isEmpty()) {
      log.info("{}", heading(event));
    }
    if (log.isDebugEnabled()) {
      // As JSON, so that nothing in it can pass for another line of the log.
      log.debug("{}", EventJson.line(event));
    }
  }

  private static String heading(RunEvent event) {
    RunEvent.Position at = event.position();
    return "run " + at.run() + " event " + at.number() + ": " + EventTypes.of(event);
  }
}
