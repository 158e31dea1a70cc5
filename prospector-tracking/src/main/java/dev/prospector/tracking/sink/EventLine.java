package dev.prospector.tracking.sink;

import dev.prospector.event.RunEvent;
import dev.prospector.tracking.internal.EventJson;

/** Events as JSON, for a host's own sinks: what files, webhooks and streams are made of. */
public final class EventLine {

  private EventLine() {}

  /**
   * Returns an event as one line of JSON, without a line break at its end: its type first, then its
   * components in the order of their declaration. The same event gives the same bytes.
   */
  public static String of(RunEvent event) {
    return EventJson.line(event);
  }
}
