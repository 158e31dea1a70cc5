package dev.prospector.tracking.webhook;

import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.internal.EventJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an event into a message that is thin: ids, and what changed, without free text. */
final class WriteMessage {

  private static final int MOST_BYTES = 20_000;

  /** 128 bits: more messages than anybody sends before two ids meet. */
  private static final int ID_BYTES = 16;

  /** What is sent of an event beside its position. Reasons are not: they are free text. */
  private static final List<String> SENT =
      List.of("lead", "step", "author", "status", "state", "attempt");

  private WriteMessage() {}

  static WebhookMessage of(Tenant tenant, RunEvent event, PayloadFormat format) {
    WebhookMessage empty = withBody(tenant, event, format, "");
    ObjectNode data = data(tenant, event, SENT);
    String body = body(empty, data);
    if (body.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      // A host's step may have a name of any length; a lead's id may not.
      body = body(empty, data(tenant, event, List.of("lead")));
    }
    return withBody(tenant, event, format, body);
  }

  private static WebhookMessage withBody(
      Tenant tenant, RunEvent event, PayloadFormat format, String body) {
    RunEvent.Position position = event.position();
    return new WebhookMessage(
        id(tenant, position),
        tenant,
        position.run(),
        position.number(),
        event.about(),
        EventTypes.of(event),
        position.at(),
        format,
        body);
  }

  /** Without a {@code .}, which ids of tenants and runs may have and ids of messages must not. */
  private static String id(Tenant tenant, RunEvent.Position position) {
    String name = tenant.id() + "\n" + position.run() + "\n" + position.number();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return "msg_" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static ObjectNode data(Tenant tenant, RunEvent event, List<String> names) {
    ObjectNode data = EventJson.object();
    data.put("tenant", tenant.id());
    data.put("run", event.position().run().value());
    data.put("number", event.position().number());
    ObjectNode whole = EventJson.tree(event);
    for (String name : names) {
      JsonNode value = whole.get(name);
      if (value != null) {
        data.set(name, value);
      }
    }
    return data;
  }

  private static String body(WebhookMessage message, ObjectNode data) {
    return switch (message.format()) {
      case STANDARD -> standard(message, data);
      case CLOUD_EVENTS_STRUCTURED -> CloudEvent.structured(CloudEvent.attributes(message), data);
      case CLOUD_EVENTS_BINARY -> EventJson.line(data);
    };
  }

  private static String standard(WebhookMessage message, ObjectNode data) {
    ObjectNode body = EventJson.object();
    body.put("type", message.type());
    body.put("timestamp", message.at().toString());
    body.set("data", data);
    return EventJson.line(body);
  }
}
