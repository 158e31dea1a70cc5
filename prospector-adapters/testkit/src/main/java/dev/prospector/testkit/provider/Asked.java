package dev.prospector.testkit.provider;

import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question as a model sees it, in any dialect.
 *
 * @param text all of it
 * @param schema of the answer; not there if free text is asked for
 * @param again whether an answer was objected to
 * @param longest answer, in tokens
 */
record Asked(String text, JsonNode schema, boolean again, int longest) {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String BEGINS = "<source number=\"";

  /** Where each dialect says the schema, from the root of a request. */
  private static final List<String> SCHEMAS =
      List.of(
          "/response_format/json_schema/schema",
          "/text/format/schema",
          "/output_config/format/schema",
          "/tools/0/input_schema",
          "/generationConfig/responseJsonSchema",
          "/format");

  private static final List<String> LENGTHS =
      List.of(
          "/max_completion_tokens",
          "/max_tokens",
          "/max_output_tokens",
          "/generationConfig/maxOutputTokens",
          "/options/num_predict");

  static Asked of(Request request) {
    String text = request.instructions() + "\n" + request.materialText();
    JsonNode schema = read(request.schema().map(Schema::json).orElse(""));
    return new Asked(text, schema, !request.turns().isEmpty(), request.longestAnswer());
  }

  /** Returns what the body of a request asks, in any dialect. */
  static Asked of(String body) {
    JsonNode root = read(body);
    List<String> texts = new ArrayList<>();
    int[] answers = {0};
    for (String part :
        List.of("system", "systemInstruction", "instructions", "messages", "input", "contents")) {
      collect(root.path(part), texts, answers);
    }
    String text = String.join("\n", texts);
    JsonNode schema = first(root, SCHEMAS);
    return new Asked(
        text,
        schema.isObject() ? schema : schemaInWords(text),
        answers[0] > 0,
        Math.max(1, first(root, LENGTHS).asInt(1_000)));
  }

  private static JsonNode first(JsonNode root, List<String> pointers) {
    return pointers.stream()
        .map(root::at)
        .filter(node -> node.isObject() || node.isNumber())
        .findFirst()
        .orElseGet(() -> JSON.missingNode());
  }

  private static void collect(JsonNode node, List<String> texts, int[] answers) {
    if (node.isString()) {
      texts.add(node.asString());
      return;
    }
    String role = node.path("role").asString("");
    answers[0] += role.equals("assistant") || role.equals("model") ? 1 : 0;
    if (node.isArray()) {
      node.forEach(child -> collect(child, texts, answers));
    } else if (node.isObject()) {
      for (String part : List.of("content", "parts", "text")) {
        collect(node.path(part), texts, answers);
      }
    }
  }

  private static JsonNode schemaInWords(String text) {
    int at = text.indexOf("by this JSON Schema:\n");
    int start = text.indexOf('{', Math.max(0, at));
    int end = start < 0 ? -1 : text.indexOf('\n', start);
    return at < 0 || start < 0
        ? JSON.missingNode()
        : read(text.substring(start, end < 0 ? text.length() : end));
  }

  private static JsonNode read(String json) {
    try {
      return json.isEmpty() ? JSON.missingNode() : JSON.readTree(json);
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  /** Returns the numbered sources, in order. */
  Map<Integer, String> sources() {
    Map<Integer, String> sources = new TreeMap<>();
    int at = text.indexOf(BEGINS);
    while (at >= 0) {
      int number = at + BEGINS.length();
      int quote = text.indexOf('"', number);
      int line = text.indexOf(">\n", quote);
      int end = line < 0 ? -1 : text.indexOf("\n</source", line);
      if (end < 0) {
        break;
      }
      sources.put(Integer.parseInt(text.substring(number, quote)), text.substring(line + 2, end));
      at = text.indexOf(BEGINS, end);
    }
    return new LinkedHashMap<>(sources);
  }
}
