package dev.prospector.benchmark.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A graph as a sorted list of its subjects, in which blank nodes are named by what is said of them,
 * so that neither their labels nor the order of statements counts.
 */
final class RdfaNormal {

  private static final int ROUNDS = 6;

  private final Map<String, String> names = new HashMap<>();

  private RdfaNormal() {}

  static JsonNode of(JsonNode graph) {
    RdfaNormal normal = new RdfaNormal();
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, String> next = new HashMap<>();
      for (JsonNode subject : graph) {
        String id = subject.path("@id").asString("");
        if (id.startsWith("_:")) {
          next.put(id, "_:" + Integer.toHexString(normal.described(subject).hashCode()));
        }
      }
      normal.names.putAll(next);
    }
    List<String> subjects = new ArrayList<>();
    graph.forEach(subject -> subjects.add(normal.described(subject)));
    Collections.sort(subjects);
    ArrayNode array = JsonMapper.builder().build().createArrayNode();
    subjects.forEach(array::add);
    return array;
  }

  private String described(JsonNode subject) {
    List<String> statements = new ArrayList<>();
    String id = subject.path("@id").asString("");
    for (Map.Entry<String, JsonNode> entry : subject.properties()) {
      String key = entry.getKey();
      if (key.equals("@id")) {
        continue;
      }
      if (entry.getValue().isArray()) {
        entry.getValue().forEach(value -> statements.add(key + " " + value(value)));
      } else {
        statements.add(key + " " + value(entry.getValue()));
      }
    }
    Collections.sort(statements);
    String name = id.startsWith("_:") ? names.getOrDefault(id, "_:") : id;
    return name + " " + String.join(" ; ", statements);
  }

  private String value(JsonNode value) {
    if (value.has("@list")) {
      StringBuilder list = new StringBuilder("(");
      value.get("@list").forEach(each -> list.append(value(each)).append(' '));
      return list.append(')').toString();
    }
    if (!value.isObject()) {
      return value.asString("");
    }
    String id = value.path("@id").asString("");
    String shown = id.startsWith("_:") ? names.getOrDefault(id, "_:") : id;
    String text = value.path("@value").asString("");
    // The reference writes the white space between the elements of an XML literal twice.
    boolean xml = value.path("@type").asString("").endsWith("#XMLLiteral");
    return shown
        + "|"
        + (xml ? text.replaceAll("\\s+", " ").strip() : text)
        + "|"
        + value.path("@language").asString("")
        + "|"
        + value.path("@type").asString("");
  }
}
