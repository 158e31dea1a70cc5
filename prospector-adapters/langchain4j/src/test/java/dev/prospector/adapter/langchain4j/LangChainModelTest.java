package dev.prospector.adapter.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.model.Capabilities.SchemaForm;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.model.Tokens;
import dev.prospector.model.Turn;
import dev.prospector.money.Money;
import dev.prospector.testkit.contract.LanguageModelContract;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LangChainModelTest extends LanguageModelContract {

  private static final String KEY = "sk-canary-11";
  private static final Request REQUEST = Request.of("Answer.", "Is water wet?", 50);

  /** Answers as a test says. */
  private static final class Told implements ChatModel {
    private final Function<ChatRequest, ChatResponse> answers;
    private final Set<Capability> capabilities;
    private ChatRequest asked = ChatRequest.builder().messages(AiMessage.from("-")).build();

    Told(Function<ChatRequest, ChatResponse> answers, Set<Capability> capabilities) {
      this.answers = answers;
      this.capabilities = capabilities;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
      asked = request;
      return answers.apply(request);
    }

    @Override
    public Set<Capability> supportedCapabilities() {
      return capabilities;
    }
  }

  private static Told saying(String text, FinishReason reason) {
    return new Told(
        request ->
            ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .finishReason(reason)
                .tokenUsage(new TokenUsage(12, 3))
                .modelName("told")
                .id("r1")
                .build(),
        Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA));
  }

  private static LanguageModel model(ChatModel model) {
    return LangChainModel.of(model, "host:model")
        .pricedAt(Money.of("1", "USD"), Money.of("5", "USD"));
  }

  private static LanguageModel throwing(RuntimeException failure) {
    return model(
        new Told(
            request -> {
              throw failure;
            },
            Set.of()));
  }

  @Override
  protected LanguageModel answering() {
    return model(saying("yes", FinishReason.STOP));
  }

  @Override
  protected LanguageModel truncating() {
    return model(saying("ye", FinishReason.LENGTH));
  }

  @Override
  protected LanguageModel failing() {
    return throwing(new InternalServerException("busy"));
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
  void whatIsNotCountedCostsItsBound() throws Exception {
    LanguageModel model =
        model(
            new Told(
                request -> ChatResponse.builder().aiMessage(AiMessage.from("yes")).build(),
                Set.of()));
    assertThat(model.ask(REQUEST).usage()).isEqualTo(model.upperBound(REQUEST));
  }

  @Test
  void endingsAreToldApart() throws Exception {
    assertThat(model(saying("", FinishReason.STOP)).ask(REQUEST).ending())
        .isEqualTo(Answer.Ending.EMPTY);
    assertThat(model(saying("x", FinishReason.CONTENT_FILTER)).ask(REQUEST).ending())
        .isEqualTo(Answer.Ending.BLOCKED);
    assertThat(throwing(new ContentFilteredException("filtered")).ask(REQUEST).ending())
        .isEqualTo(Answer.Ending.BLOCKED);
  }

  @Test
  void aSchemaIsHeldWhereTheModelCanAndElseStandsInWords() throws Exception {
    String json = "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}";
    Request asked =
        REQUEST
            .withSchema(Schema.of("answer", json))
            .withTurn(new Turn("{}", "it lacks everything"));
    Told able = saying("{}", FinishReason.STOP);
    model(able).ask(asked);
    assertThat(able.asked.responseFormat().jsonSchema().name()).isEqualTo("answer");
    assertThat(able.asked.messages()).hasSize(4);
    assertThat(able.asked.maxOutputTokens()).isEqualTo(50);

    Told unable = new Told(saying("{}", FinishReason.STOP).answers, Set.of());
    LanguageModel words = model(unable);
    words.ask(asked);
    assertThat(words.capabilities().schema()).isEqualTo(SchemaForm.NONE);
    assertThat(unable.asked.responseFormat()).isNull();
    assertThat(unable.asked.messages().get(0).toString()).contains("additionalProperties");
  }

  @Test
  void everyFailureHasTheAdviceThatFitsAndNoWordOfTheProvider() {
    Map<RuntimeException, RetryAdvice.Kind> kinds = new LinkedHashMap<>();
    kinds.put(new RateLimitException(KEY), RetryAdvice.Kind.EASE);
    kinds.put(new AuthenticationException(KEY), RetryAdvice.Kind.MEND);
    kinds.put(new ModelNotFoundException(KEY), RetryAdvice.Kind.MEND);
    kinds.put(new InvalidRequestException(KEY), RetryAdvice.Kind.NEVER);
    kinds.put(new InvalidRequestException("prompt is too long " + KEY), RetryAdvice.Kind.SHORTEN);
    kinds.put(new InternalServerException(KEY), RetryAdvice.Kind.BACK_OFF);
    kinds.put(new LangChain4jException(new HttpException(402, KEY)), RetryAdvice.Kind.MEND);
    kinds.put(new LangChain4jException(new HttpException(503, KEY)), RetryAdvice.Kind.BACK_OFF);
    kinds.forEach(
        (failure, kind) ->
            assertThatThrownBy(() -> throwing(failure).ask(REQUEST))
                .isInstanceOfSatisfying(
                    PortException.class,
                    e -> {
                      assertThat(e.advice().kind()).as(failure.toString()).isEqualTo(kind);
                      assertThat(e).isNotInstanceOf(UnansweredException.class);
                      assertThat(e.toString()).doesNotContain(KEY);
                      assertThat(e).hasNoCause();
                    }));
  }

  @Test
  void whatWasNotHeardMayHaveBeenAnswered() {
    assertThatThrownBy(() -> throwing(new TimeoutException("late")).ask(REQUEST))
        .isInstanceOf(UnansweredException.class);
    assertThatThrownBy(() -> throwing(new IllegalStateException("?")).ask(REQUEST))
        .isInstanceOf(UnansweredException.class);
  }

  @Test
  void anInterruptionBelowIsOne() {
    RuntimeException wrapped = new RuntimeException(new InterruptedException());
    assertThatThrownBy(() -> throwing(wrapped).ask(REQUEST))
        .isInstanceOf(InterruptedException.class);
  }

  /** Keeps its retries as the models of LangChain4j do. */
  private static class Retrying {
    @SuppressWarnings("unused")
    private final Integer maxRetries;

    Retrying(Integer maxRetries) {
      this.maxRetries = maxRetries;
    }
  }

  private static final class AlsoRetrying extends Retrying {
    AlsoRetrying() {
      super(2);
    }
  }

  @Test
  void ownRetriesAreSeenWhereAModelKeepsThem() {
    assertThat(OwnRetries.of(new Retrying(0))).isEqualTo(OptionalInt.of(0));
    assertThat(OwnRetries.of(new AlsoRetrying())).isEqualTo(OptionalInt.of(2));
    assertThat(OwnRetries.of("a model that says nothing")).isEmpty();
  }
}
