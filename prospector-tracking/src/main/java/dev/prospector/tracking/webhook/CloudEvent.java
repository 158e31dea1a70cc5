package dev.prospector.tracking.webhook;

import dev.prospector.tracking.internal.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Messages by CloudEvents 1.0.2, its JSON format and its HTTP protocol binding. */
final class CloudEvent {

  private static final String DATA_TYPE = "application/json";

  private CloudEvent() {}

  /** Returns the body of the structured mode. */
  static String structured(Map<String, String> attributes, ObjectNode data) {
    ObjectNode event = EventJson.object();
    attributes.forEach(event::put);
    event.put("datacontenttype", DATA_TYPE);
    event.set("data", data);
    return EventJson.line(event);
  }

  static Map<String, String> headers(WebhookMessage message) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", message.format().contentType());
    if (message.format() == PayloadFormat.CLOUD_EVENTS_BINARY) {
      attributes(message).forEach((name, value) -> headers.put("ce-" + name, escaped(value)));
    }
    return headers;
  }

  static Map<String, String> attributes(WebhookMessage message) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", message.id());
    attributes.put("source", "/prospector/tenants/" + message.tenant() + "/runs/" + message.run());
    attributes.put("type", "dev.prospector." + message.type());
    attributes.put("time", message.at().toString());
    message.lead().ifPresent(lead -> attributes.put("subject", lead.value()));
    return attributes;
  }

  /** As section 3.1.3.2 of the binding asks: all but printable ASCII, and {@code " %}, escaped. */
  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b <= '~' && b != '"' && b != '%') {
        text.append((char) b);
      } else {
        text.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return text.toString();
  }
}
