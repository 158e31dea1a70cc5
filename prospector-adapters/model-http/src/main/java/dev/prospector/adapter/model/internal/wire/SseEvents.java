package dev.prospector.adapter.model.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads the events of a stream, however its bytes are cut: {@code data:} lines, of which several
 * make one event, comments, and lines of JSON without {@code data:}. Confined to one thread.
 */
public final class SseEvents {

  private static final String DATA = "data:";

  private final java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private final List<JsonNode> events = new ArrayList<>();
  private boolean damaged;

  /** Returns the events of a whole body. */
  public static SseEvents of(byte[] body) {
    SseEvents events = new SseEvents();
    events.add(body, 0, body.length);
    events.end();
    return events;
  }

  void add(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        endLine();
      } else {
        line.write(bytes[i]);
      }
    }
  }

  void end() {
    endLine();
    endEvent();
  }

  private void endLine() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    text = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    if (text.isEmpty()) {
      endEvent();
    } else if (text.startsWith(DATA)) {
      data.append(data.isEmpty() ? "" : "\n").append(text.substring(DATA.length()).strip());
    } else if (text.startsWith("{")) {
      endEvent();
      data.append(text);
      endEvent();
    }
  }

  private void endEvent() {
    String text = data.toString().strip();
    data.setLength(0);
    if (!text.isEmpty() && !text.equals("[DONE]")) {
      Json.read(text).ifPresentOrElse(events::add, () -> damaged = true);
    }
  }

  public List<JsonNode> events() {
    return events;
  }

  /** Returns whether some event was no JSON, so that something of the answer is missing. */
  public boolean isDamaged() {
    return damaged;
  }
}
