package dev.prospector.adapter.model.internal.wire;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Providers' JSON: what they add is ignored, what they leave out is asked for with a default. */
public final class Json {

  public static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static Optional<JsonNode> read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isObject() || node.isArray() ? Optional.of(node) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Returns a whole number that is not negative; 0 if there is none. */
  public static long count(JsonNode node, String... path) {
    JsonNode at = node;
    for (String name : path) {
      at = at.path(name);
    }
    return at.isNumber() ? Math.max(0, at.asLong(0)) : 0;
  }

  public static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
