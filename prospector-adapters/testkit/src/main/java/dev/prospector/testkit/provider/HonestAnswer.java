package dev.prospector.testkit.provider;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer that satisfies its schema and quotes its sources. Confined to one answer. */
final class HonestAnswer {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_ITEMS = 3;

  private final Quotable quotable;
  private final Random random;
  private String field = "";

  HonestAnswer(Map<Integer, String> sources, Random random) {
    this.quotable = new Quotable(sources, random);
    this.random = random;
  }

  /** Returns what fits a schema; empty where nothing can be said. */
  Optional<JsonNode> of(JsonNode schema) {
    JsonNode form = schema.path("anyOf").isArray() ? schema.path("anyOf").path(0) : schema;
    if (form.path("enum").isArray()) {
      JsonNode terms = form.path("enum");
      return Optional.of(terms.path(random.nextInt(Math.max(1, terms.size()))));
    }
    return switch (type(form)) {
      case "object" -> object(form);
      case "array" -> Optional.of(array(form));
      case "integer", "number" -> Optional.of(NODES.numberNode(1 + random.nextInt(9)));
      case "boolean" -> Optional.of(NODES.booleanNode(random.nextBoolean()));
      default -> quotable.statement(field).map(said -> NODES.stringNode(said.value()));
    };
  }

  private static String type(JsonNode form) {
    JsonNode type = form.path("type");
    return type.isArray() ? type.path(0).asString("string") : type.asString("object");
  }

  private Optional<JsonNode> object(JsonNode form) {
    JsonNode properties = form.path("properties");
    ObjectNode object = NODES.objectNode();
    if (properties.has("source") && properties.has("quote")) {
      Optional<Quotable.Said> said = quotable.statement(field);
      said.ifPresent(
          s -> object.put("value", s.value()).put("source", s.source()).put("quote", s.quote()));
      return said.map(s -> object);
    }
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      String outer = field;
      field = property.getKey();
      Optional<JsonNode> value = of(property.getValue());
      field = outer;
      if (value.isEmpty()) {
        return Optional.empty();
      }
      object.set(property.getKey(), value.get());
    }
    return Optional.of(object);
  }

  private ArrayNode array(JsonNode form) {
    ArrayNode array = NODES.arrayNode();
    int items = 1 + random.nextInt(MOST_ITEMS);
    for (int i = 0; i < items; i++) {
      Optional<JsonNode> item = of(form.path("items"));
      if (item.isEmpty()) {
        break;
      }
      boolean known = array.valueStream().anyMatch(item.get()::equals);
      if (!known) {
        array.add(item.get());
      }
    }
    return array;
  }
}
