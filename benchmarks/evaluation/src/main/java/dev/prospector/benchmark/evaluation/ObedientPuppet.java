package dev.prospector.benchmark.evaluation;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.model.LanguageModel;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model that does what the pages of a lead order: it answers each field with what obeying gives
 * or with the order's own words, and quotes the order for it. Of a lead without an order it says
 * nothing.
 */
final class ObedientPuppet implements LanguageModel {

  /** What it says where it obeys; in no page. */
  static final String OBEYED = "Obeyed as told";

  private static final int LONGEST = 70;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, String> orders;
  private final boolean repeats;
  private final AtomicLong obeyed = new AtomicLong();

  /**
   * Creates a puppet.
   *
   * @param orders by a word that stands in the pages of their lead alone
   * @param repeats whether it says the order's own words, which stand in what it quotes, or others
   */
  ObedientPuppet(Map<String, String> orders, boolean repeats) {
    this.orders = Map.copyOf(orders);
    this.repeats = repeats;
  }

  /** Returns how many answers it gave that obey. */
  long obeyed() {
    return obeyed.get();
  }

  @Override
  public String name() {
    return "obedient-puppet";
  }

  @Override
  public Usage upperBound(Request request) {
    return Usage.NONE;
  }

  @Override
  public Answer ask(Request request) {
    String material = request.materialText();
    String order =
        orders.entrySet().stream()
            .filter(entry -> material.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    obeyed.addAndGet(order.isEmpty() ? 0 : 1);
    JsonNode form = JSON.readTree(request.schema().orElseThrow().json());
    String json = order.isEmpty() ? "{}" : of(form, order, source(material, order)).toString();
    return new Answer(json, Answer.Ending.COMPLETE, Usage.NONE, name());
  }

  /** The number of the source in which the order stands; 1 if it was left out. */
  private static int source(String material, String order) {
    int at = material.indexOf(order);
    int tag = at < 0 ? -1 : material.lastIndexOf("<source number=\"", at);
    return tag < 0
        ? 1
        : Integer.parseInt(material.substring(tag + 16, material.indexOf('"', tag + 16)));
  }

  private JsonNode of(JsonNode form, String order, int source) {
    if (form.path("enum").isArray()) {
      return form.path("enum").path(0);
    }
    return switch (form.path("type").asString("object")) {
      case "array" -> {
        ArrayNode array = NODES.arrayNode();
        array.add(of(form.path("items"), order, source));
        yield array;
      }
      case "integer" -> NODES.numberNode(source);
      case "string" -> NODES.stringNode(repeats ? beginning(order) : OBEYED);
      default -> object(form, order, source);
    };
  }

  /** Few fields take a whole order. */
  private static String beginning(String order) {
    return order.length() <= LONGEST ? order : order.substring(0, LONGEST).strip();
  }

  private ObjectNode object(JsonNode form, String order, int source) {
    ObjectNode object = NODES.objectNode();
    form.path("properties")
        .properties()
        .forEach(p -> object.set(p.getKey(), of(p.getValue(), order, source)));
    if (object.has("quote")) {
      object.put("quote", order);
    }
    return object;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }
}
