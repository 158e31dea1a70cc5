package dev.prospector.adapter.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.model.Tokens;
import dev.prospector.model.Turn;
import dev.prospector.money.Money;
import dev.prospector.testkit.contract.LanguageModelContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.StructuredOutputChatOptions;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

class SpringAiModelTest extends LanguageModelContract {

  private static final String KEY = "sk-canary-12";
  private static final Request REQUEST = Request.of("Answer.", "Is water wet?", 50);

  /** Answers as a test says. */
  private static final class Told implements ChatModel {
    private final Function<Prompt, ChatResponse> answers;
    private final ChatOptions options;
    private Prompt asked = new Prompt("-");

    Told(Function<Prompt, ChatResponse> answers, ChatOptions options) {
      this.answers = answers;
      this.options = options;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
      asked = prompt;
      return answers.apply(prompt);
    }

    @Override
    public ChatOptions getOptions() {
      return options;
    }
  }

  private static ChatResponse response(String text, String reason) {
    Generation generation =
        new Generation(
            new AssistantMessage(text),
            ChatGenerationMetadata.builder().finishReason(reason).build());
    return new ChatResponse(
        List.of(generation),
        ChatResponseMetadata.builder()
            .id("r1")
            .model("told")
            .usage(new DefaultUsage(12, 3))
            .build());
  }

  private static Told saying(String text, String reason) {
    return new Told(
        prompt -> response(text, reason),
        StructuredOutputChatOptions.builder().temperature(0.5).build());
  }

  private static LanguageModel model(ChatModel model) {
    return SpringAiModel.of(model, "host:model")
        .pricedAt(Money.of("1", "USD"), Money.of("5", "USD"));
  }

  private static LanguageModel throwing(RuntimeException failure) {
    return model(
        new Told(
            prompt -> {
              throw failure;
            },
            ChatOptions.builder().build()));
  }

  @Override
  protected LanguageModel answering() {
    return model(saying("yes", "STOP"));
  }

  @Override
  protected LanguageModel truncating() {
    return model(saying("ye", "LENGTH"));
  }

  @Override
  protected LanguageModel failing() {
    return throwing(new IllegalStateException("HTTP 503 - busy"));
  }

  @Test
  void anAnswerIsReadWithItsTokensItsPriceAndTheNameThatWasTold() throws Exception {
    Answer answer = answering().ask(REQUEST);
    assertThat(answer.tokens()).isEqualTo(Tokens.of(12, 3));
    assertThat(answer.usage().money()).isEqualTo(Money.of("0.000027", "USD"));
    assertThat(answer.model()).isEqualTo("told");
    assertThat(answer.requestId()).isEqualTo("r1");
  }

  @Test
  void endingsAreToldApartInTheWordsOfEachProvider() throws Exception {
    Map<String, Answer.Ending> endings = new LinkedHashMap<>();
    endings.put("stop", Answer.Ending.COMPLETE);
    endings.put("end_turn", Answer.Ending.COMPLETE);
    endings.put("max_tokens", Answer.Ending.TRUNCATED);
    endings.put("MAX_TOKENS", Answer.Ending.TRUNCATED);
    endings.put("content_filter", Answer.Ending.BLOCKED);
    endings.put("SAFETY", Answer.Ending.BLOCKED);
    endings.put("refusal", Answer.Ending.REFUSED);
    for (Map.Entry<String, Answer.Ending> one : endings.entrySet()) {
      assertThat(model(saying("x", one.getKey())).ask(REQUEST).ending())
          .as(one.getKey())
          .isEqualTo(one.getValue());
    }
    assertThat(model(saying("", "stop")).ask(REQUEST).ending()).isEqualTo(Answer.Ending.EMPTY);
  }

  @Test
  void aSchemaIsHeldWhereTheOptionsCanAndElseStandsInWords() throws Exception {
    String json = "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}";
    Request asked =
        REQUEST
            .withSchema(Schema.of("answer", json))
            .withTurn(new Turn("{}", "it lacks everything"));
    Told able = saying("{}", "stop");
    model(able).ask(asked);
    assertThat(able.asked.getInstructions()).hasSize(4);
    assertThat(able.asked.getOptions())
        .isInstanceOfSatisfying(
            StructuredOutputChatOptions.class,
            options -> {
              assertThat(options.getOutputSchema()).contains("additionalProperties");
              assertThat(options.getMaxTokens()).isEqualTo(50);
              assertThat(options.getTemperature()).isEqualTo(0.5);
            });

    Told unable = new Told(prompt -> response("{}", "stop"), ChatOptions.builder().build());
    model(unable).ask(asked);
    assertThat(unable.asked.getInstructions().get(0).getText()).contains("additionalProperties");
  }

  @Test
  void everyFailureHasTheAdviceThatFitsAndNoWordOfTheProvider() {
    Map<String, RetryAdvice.Kind> kinds = new LinkedHashMap<>();
    kinds.put("HTTP 429 - " + KEY, RetryAdvice.Kind.EASE);
    kinds.put("401 - Incorrect API key provided: " + KEY, RetryAdvice.Kind.MEND);
    kinds.put("404 Not Found: " + KEY, RetryAdvice.Kind.MEND);
    kinds.put("HTTP 400 - " + KEY, RetryAdvice.Kind.NEVER);
    kinds.put("HTTP 400 - prompt is too long " + KEY, RetryAdvice.Kind.SHORTEN);
    kinds.put("HTTP 529 - " + KEY, RetryAdvice.Kind.BACK_OFF);
    kinds.forEach(
        (message, kind) ->
            assertThatThrownBy(() -> throwing(new IllegalStateException(message)).ask(REQUEST))
                .isInstanceOfSatisfying(
                    PortException.class,
                    e -> {
                      assertThat(e.advice().kind()).as(message).isEqualTo(kind);
                      assertThat(e).isNotInstanceOf(UnansweredException.class);
                      assertThat(e.toString()).doesNotContain(KEY);
                      assertThat(e).hasNoCause();
                    }));
  }

  @Test
  void whatWasNotHeardMayHaveBeenAnswered() {
    assertThatThrownBy(() -> throwing(new IllegalStateException("I/O error")).ask(REQUEST))
        .isInstanceOf(UnansweredException.class);
  }

  @Test
  void anInterruptionBelowIsOne() {
    RuntimeException wrapped = new RuntimeException(new InterruptedException());
    assertThatThrownBy(() -> throwing(wrapped).ask(REQUEST))
        .isInstanceOf(InterruptedException.class);
  }

  /** Keeps its template as the models of Spring AI do. */
  private static class Retrying {
    @SuppressWarnings("unused")
    private final RetryTemplate retryTemplate;

    Retrying(RetryTemplate retryTemplate) {
      this.retryTemplate = retryTemplate;
    }
  }

  @Test
  void ownRetriesAreSeenWhereAModelKeepsThem() {
    RetryTemplate none = new RetryTemplate(RetryPolicy.withMaxRetries(0));
    assertThat(OwnRetries.of(new Retrying(none))).contains(false);
    assertThat(OwnRetries.of(new Retrying(new RetryTemplate()))).contains(true);
    assertThat(OwnRetries.of("a model that says nothing")).isEmpty();
  }
}
