package dev.prospector.benchmark.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forms of JSON in which notations with one meaning are equal. */
final class JsonNormal {

  private static final JsonNodeFactory NODES = JsonMapper.builder().build().getNodeFactory();

  private static final int DEEPEST = 20;

  private JsonNormal() {}

  /**
   * One type and a list of one type are the same in JSON-LD. Entities are decoded: the reference
   * does so before it reads a script.
   */
  static JsonNode typesAsLists(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(each -> array.add(typesAsLists(each)));
      return array;
    }
    if (node.isString()) {
      return NODES.stringNode(Parser.unescapeEntities(node.asString(""), false));
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      boolean type = entry.getKey().equals("@type") && entry.getValue().isString();
      object.set(
          entry.getKey(),
          type ? NODES.arrayNode().add(entry.getValue()) : typesAsLists(entry.getValue()));
    }
    return object;
  }

  /**
   * The reference writes a property with one value without a list, lays out the white space of text
   * for display and may number the nodes; all three are evened out.
   */
  static JsonNode microdata(JsonNode layout) {
    JsonNode items = layout.isObject() && layout.has("items") ? layout.get("items") : layout;
    ArrayNode array = NODES.arrayNode();
    nested(items).forEach(item -> array.add(microdataValue(item)));
    return array;
  }

  /** Puts items that a flat output numbers and refers to in the places of the references. */
  private static JsonNode nested(JsonNode items) {
    Map<Integer, JsonNode> numbered = new HashMap<>();
    items.forEach(item -> numbered.put(item.path("iid").asInt(0), item));
    if (numbered.containsKey(0) || numbered.isEmpty()) {
      return items;
    }
    Set<Integer> inner = new HashSet<>();
    items.findValues("iid_ref").forEach(reference -> inner.add(reference.asInt(0)));
    ArrayNode array = NODES.arrayNode();
    for (JsonNode item : items) {
      if (!inner.contains(item.path("iid").asInt(0))) {
        array.add(filled(item, numbered, 0));
      }
    }
    return array;
  }

  private static JsonNode filled(JsonNode node, Map<Integer, JsonNode> numbered, int depth) {
    JsonNode target = numbered.get(node.path("iid_ref").asInt(0));
    if (target != null && depth < DEEPEST) {
      return filled(target, numbered, depth + 1);
    }
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(each -> array.add(filled(each, numbered, depth)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      object.set(entry.getKey(), filled(entry.getValue(), numbered, depth));
    }
    return object;
  }

  private static JsonNode microdataValue(JsonNode value) {
    if (!value.isObject()) {
      return NODES.stringNode(value.asString("").replaceAll("[\\s\\u00A0]+", ""));
    }
    ObjectNode object = NODES.objectNode();
    if (value.has("type")) {
      object.set("type", list(value.get("type")));
    }
    for (String name : new String[] {"id", "value"}) {
      if (value.has(name)) {
        object.set(name, microdataValue(value.get(name)));
      }
    }
    if (!value.path("properties").isEmpty()) {
      ObjectNode properties = object.putObject("properties");
      for (Map.Entry<String, JsonNode> entry : value.get("properties").properties()) {
        ArrayNode values = properties.putArray(entry.getKey());
        list(entry.getValue()).forEach(each -> values.add(microdataValue(each)));
      }
    }
    return object;
  }

  private static ArrayNode list(JsonNode node) {
    return node instanceof ArrayNode array ? array : NODES.arrayNode().add(node);
  }

  /** Head and body are one page; of a prefix with dashes the reference reads the last word only. */
  static JsonNode openGraph(JsonNode layout) {
    ObjectNode namespaces = NODES.objectNode();
    List<JsonNode> properties = new ArrayList<>();
    for (JsonNode part : layout) {
      for (Map.Entry<String, JsonNode> entry : part.path("namespace").properties()) {
        String prefix = entry.getKey();
        namespaces.set(prefix.substring(prefix.lastIndexOf('-') + 1), entry.getValue());
      }
      part.path("properties").forEach(properties::add);
    }
    ObjectNode object = NODES.objectNode();
    object.set("namespace", namespaces);
    object.putArray("properties").addAll(properties);
    return object;
  }
}
