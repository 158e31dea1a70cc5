package dev.prospector.benchmark.evaluation;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The first place where two JSON values differ, with letters and digits masked, so that a report
 * shows the shape of a mistake and no personal data; both empty when they are equal.
 */
record JsonDifference(String expected, String found) {

  private static final JsonDifference NONE = new JsonDifference("", "");
  private static final int LONGEST = 120;

  boolean none() {
    return expected.isEmpty() && found.isEmpty();
  }

  static JsonDifference between(JsonNode expected, JsonNode found) {
    return between("$", expected, found);
  }

  private static JsonDifference between(String path, JsonNode expected, JsonNode found) {
    if (expected.isObject() && found.isObject()) {
      return objects(path, expected, found);
    }
    if (expected.isArray() && found.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
        JsonDifference inner = between(path + "[" + i + "]", expected.path(i), found.path(i));
        if (!inner.none()) {
          return inner;
        }
      }
      return NONE;
    }
    boolean equal =
        expected.isNumber() && found.isNumber()
            ? expected.decimalValue().compareTo(found.decimalValue()) == 0
            : expected.equals(found);
    return equal ? NONE : new JsonDifference(shown(path, expected), shown(path, found));
  }

  private static JsonDifference objects(String path, JsonNode expected, JsonNode found) {
    for (Map.Entry<String, JsonNode> entry : expected.properties()) {
      JsonDifference inner =
          between(path + "." + entry.getKey(), entry.getValue(), found.path(entry.getKey()));
      if (!inner.none()) {
        return inner;
      }
    }
    for (Map.Entry<String, JsonNode> entry : found.properties()) {
      if (!expected.has(entry.getKey())) {
        String below = path + "." + entry.getKey();
        return new JsonDifference(below + " absent", shown(below, entry.getValue()));
      }
    }
    return NONE;
  }

  private static String shown(String path, JsonNode value) {
    String text = value.isMissingNode() ? "absent" : masked(value.toString());
    return path + " " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
  }

  private static String masked(String text) {
    return text.replaceAll("\\p{L}", "x").replaceAll("\\p{Nd}", "0");
  }
}
