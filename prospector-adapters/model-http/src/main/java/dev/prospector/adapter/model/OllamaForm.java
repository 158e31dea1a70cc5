package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.Json;
import dev.prospector.adapter.model.internal.wire.WireAnswer;
import dev.prospector.adapter.model.internal.wire.WireError;
import dev.prospector.adapter.model.internal.wire.WireSettings;
import dev.prospector.adapter.model.internal.wire.WireSettings.Refusal;
import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.model.Tokens;
import dev.prospector.model.Turn;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ollama's own form: its form of OpenAI's ignores the context, and cuts prompts in silence. */
final class OllamaForm implements WireForm {

  private static final int STEP = 1024;

  @Override
  public String path(String model, boolean stream) {
    return "/api/chat";
  }

  @Override
  public ObjectNode body(Request request, WireSettings settings) {
    ObjectNode body = Json.object().put("model", settings.model()).put("stream", settings.stream());
    ArrayNode messages = body.putArray("messages");
    add(messages, "system", Words.instructions(request, settings));
    add(messages, "user", request.materialText());
    for (Turn turn : request.turns()) {
      add(messages, "assistant", turn.answer());
      add(messages, "user", turn.objection());
    }
    if (request.schema().filter(Schema::enforced).isPresent()
        && settings.takes(Refusal.OTHER_SCHEMA)) {
      if (settings.takes(Refusal.STRICT_SCHEMA)) {
        body.set("format", Json.read(request.schema().orElseThrow().json()).orElseThrow());
      } else {
        body.put("format", "json");
      }
    }
    long needed = CountTokens.ofRequest(request) + request.longestAnswer();
    long context = Math.min(settings.context(), (needed / STEP + 1) * STEP);
    body.putObject("options").put("num_predict", request.longestAnswer()).put("num_ctx", context);
    return body;
  }

  private static void add(ArrayNode messages, String role, String content) {
    messages.addObject().put("role", role).put("content", content);
  }

  @Override
  public WireAnswer read(JsonNode body) throws WireError {
    return assemble(List.of(body));
  }

  @Override
  public WireAnswer assemble(List<JsonNode> events) throws WireError {
    StringBuilder text = new StringBuilder();
    for (JsonNode event : events) {
      if (event.has("error")) {
        throw WireError.in(event).orElseGet(WireError::cut);
      }
      text.append(Json.text(event.path("message"), "content"));
      if (event.path("done").asBoolean(false)) {
        Ending ending =
            Json.text(event, "done_reason").equals("length") ? Ending.TRUNCATED : Ending.COMPLETE;
        Tokens tokens =
            Tokens.of(Json.count(event, "prompt_eval_count"), Json.count(event, "eval_count"));
        return WireAnswer.of(text.toString(), ending, tokens, Json.text(event, "model"), "");
      }
    }
    throw WireError.cut();
  }
}
