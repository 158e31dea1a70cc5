package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.Json;
import dev.prospector.adapter.model.internal.wire.WireAnswer;
import dev.prospector.adapter.model.internal.wire.WireError;
import dev.prospector.adapter.model.internal.wire.WireSettings;
import dev.prospector.adapter.model.internal.wire.WireSettings.Refusal;
import dev.prospector.model.Capabilities.SchemaForm;
import dev.prospector.model.Effort;
import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Tokens;
import dev.prospector.model.Turn;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The responses form of OpenAI; nothing is stored there. */
final class ResponsesForm implements WireForm {

  @Override
  public String path(String model, boolean stream) {
    return "/responses";
  }

  @Override
  public ObjectNode body(Request request, WireSettings settings) {
    ObjectNode body = Json.object().put("model", settings.model()).put("store", false);
    body.put("instructions", Words.instructions(request, settings));
    ArrayNode input = body.putArray("input");
    add(input, "user", "input_text", request.materialText());
    for (Turn turn : request.turns()) {
      add(input, "assistant", "output_text", turn.answer());
      add(input, "user", "input_text", turn.objection());
    }
    body.put("max_output_tokens", request.longestAnswer());
    if (Words.enforces(request, settings, SchemaForm.STRICT)) {
      ObjectNode format = body.putObject("text").putObject("format").put("type", "json_schema");
      format.put("name", request.schema().orElseThrow().name()).put("strict", true);
      format.set("schema", Json.read(request.schema().orElseThrow().json()).orElseThrow());
    } else if (request.schema().isPresent()
        && settings.takes(Refusal.OTHER_SCHEMA)
        && request.schema().get().enforced()) {
      body.putObject("text").putObject("format").put("type", "json_object");
    }
    if (!settings.effortField().isEmpty() && settings.takes(Refusal.EFFORT)) {
      String effort = request.effort() == Effort.NONE ? "minimal" : request.effort().name();
      body.putObject("reasoning").put("effort", effort.toLowerCase(Locale.ROOT));
    }
    if (settings.stream()) {
      body.put("stream", true);
    }
    return body;
  }

  private static void add(ArrayNode input, String role, String type, String text) {
    ObjectNode message = input.addObject().put("role", role);
    message.putArray("content").addObject().put("type", type).put("text", text);
  }

  @Override
  public WireAnswer read(JsonNode body) throws WireError {
    String status = Json.text(body, "status");
    if (status.equals("failed") || body.path("error").isObject()) {
      throw WireError.in(body).orElseGet(WireError::cut);
    }
    if (!body.path("output").isArray()) {
      throw WireError.cut();
    }
    StringBuilder text = new StringBuilder();
    StringBuilder refusal = new StringBuilder();
    for (JsonNode item : body.path("output")) {
      for (JsonNode part :
          item.path("type").asString("").equals("message") ? item.path("content") : Json.object()) {
        text.append(Json.text(part, "type").equals("output_text") ? Json.text(part, "text") : "");
        refusal.append(Json.text(part, "refusal"));
      }
    }
    Tokens tokens = tokens(body.path("usage"));
    String model = Json.text(body, "model");
    String id = Json.text(body, "id");
    if (!refusal.isEmpty()) {
      return new WireAnswer(refusal.toString(), Ending.REFUSED, tokens, model, id);
    }
    String reason = Json.text(body.path("incomplete_details"), "reason");
    return WireAnswer.of(text.toString(), ending(status, reason), tokens, model, id);
  }

  private static Ending ending(String status, String reason) {
    if (reason.equals("content_filter")) {
      return Ending.BLOCKED;
    }
    return status.equals("incomplete") ? Ending.TRUNCATED : Ending.COMPLETE;
  }

  private static Tokens tokens(JsonNode usage) {
    return CountedTokens.of(
        Json.count(usage, "input_tokens"),
        Json.count(usage, "input_tokens_details", "cached_tokens"),
        Json.count(usage, "input_tokens_details", "cache_write_tokens"),
        Json.count(usage, "output_tokens"),
        Json.count(usage, "output_tokens_details", "reasoning_tokens"));
  }

  /** The last event holds the whole response. */
  @Override
  public WireAnswer assemble(List<JsonNode> events) throws WireError {
    for (JsonNode event : events) {
      String type = Json.text(event, "type");
      if (type.equals("error")) {
        throw event.path("error").isObject()
            ? WireError.of(event.path("error"))
            : WireError.of(event);
      }
      if (type.equals("response.completed")
          || type.equals("response.incomplete")
          || type.equals("response.failed")) {
        return read(event.path("response"));
      }
    }
    throw WireError.cut();
  }
}
