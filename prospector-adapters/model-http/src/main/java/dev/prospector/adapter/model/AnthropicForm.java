package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.Json;
import dev.prospector.adapter.model.internal.wire.WireAnswer;
import dev.prospector.adapter.model.internal.wire.WireError;
import dev.prospector.adapter.model.internal.wire.WireSettings;
import dev.prospector.adapter.model.internal.wire.WireSettings.Refusal;
import dev.prospector.model.Block;
import dev.prospector.model.Capabilities.SchemaForm;
import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.model.Tokens;
import dev.prospector.model.Turn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages form of Anthropic. */
final class AnthropicForm implements WireForm {

  @Override
  public String path(String model, boolean stream) {
    return "/messages";
  }

  @Override
  public ObjectNode body(Request request, WireSettings settings) {
    ObjectNode body = Json.object().put("model", settings.model());
    body.put("max_tokens", request.longestAnswer());
    body.put("system", Words.instructions(request, settings));
    ArrayNode messages = body.putArray("messages");
    addMaterial(messages.addObject().put("role", "user").putArray("content"), request, settings);
    for (Turn turn : request.turns()) {
      messages.addObject().put("role", "assistant").put("content", turn.answer());
      messages.addObject().put("role", "user").put("content", turn.objection());
    }
    if (Words.enforces(request, settings, SchemaForm.STRICT)) {
      ObjectNode format = body.putObject("output_config").putObject("format");
      format.put("type", "json_schema").set("schema", schema(request));
    } else if (Words.enforces(request, settings, SchemaForm.TOOL)) {
      addTool(body, request);
    }
    if (settings.stream()) {
      body.put("stream", true);
    }
    return body;
  }

  /** Only the last part that repeats is marked: what stands before it is kept with it. */
  private static void addMaterial(ArrayNode content, Request request, WireSettings settings) {
    int last = -1;
    List<Block> material = request.material();
    for (int i = 0; i < material.size(); i++) {
      last = material.get(i).repeats() ? i : last;
    }
    for (int i = 0; i < material.size(); i++) {
      ObjectNode part = content.addObject().put("type", "text").put("text", material.get(i).text());
      if (i == last && settings.cache() && settings.takes(Refusal.CACHE)) {
        part.putObject("cache_control").put("type", "ephemeral");
      }
    }
    if (material.isEmpty()) {
      content.addObject().put("type", "text").put("text", "-");
    }
  }

  private static JsonNode schema(Request request) {
    return Json.read(request.schema().map(Schema::json).orElse("{}")).orElseThrow();
  }

  private static void addTool(ObjectNode body, Request request) {
    String name = request.schema().orElseThrow().name();
    ObjectNode tool = body.putArray("tools").addObject().put("name", name);
    tool.put("description", "Takes the answer.").set("input_schema", schema(request));
    body.putObject("tool_choice").put("type", "tool").put("name", name);
  }

  @Override
  public WireAnswer read(JsonNode body) throws WireError {
    if (!body.path("content").isArray()) {
      throw WireError.in(body).orElseGet(WireError::cut);
    }
    StringBuilder text = new StringBuilder();
    String input = "";
    for (JsonNode block : body.path("content")) {
      text.append(Json.text(block, "type").equals("text") ? Json.text(block, "text") : "");
      boolean tool = Json.text(block, "type").equals("tool_use");
      input = tool ? block.path("input").toString() : input;
    }
    return answer(text.toString(), input, Json.text(body, "stop_reason"), body, body.path("usage"));
  }

  private static WireAnswer answer(
      String text, String input, String reason, JsonNode message, JsonNode usage) {
    Tokens tokens = tokens(usage);
    String told = text.isBlank() ? input : text;
    return WireAnswer.of(
        told, ending(reason), tokens, Json.text(message, "model"), Json.text(message, "id"));
  }

  private static Ending ending(String reason) {
    return switch (reason) {
      case "max_tokens", "model_context_window_exceeded", "pause_turn" -> Ending.TRUNCATED;
      case "refusal" -> Ending.REFUSED;
      default -> Ending.COMPLETE;
    };
  }

  /** What was read from its cache, or written to it, does not stand in its input tokens. */
  private static Tokens tokens(JsonNode usage) {
    long cached = Json.count(usage, "cache_read_input_tokens");
    long written = Json.count(usage, "cache_creation_input_tokens");
    long prompt = Json.count(usage, "input_tokens") + cached + written;
    return CountedTokens.of(prompt, cached, written, Json.count(usage, "output_tokens"), 0);
  }

  @Override
  public WireAnswer assemble(List<JsonNode> events) throws WireError {
    Assembly assembly = new Assembly();
    for (JsonNode event : events) {
      assembly.add(event);
    }
    return assembly.end();
  }

  /** A message that comes in pieces. */
  private static final class Assembly {
    private final Map<Integer, StringBuilder> texts = new TreeMap<>();
    private final Map<Integer, StringBuilder> inputs = new TreeMap<>();
    private final ObjectNode usage = Json.object();
    private JsonNode message = Json.object();
    private String reason = "";
    private boolean ended;

    void add(JsonNode event) throws WireError {
      int index = event.path("index").asInt(0);
      JsonNode delta = event.path("delta");
      switch (Json.text(event, "type")) {
        case "error" -> throw WireError.in(event).orElseGet(WireError::cut);
        case "message_start" -> {
          texts.clear(); // It may come twice: what came before is said again.
          inputs.clear();
          message = event.path("message");
          larger(usage, message.path("usage"));
        }
        case "content_block_start" -> begin(event.path("content_block"), index, texts, inputs);
        case "content_block_delta" -> {
          at(texts, index).append(Json.text(delta, "text"));
          at(inputs, index).append(Json.text(delta, "partial_json"));
        }
        case "message_delta" -> {
          reason = delta.path("stop_reason").asString(reason);
          larger(usage, event.path("usage"));
        }
        case "message_stop" -> ended = true;
        default -> {}
      }
    }

    WireAnswer end() throws WireError {
      if (!ended && reason.isEmpty()) {
        throw WireError.cut();
      }
      String input =
          inputs.values().stream()
              .filter(part -> !part.isEmpty())
              .reduce((first, last) -> last)
              .map(Object::toString)
              .orElse("");
      return answer(String.join("", texts.values()), input, reason, message, usage);
    }
  }

  private static void begin(
      JsonNode block,
      int index,
      Map<Integer, StringBuilder> texts,
      Map<Integer, StringBuilder> inputs) {
    at(texts, index)
        .append(Json.text(block, "type").equals("text") ? Json.text(block, "text") : "");
    at(inputs, index);
  }

  private static StringBuilder at(Map<Integer, StringBuilder> parts, int index) {
    return parts.computeIfAbsent(index, i -> new StringBuilder());
  }

  /** Counts stand at the start and again at the end; the larger is right. */
  private static void larger(ObjectNode usage, JsonNode told) {
    told.properties().stream()
        .filter(count -> count.getValue().isNumber())
        .forEach(
            count ->
                usage.put(
                    count.getKey(),
                    Math.max(Json.count(usage, count.getKey()), count.getValue().asLong(0))));
  }
}
