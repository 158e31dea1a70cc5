package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.Json;
import dev.prospector.adapter.model.internal.wire.WireAnswer;
import dev.prospector.adapter.model.internal.wire.WireError;
import dev.prospector.adapter.model.internal.wire.WireSettings;
import dev.prospector.adapter.model.internal.wire.WireSettings.Refusal;
import dev.prospector.model.Capabilities.SchemaForm;
import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.model.Tokens;
import dev.prospector.model.Turn;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form of Google's Gemini. */
final class GeminiForm implements WireForm {

  @Override
  public String path(String model, boolean stream) {
    return "/models/" + model + (stream ? ":streamGenerateContent?alt=sse" : ":generateContent");
  }

  @Override
  public ObjectNode body(Request request, WireSettings settings) {
    ObjectNode body = Json.object();
    addPart(body.putObject("systemInstruction"), Words.instructions(request, settings));
    ArrayNode contents = body.putArray("contents");
    addPart(contents.addObject().put("role", "user"), request.materialText());
    for (Turn turn : request.turns()) {
      addPart(contents.addObject().put("role", "model"), turn.answer());
      addPart(contents.addObject().put("role", "user"), turn.objection());
    }
    ObjectNode config = body.putObject("generationConfig");
    config.put("maxOutputTokens", request.longestAnswer());
    if (request.schema().filter(Schema::enforced).isPresent()
        && settings.takes(Refusal.OTHER_SCHEMA)) {
      config.put("responseMimeType", "application/json");
      if (Words.enforces(request, settings, SchemaForm.STRICT)) {
        config.set(
            "responseJsonSchema", Json.read(request.schema().orElseThrow().json()).orElseThrow());
      }
    }
    return body;
  }

  private static void addPart(ObjectNode content, String text) {
    content.putArray("parts").addObject().put("text", text);
  }

  @Override
  public WireAnswer read(JsonNode body) throws WireError {
    return body.isArray() ? assemble(List.copyOf(body.values())) : assemble(List.of(body));
  }

  @Override
  public WireAnswer assemble(List<JsonNode> events) throws WireError {
    StringBuilder text = new StringBuilder();
    String reason = "";
    boolean blocked = false;
    boolean candidates = false;
    String model = "";
    String id = "";
    Tokens tokens = Tokens.UNKNOWN;
    for (JsonNode event : events) {
      if (event.path("error").isObject()) {
        throw WireError.of(event.path("error"));
      }
      JsonNode candidate = event.path("candidates").path(0);
      candidates |= candidate.isObject();
      for (JsonNode part : candidate.path("content").path("parts")) {
        text.append(part.path("thought").asBoolean(false) ? "" : Json.text(part, "text"));
      }
      reason = candidate.path("finishReason").asString(reason);
      blocked |= !Json.text(event.path("promptFeedback"), "blockReason").isEmpty();
      JsonNode usage = event.path("usageMetadata");
      tokens = usage.isObject() ? tokens(usage) : tokens;
      model = event.path("modelVersion").asString(model);
      id = event.path("responseId").asString(id);
    }
    if (blocked && text.isEmpty()) {
      return new WireAnswer("", Ending.BLOCKED, tokens, model, id);
    }
    if (!candidates) {
      throw WireError.cut();
    }
    return WireAnswer.of(text.toString(), ending(reason, text), tokens, model, id);
  }

  private static Ending ending(String reason, StringBuilder text) {
    return switch (reason) {
      case "STOP" -> Ending.COMPLETE;
      case "MAX_TOKENS" -> Ending.TRUNCATED;
      case "SAFETY",
          "RECITATION",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "LANGUAGE",
          "IMAGE_SAFETY" ->
          Ending.BLOCKED;
      case "MALFORMED_FUNCTION_CALL" -> text.isEmpty() ? Ending.EMPTY : Ending.TRUNCATED;
      default -> text.isEmpty() ? Ending.EMPTY : Ending.TRUNCATED;
    };
  }

  private static Tokens tokens(JsonNode usage) {
    long thoughts = Json.count(usage, "thoughtsTokenCount");
    return CountedTokens.of(
        Json.count(usage, "promptTokenCount") + Json.count(usage, "toolUsePromptTokenCount"),
        Json.count(usage, "cachedContentTokenCount"),
        0,
        Json.count(usage, "candidatesTokenCount") + thoughts,
        thoughts);
  }
}
