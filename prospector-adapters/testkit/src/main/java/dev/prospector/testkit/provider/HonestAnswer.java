package dev.prospector.testkit.provider;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer that satisfies its schema and quotes its sources. Confined to one answer. */
final class HonestAnswer {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_ITEMS = 3;

  /** Lists of what few sources say; an honest model often has nothing for them. */
  private static final Set<String> SELDOM =
      Set.of(
          "date",
          "industry",
          "strength",
          "weakness",
          "companies",
          "findings",
          "triggers",
          "options",
          "pitch");

  private final Map<Integer, String> sources;
  private Quotable quotable;
  private Accepted accepted;
  private final Random random;
  private String field = "";
  private String fact = "";
  private String list = "";
  private int place;

  HonestAnswer(Asked asked, Random random) {
    this.sources = asked.sources();
    this.accepted = Accepted.in(asked.text());
    this.random = random;
    this.quotable = new Quotable(sources, accepted, random);
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
      case "integer", "number" -> Optional.of(NODES.numberNode(number()));
      case "boolean" -> Optional.of(NODES.booleanNode(random.nextBoolean()));
      default -> text();
    };
  }

  /** Returns what a field's name asks for: a reference, an entry of the seller's, or words. */
  private Optional<JsonNode> text() {
    if (field.equals("option") || field.equals("text") && list.equals("questions")) {
      return Optional.empty(); // It has nothing to add to those that there are.
    }
    return switch (field) {
      case "id", "basis" -> Optional.of(fact).filter(id -> !id.isEmpty()).map(NODES::stringNode);
      case "solves" -> Optional.of(NODES.stringNode(accepted.sellers("pains")));
      case "offer" -> Optional.of(NODES.stringNode(accepted.sellers("products")));
      case "impact", "what" -> Optional.of(NODES.stringNode(""));
      case "question", "questions" -> Optional.of(NODES.stringNode(accepted.question(random)));
      default ->
          fact.isEmpty()
              ? quotable.statement(field).map(said -> NODES.stringNode(said.value()))
              : Optional.of(NODES.stringNode(accepted.words(fact)));
    };
  }

  /** Items of a plan are numbered. */
  private int number() {
    return field.equals("number") ? 1 + place : 1 + random.nextInt(9);
  }

  private static String type(JsonNode form) {
    JsonNode type = form.path("type");
    return type.isArray() ? type.path(0).asString("string") : type.asString("object");
  }

  private Optional<JsonNode> object(JsonNode form) {
    JsonNode properties = form.path("properties");
    if (properties.has("source") && properties.has("quote")) {
      Optional<Quotable.Said> said = quotable.statement(field);
      return said.map(
          s ->
              NODES
                  .objectNode()
                  .put("value", s.value())
                  .put("source", s.source())
                  .put("quote", s.quote()));
    }
    String outerFact = fact;
    if (properties.has("id") || properties.has("basis")) {
      if (accepted.isEmpty()) {
        return Optional.empty();
      }
      fact = accepted.any(random);
    }
    Optional<JsonNode> filled = filled(properties);
    fact = outerFact;
    return filled;
  }

  private Optional<JsonNode> filled(JsonNode properties) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      String outer = field;
      field = property.getKey();
      boolean isPart = outer.isEmpty() && property.getValue().has("properties");
      if (isPart) {
        accepted = accepted.of(field);
        quotable = new Quotable(sources, accepted, random);
      }
      Optional<JsonNode> value = of(property.getValue());
      field = outer;
      if (value.isEmpty() && isPart) {
        value = Optional.of(NODES.objectNode());
      }
      if (value.isEmpty()) {
        return Optional.empty();
      }
      object.set(property.getKey(), value.get());
    }
    return Optional.of(object);
  }

  private ArrayNode array(JsonNode form) {
    ArrayNode array = NODES.arrayNode();
    if (SELDOM.contains(field)) {
      return array;
    }
    int items = 1 + random.nextInt(MOST_ITEMS);
    String outer = list;
    list = field;
    for (int i = 0; i < items; i++) {
      place = i;
      Optional<JsonNode> item = of(form.path("items"));
      if (item.isEmpty()) {
        break;
      }
      boolean known = array.valueStream().anyMatch(item.get()::equals);
      if (!known) {
        array.add(item.get());
      }
    }
    list = outer;
    return array;
  }
}
