package dev.prospector.adapter.springai;

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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.StructuredOutputChatOptions;

/**
 * A chat model of Spring AI. Build that one with a {@code RetryTemplate} of no retries: the step's
 * retries are the only ones, and of others budgets know nothing; a warning is logged where that
 * cannot be seen. How long a model thinks is what it was built with. Safe for several threads if
 * the model is.
 */
public final class SpringAiModel implements LanguageModel {

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

  private SpringAiModel(ChatModel model, String name, Optional<Rates> rates) {
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
  public static SpringAiModel of(ChatModel model, String name) {
    OwnRetries.warn(model, name);
    return new SpringAiModel(model, name, Optional.empty());
  }

  /** Returns this model at a price for a million tokens of prompts and of answers. */
  public SpringAiModel pricedAt(Money prompt, Money answer) {
    return new SpringAiModel(model, name, Optional.of(new Rates(prompt, answer)));
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
    return model.getOptions() instanceof StructuredOutputChatOptions;
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
      return answer(model.call(prompt(request)), request);
    } catch (RuntimeException e) {
      if (ReadFailure.isInterruption(e) || Thread.interrupted()) {
        throw new InterruptedException("interrupted while " + name + " was asked");
      }
      throw ReadFailure.of(e, name);
    }
  }

  private Prompt prompt(Request request) {
    Optional<Schema> held = request.schema().filter(s -> s.enforced() && holdsSchemas());
    List<Message> messages = new ArrayList<>();
    messages.add(new SystemMessage(instructions(request, held.isPresent())));
    messages.add(new UserMessage(filled(request.materialText())));
    for (Turn turn : request.turns()) {
      messages.add(new AssistantMessage(filled(turn.answer())));
      messages.add(new UserMessage(filled(turn.objection())));
    }
    return new Prompt(messages, options(request, held));
  }

  /** What the host chose stays, but for the length and the form of the answer. */
  private ChatOptions options(Request request, Optional<Schema> held) {
    @Nullable ChatOptions chosen = model.getOptions();
    if (held.isPresent() && chosen instanceof StructuredOutputChatOptions structured) {
      return structured
          .mutate()
          .outputSchema(held.get().json())
          .maxTokens(request.longestAnswer())
          .build();
    }
    ChatOptions.Builder<?> builder = chosen == null ? ChatOptions.builder() : chosen.mutate();
    return builder.maxTokens(request.longestAnswer()).build();
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

  private Answer answer(@Nullable ChatResponse response, Request request) {
    @Nullable Generation result = response == null ? null : response.getResult();
    if (response == null || result == null) {
      return new Answer("", Answer.Ending.EMPTY, upperBound(request), name);
    }
    @Nullable String said = result.getOutput().getText();
    String text = said == null ? "" : said;
    Tokens tokens = tokens(response.getMetadata().getUsage());
    Usage usage =
        tokens.equals(Tokens.UNKNOWN)
            ? upperBound(request)
            : usage(tokens.prompt(), tokens.answer());
    @Nullable String told = response.getMetadata().getModel();
    @Nullable String id = response.getMetadata().getId();
    return new Answer(
        text,
        ending(result.getMetadata().getFinishReason(), text),
        usage,
        told == null || told.isBlank() ? name : told,
        tokens,
        id == null ? "" : id);
  }

  /** Each provider has its own words for it. */
  private static Answer.Ending ending(@Nullable String reason, String text) {
    return switch (reason == null ? "" : reason.toLowerCase(Locale.ROOT)) {
      case "length", "max_tokens", "max_output_tokens", "model_context_window_exceeded" ->
          Answer.Ending.TRUNCATED;
      case "refusal" -> Answer.Ending.REFUSED;
      case "content_filter",
          "content_filtered",
          "safety",
          "recitation",
          "blocklist",
          "prohibited_content",
          "spii" ->
          Answer.Ending.BLOCKED;
      default -> text.isBlank() ? Answer.Ending.EMPTY : Answer.Ending.COMPLETE;
    };
  }

  /** What was not counted is not known, and costs its bound. */
  private static Tokens tokens(org.springframework.ai.chat.metadata.@Nullable Usage usage) {
    @Nullable Integer prompt = usage == null ? null : usage.getPromptTokens();
    @Nullable Integer answer = usage == null ? null : usage.getCompletionTokens();
    return prompt == null || answer == null
        ? Tokens.UNKNOWN
        : Tokens.of(Math.max(0, prompt), Math.max(0, answer));
  }

  @Override
  public String toString() {
    return name;
  }
}
