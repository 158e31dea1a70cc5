package dev.prospector.adapter.imports.internal.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns a JSON object into a row: nested names are joined by dots, plain lists by semicolons. */
final class JsonCells {

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(TextLines.LONGEST).build())
                  .build())
          // A number stays as it is written: 1e999 is no infinity, and 1.10 is not 1.1.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private static final int MOST_CELLS = 500;
  private static final int DEEPEST = 8;

  private final Map<String, String> about;

  /**
   * Creates a reader of objects.
   *
   * @param about what the document says about all of its rows
   */
  JsonCells(Map<String, String> about) {
    this.about = about;
  }

  Row row(JsonNode node, long number, long line) {
    if (!node.isObject()) {
      return Row.broken(line, node.toString(), "not a JSON object");
    }
    if (HarvestedSite.isOne(node)) {
      return HarvestedSite.row(node, about, number, line);
    }
    Map<String, String> cells = flat(node);
    Set<String> columns = new LinkedHashSet<>(cells.keySet());
    node.propertyNames().stream().limit(MOST_CELLS).forEach(columns::add);
    return Row.of(number, line, List.copyOf(columns), cells);
  }

  static Map<String, String> flat(JsonNode object) {
    Map<String, String> cells = new LinkedHashMap<>();
    add(cells, "", object, 0);
    return cells;
  }

  /** Returns what is wrong in a line, without the library's note on where. */
  static String reason(JacksonException e) {
    String message = Optional.ofNullable(e.getOriginalMessage()).orElse("unreadable");
    String line = message.split("\\R", 2)[0];
    return line.length() > 160 ? line.substring(0, 160) + "…" : line;
  }

  private static void add(Map<String, String> cells, String name, JsonNode node, int depth) {
    if (cells.size() >= MOST_CELLS || depth > DEEPEST) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              p ->
                  add(
                      cells,
                      name.isEmpty() ? p.getKey() : name + "." + p.getKey(),
                      p.getValue(),
                      depth + 1));
    } else if (node.isArray()) {
      addAll(cells, name, node, depth);
    } else if (!node.isNull() && !node.asString().isBlank()) {
      cells.put(name, node.asString());
    }
  }

  private static void addAll(Map<String, String> cells, String name, JsonNode array, int depth) {
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      JsonNode item = array.get(i);
      if (item.isContainer()) {
        add(cells, name + "[" + i + "]", item, depth + 1);
      } else if (!item.isNull() && !item.asString().isBlank()) {
        plain.add(item.asString());
      }
    }
    if (!plain.isEmpty()) {
      cells.put(name, String.join("; ", plain));
    }
  }
}
