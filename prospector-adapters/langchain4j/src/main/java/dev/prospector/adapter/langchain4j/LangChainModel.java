package dev.prospector.adapter.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.model.Capabilities;
import dev.prospector.model.Capabilities.SchemaForm;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Schema;
import dev.prospector.model.Tokens;
import dev.prospector.model.Turn;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chat model of LangChain4j. Build that one with {@code maxRetries(0)}: the step's retries are
 * the only ones, and of others budgets know nothing; a warning is logged where that cannot be seen.
 * How long a model thinks is what it was built with. Safe for several threads if the model is.
 */
public final class LangChainModel implements LanguageModel {

  /** What providers add to a prompt, in tokens; no text has more tokens than bytes. */
  private static final int ADDED = 1_000;

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final ChatModel model;
  private final String name;
  private final Optional<Rates> rates;

  /** Of a million tokens. */
  private record Rates(Money prompt, Money answer) {

    Money of(long prompts, long answers) {
      return times(prompt, prompts).plus(times(answer, answers));
    }

    private static Money times(Money rate, long tokens) {
      return rate.times(BigDecimal.valueOf(tokens).divide(MILLION));
    }
  }

  private LangChainModel(ChatModel model, String name, Optional<Rates> rates) {
    this.model = model;
    this.name = name;
    this.rates = rates;
  }

  /**
   * Returns a model without a price, on which money cannot be limited.
   *
   * @param name such as {@code openai:gpt-5-mini}; part of every result's fingerprint, so that
   *     another one asks everything again
   */
  public static LangChainModel of(ChatModel model, String name) {
    OwnRetries.warn(model, name);
    return new LangChainModel(model, name, Optional.empty());
  }

  /** Returns this model at a price for a million tokens of prompts and of answers. */
  public LangChainModel pricedAt(Money prompt, Money answer) {
    return new LangChainModel(model, name, Optional.of(new Rates(prompt, answer)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Capabilities capabilities() {
    SchemaForm form = holdsSchemas() ? SchemaForm.STRICT : SchemaForm.NONE;
    return new Capabilities(Integer.MAX_VALUE, Integer.MAX_VALUE, form, false);
  }

  private boolean holdsSchemas() {
    return model.supportedCapabilities().contains(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Usage upperBound(Request request) {
    long bytes = bytes(request.instructions()) + bytes(request.materialText());
    for (Turn turn : request.turns()) {
      bytes += bytes(turn.answer()) + bytes(turn.objection());
    }
    bytes += request.schema().map(schema -> bytes(schema.json())).orElse(0L);
    return usage(bytes + ADDED, request.longestAnswer());
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private Usage usage(long prompt, long answer) {
    return new Usage(rates.map(r -> r.of(prompt, answer)).orElse(null), prompt + answer, 1);
  }

  @Override
  public Answer ask(Request request) throws InterruptedException {
    try {
      return answer(model.chat(chat(request)), request);
    } catch (RuntimeException e) {
      if (ReadFailure.isInterruption(e) || Thread.interrupted()) {
        throw new InterruptedException("interrupted while " + name + " was asked");
      }
      if (ReadFailure.isFilter(e)) {
        return new Answer("", Answer.Ending.BLOCKED, upperBound(request), name);
      }
      throw ReadFailure.of(e, name);
    }
  }

  private ChatRequest chat(Request request) {
    Optional<Schema> held = request.schema().filter(s -> s.enforced() && holdsSchemas());
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(SystemMessage.from(instructions(request, held.isPresent())));
    messages.add(UserMessage.from(filled(request.materialText())));
    for (Turn turn : request.turns()) {
      messages.add(AiMessage.from(filled(turn.answer())));
      messages.add(UserMessage.from(filled(turn.objection())));
    }
    ChatRequest.Builder chat =
        ChatRequest.builder().messages(messages).maxOutputTokens(request.longestAnswer());
    held.ifPresent(schema -> chat.responseFormat(format(schema)));
    return chat.build();
  }

  /** Messages without text are refused. */
  private static String filled(String text) {
    return text.isBlank() ? "-" : text;
  }

  private static String instructions(Request request, boolean held) {
    String schema =
        request
            .schema()
            .filter(s -> !held)
            .map(
                s ->
                    "\n\nAnswer with one JSON object and nothing else, by this JSON Schema:\n"
                        + s.json())
            .orElse("");
    return filled(request.instructions() + schema);
  }

  private static ResponseFormat format(Schema schema) {
    JsonSchema json =
        JsonSchema.builder()
            .name(schema.name())
            .rootElement(JsonRawSchema.from(schema.json()))
            .build();
    return ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(json).build();
  }

  private Answer answer(ChatResponse response, Request request) {
    @Nullable String said = response.aiMessage().text();
    String text = said == null ? "" : said;
    Tokens tokens = tokens(response.tokenUsage());
    Usage usage =
        tokens.equals(Tokens.UNKNOWN)
            ? upperBound(request)
            : usage(tokens.prompt(), tokens.answer());
    @Nullable String told = response.modelName();
    @Nullable String id = response.id();
    return new Answer(
        text,
        ending(response.finishReason(), text),
        usage,
        told == null || told.isBlank() ? name : told,
        tokens,
        id == null ? "" : id);
  }

  private static Answer.Ending ending(@Nullable FinishReason reason, String text) {
    if (reason == FinishReason.LENGTH) {
      return Answer.Ending.TRUNCATED;
    } else if (reason == FinishReason.CONTENT_FILTER) {
      return Answer.Ending.BLOCKED;
    }
    return text.isBlank() ? Answer.Ending.EMPTY : Answer.Ending.COMPLETE;
  }

  /** What was not counted is not known, and costs its bound. */
  private static Tokens tokens(@Nullable TokenUsage usage) {
    if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
      return Tokens.UNKNOWN;
    }
    return Tokens.of(Math.max(0, usage.inputTokenCount()), Math.max(0, usage.outputTokenCount()));
  }

  @Override
  public String toString() {
    return name;
  }
}
