package dev.prospector.testkit.provider;

import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers and refusals in the dialect of a request's path. */
final class OnTheWire {

  /** The dialects, by the paths at which they are asked. */
  enum Form {
    CHAT,
    RESPONSES,
    ANTHROPIC,
    GEMINI,
    OLLAMA;

    static Form of(String path) {
      if (path.endsWith("/responses")) {
        return RESPONSES;
      } else if (path.endsWith("/messages")) {
        return ANTHROPIC;
      } else if (path.endsWith(":generateContent")) {
        return GEMINI;
      }
      return path.endsWith("/api/chat") ? OLLAMA : CHAT;
    }

    /** Returns the model that is asked for: Gemini's stands in the path, others' in the body. */
    String model(String path, JsonNode body) {
      if (this == GEMINI) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf(':'));
      }
      return body.path("model").asString();
    }
  }

  private OnTheWire() {}

  /** Returns an answer that names the model that was asked for. */
  static String answer(Form form, String model, Reply reply, Tokens tokens, boolean tool) {
    ObjectNode body = Asked.JSON.createObjectNode();
    body.put(form == Form.GEMINI ? "modelVersion" : "model", model);
    switch (form) {
      case CHAT -> chat(body, reply, tokens);
      case RESPONSES -> responses(body, reply, tokens);
      case ANTHROPIC -> anthropic(body, reply, tokens, tool);
      case GEMINI -> gemini(body, reply, tokens);
      case OLLAMA -> ollama(body, reply, tokens);
    }
    return body.toString();
  }

  private static void chat(ObjectNode body, Reply reply, Tokens tokens) {
    boolean refused = reply.ending() == Ending.REFUSED;
    ObjectNode choice = body.put("id", "c").putArray("choices").addObject();
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    if (refused) {
      message.putNull("content").put("refusal", reply.text());
    } else {
      message.put("content", reply.text());
    }
    choice.put(
        "finish_reason",
        switch (reply.ending()) {
          case TRUNCATED -> "length";
          case BLOCKED -> "content_filter";
          default -> "stop";
        });
    body.putObject("usage")
        .put("prompt_tokens", tokens.prompt())
        .put("completion_tokens", tokens.answer());
  }

  private static void responses(ObjectNode body, Reply reply, Tokens tokens) {
    boolean refused = reply.ending() == Ending.REFUSED;
    boolean cut = reply.ending() == Ending.TRUNCATED;
    body.put("id", "r").put("status", cut ? "incomplete" : "completed");
    if (cut) {
      body.putObject("incomplete_details").put("reason", "max_output_tokens");
    }
    body.putArray("output")
        .addObject()
        .put("type", "message")
        .putArray("content")
        .addObject()
        .put("type", refused ? "refusal" : "output_text")
        .put(refused ? "refusal" : "text", reply.text());
    body.putObject("usage")
        .put("input_tokens", tokens.prompt())
        .put("output_tokens", tokens.answer());
  }

  private static void anthropic(ObjectNode body, Reply reply, Tokens tokens, boolean tool) {
    ObjectNode block = body.put("id", "m").putArray("content").addObject();
    if (tool && reply.ending() == Ending.COMPLETE && isObject(reply.text())) {
      block.put("type", "tool_use").set("input", Asked.JSON.readTree(reply.text()));
    } else {
      block.put("type", "text").put("text", reply.text());
    }
    body.put(
        "stop_reason",
        switch (reply.ending()) {
          case TRUNCATED -> "max_tokens";
          case REFUSED, BLOCKED -> "refusal";
          default -> "end_turn";
        });
    body.putObject("usage")
        .put("input_tokens", tokens.prompt())
        .put("output_tokens", tokens.answer());
  }

  private static boolean isObject(String text) {
    try {
      return Asked.JSON.readTree(text).isObject();
    } catch (tools.jackson.core.JacksonException e) {
      return false;
    }
  }

  private static void gemini(ObjectNode body, Reply reply, Tokens tokens) {
    ObjectNode candidate = body.putArray("candidates").addObject();
    candidate.putObject("content").putArray("parts").addObject().put("text", reply.text());
    candidate.put(
        "finishReason",
        switch (reply.ending()) {
          case TRUNCATED -> "MAX_TOKENS";
          case REFUSED, BLOCKED -> "SAFETY";
          default -> "STOP";
        });
    body.putObject("usageMetadata")
        .put("promptTokenCount", tokens.prompt())
        .put("candidatesTokenCount", tokens.answer());
  }

  private static void ollama(ObjectNode body, Reply reply, Tokens tokens) {
    body.put("done", true);
    body.put("done_reason", reply.ending() == Ending.TRUNCATED ? "length" : "stop");
    body.putObject("message").put("role", "assistant").put("content", reply.text());
    body.put("prompt_eval_count", tokens.prompt()).put("eval_count", tokens.answer());
  }

  /** Returns what headers tell of limits; Gemini and Ollama tell nothing. */
  static Map<String, String> limits(Form form, MinuteLimits.State state, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (form == Form.ANTHROPIC) {
      String reset = now.plus(state.until()).toString();
      headers.put("anthropic-ratelimit-requests-limit", "" + state.requests());
      headers.put("anthropic-ratelimit-requests-remaining", "" + state.leftRequests());
      headers.put("anthropic-ratelimit-requests-reset", reset);
      headers.put("anthropic-ratelimit-tokens-limit", "" + state.tokens());
      headers.put("anthropic-ratelimit-tokens-remaining", "" + state.leftTokens());
      headers.put("anthropic-ratelimit-tokens-reset", reset);
    } else if (form == Form.CHAT || form == Form.RESPONSES) {
      String reset = state.until().toMillis() + "ms";
      headers.put("x-ratelimit-limit-requests", "" + state.requests());
      headers.put("x-ratelimit-remaining-requests", "" + state.leftRequests());
      headers.put("x-ratelimit-reset-requests", reset);
      headers.put("x-ratelimit-limit-tokens", "" + state.tokens());
      headers.put("x-ratelimit-remaining-tokens", "" + state.leftTokens());
      headers.put("x-ratelimit-reset-tokens", reset);
    }
    return headers;
  }

  /** Returns the body of a refusal for too many calls; Gemini tells the time there. */
  static String tooMany(Form form, Duration wait) {
    ObjectNode body = Asked.JSON.createObjectNode();
    ObjectNode error = body.putObject("error").put("message", "Rate limit reached");
    switch (form) {
      case ANTHROPIC -> error.put("type", "rate_limit_error");
      case GEMINI ->
          error
              .put("code", 429)
              .put("status", "RESOURCE_EXHAUSTED")
              .putArray("details")
              .addObject()
              .put("@type", "type.googleapis.com/google.rpc.RetryInfo")
              .put("retryDelay", seconds(wait) + "s");
      default -> error.put("type", "tokens").put("code", "rate_limit_exceeded");
    }
    return body.toString();
  }

  static long seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds();
  }
}
