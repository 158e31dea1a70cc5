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

/** The chat form of OpenAI, as many providers and local servers take it. */
final class ChatForm implements WireForm {

  @Override
  public String path(String model, boolean stream) {
    return "/chat/completions";
  }

  @Override
  public ObjectNode body(Request request, WireSettings settings) {
    ObjectNode body = Json.object().put("model", settings.model());
    addMessages(body.putArray("messages"), request, settings);
    String other =
        settings.lengthField().equals("max_tokens") ? "max_completion_tokens" : "max_tokens";
    String length = settings.takes(Refusal.LENGTH_FIELD) ? settings.lengthField() : other;
    body.put(length, request.longestAnswer());
    addFormat(body, request, settings);
    if (!settings.effortField().isEmpty() && settings.takes(Refusal.EFFORT)) {
      String effort = request.effort() == Effort.NONE ? "minimal" : request.effort().name();
      body.put(settings.effortField(), effort.toLowerCase(Locale.ROOT));
    }
    if (settings.stream()) {
      body.put("stream", true).putObject("stream_options").put("include_usage", true);
    }
    settings.extra().properties().forEach(e -> body.set(e.getKey(), e.getValue()));
    return body;
  }

  private static void addMessages(ArrayNode messages, Request request, WireSettings settings) {
    String role = settings.takes(Refusal.SYSTEM_ROLE) ? "system" : "developer";
    add(messages, role, Words.instructions(request, settings));
    add(messages, "user", request.materialText());
    for (Turn turn : request.turns()) {
      add(messages, "assistant", turn.answer());
      add(messages, "user", turn.objection());
    }
  }

  private static void add(ArrayNode messages, String role, String content) {
    messages.addObject().put("role", role).put("content", content);
  }

  private static void addFormat(ObjectNode body, Request request, WireSettings settings) {
    if (Words.enforces(request, settings, SchemaForm.STRICT)) {
      ObjectNode schema =
          body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
      schema.put("name", request.schema().orElseThrow().name()).put("strict", true);
      schema.set("schema", Json.read(request.schema().orElseThrow().json()).orElseThrow());
    } else if (Words.enforces(request, settings, SchemaForm.JSON)
        || Words.enforces(request, settings, SchemaForm.TOOL)) {
      body.putObject("response_format").put("type", "json_object");
    }
  }

  @Override
  public WireAnswer read(JsonNode body) throws WireError {
    JsonNode choice = body.path("choices").path(0);
    if (choice.path("error").isObject()) {
      throw WireError.of(choice.path("error"));
    }
    if (!choice.isObject()) {
      throw WireError.in(body).orElseGet(WireError::cut);
    }
    JsonNode message = choice.path("message");
    String refusal = Json.text(message, "refusal");
    Ending ending = ending(Json.text(choice, "finish_reason"));
    Tokens tokens = tokens(body.path("usage"));
    String model = Json.text(body, "model");
    String id = Json.text(body, "id");
    return refusal.isEmpty()
        ? WireAnswer.of(content(message.path("content")), ending, tokens, model, id)
        : new WireAnswer(refusal, Ending.REFUSED, tokens, model, id);
  }

  /** One text, or parts of which those of type {@code text} are the answer. */
  private static String content(JsonNode content) {
    if (!content.isArray()) {
      return content.asString("");
    }
    StringBuilder text = new StringBuilder();
    content.forEach(
        part -> text.append(Json.text(part, "type").equals("text") ? Json.text(part, "text") : ""));
    return text.toString();
  }

  private static Ending ending(String reason) {
    return switch (reason.toLowerCase(Locale.ROOT)) {
      case "length", "max_tokens", "model_length" -> Ending.TRUNCATED;
      case "content_filter", "safety" -> Ending.BLOCKED;
      default -> Ending.COMPLETE;
    };
  }

  private static Tokens tokens(JsonNode usage) {
    long prompt = Json.count(usage, "prompt_tokens");
    long cached =
        Math.max(
            Json.count(usage, "prompt_tokens_details", "cached_tokens"),
            Json.count(usage, "prompt_cache_hit_tokens"));
    long written = Json.count(usage, "prompt_tokens_details", "cache_write_tokens");
    return CountedTokens.of(
        prompt,
        cached,
        written,
        Json.count(usage, "completion_tokens"),
        Json.count(usage, "completion_tokens_details", "reasoning_tokens"));
  }

  @Override
  public WireAnswer assemble(List<JsonNode> events) throws WireError {
    StringBuilder text = new StringBuilder();
    StringBuilder refusal = new StringBuilder();
    String reason = "";
    String model = "";
    String id = "";
    Tokens tokens = Tokens.UNKNOWN;
    for (JsonNode event : events) {
      JsonNode choice = event.path("choices").path(0);
      JsonNode error = choice.path("error");
      if (error.isObject() || event.path("error").isObject()) {
        throw WireError.of(error.isObject() ? error : event.path("error"));
      }
      text.append(content(choice.path("delta").path("content")));
      refusal.append(Json.text(choice.path("delta"), "refusal"));
      reason = choice.path("finish_reason").asString(reason);
      model = model.isEmpty() ? Json.text(event, "model") : model;
      id = id.isEmpty() ? Json.text(event, "id") : id;
      JsonNode usage = event.path("usage");
      usage = usage.isObject() ? usage : event.path("x_groq").path("usage");
      tokens = usage.isObject() ? tokens(usage) : tokens;
    }
    if (reason.isEmpty()) {
      throw WireError.cut();
    }
    return refusal.isEmpty()
        ? WireAnswer.of(text.toString(), ending(reason), tokens, model, id)
        : new WireAnswer(refusal.toString(), Ending.REFUSED, tokens, model, id);
  }
}
