package dev.prospector.tracking.frame;

import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.tracking.internal.EventJson;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a frame says: who and where first, then what the event tells. */
final class WriteFrame {

  /** Reasons are in the words of what failed, which may be many. */
  private static final int LONGEST = 2_000;

  private final RunFrames.Stream stream;

  WriteFrame(RunFrames.Stream stream) {
    this.stream = stream;
  }

  Frame of(FramePlace place, String name, RunEvent event) {
    ObjectNode data = head(place, name, event);
    event.about().ifPresent(lead -> data.put("lead_id", lead.value()));
    tail(data, event);
    data.put("kind", EventTypes.of(event));
    for (Map.Entry<String, JsonNode> part : EventJson.tree(event).properties()) {
      switch (part.getKey()) {
        case "type", "position", "lead" -> {}
        case "step" -> data.set("agent", part.getValue());
        default -> data.set(snake(part.getKey()), cut(part.getValue()));
      }
    }
    return new Frame(place, name, EventJson.line(data));
  }

  /** The end of a lead whose turn never came, since its run ended. */
  Frame skipped(FramePlace place, LeadId lead, RunEvent.RunFinished end) {
    ObjectNode data = head(place, FrameNames.LEAD_END, end);
    data.put("lead_id", lead.value());
    tail(data, end);
    data.put("kind", EventTypes.of(end));
    data.put("status", LeadStatus.SKIPPED.name());
    data.put("reason", "the run ended as " + end.state() + " before the lead did");
    return new Frame(place, FrameNames.LEAD_END, EventJson.line(data));
  }

  private ObjectNode head(FramePlace place, String name, RunEvent event) {
    ObjectNode data = EventJson.object();
    data.put("event_id", place.toString());
    data.put("sequence", event.position().number());
    data.put("event_type", name);
    data.put("job_id", stream.run().value());
    data.put("run_id", stream.run().value());
    return data;
  }

  private void tail(ObjectNode data, RunEvent event) {
    data.put("tenant", stream.tenant().id());
    data.put("user_id", stream.user());
    data.put("timestamp", event.position().at().toString());
  }

  private static JsonNode cut(JsonNode value) {
    if (!value.isString() || value.stringValue().length() <= LONGEST) {
      return value;
    }
    String text = value.stringValue();
    boolean pair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return EventJson.text(text.substring(0, pair ? LONGEST - 1 : LONGEST));
  }

  private static String snake(String name) {
    StringBuilder snake = new StringBuilder();
    for (char c : name.toCharArray()) {
      snake.append(Character.isUpperCase(c) ? "_" : "").append(c);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }
}
