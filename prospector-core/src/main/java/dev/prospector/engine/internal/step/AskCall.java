package dev.prospector.engine.internal.step;

import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.error.MalformedAnswerException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Turn;
import dev.prospector.privacy.Placeholders;
import java.util.List;
import java.util.Optional;

/**
 * Puts one question to one model: without personal data, with less evidence where it is too long,
 * and once more where the answer has faults. Confined to one step.
 */
final class AskCall {

  /** Calls of one model have numbers of their own, so that each question keeps its number. */
  private static final int CALLS_EACH = 10;

  private static final int FIRST = 1;
  private static final int REPAIR = 2;
  private static final int SHORTER = 3;

  private final LanguageModel model;
  private final int place;
  private final Prompt prompt;
  private final GuardedModel guarded;
  private final Placeholders placeholders;

  /** An answer, and the question to which it was given. */
  record Heard(Question question, Answer answer) {}

  /**
   * Creates the question to one model.
   *
   * @param place in its chain, from 0
   */
  AskCall(
      LanguageModel model,
      int place,
      Prompt prompt,
      GuardedModel guarded,
      Placeholders placeholders) {
    this.model = model;
    this.place = place;
    this.prompt = prompt;
    this.guarded = guarded;
    this.placeholders = placeholders;
  }

  /** Returns the answer to a question, which is shortened once if it is too long. */
  Heard first(Question question) throws InterruptedException {
    Request request = request(question);
    Optional<Question> shorter = question.shorter();
    if (isTooLong(request)) {
      return shorter(shorter.orElseThrow(this::tooLong));
    }
    try {
      return new Heard(question, heard(request, FIRST));
    } catch (PortException e) {
      if (e.advice().kind() != RetryAdvice.Kind.SHORTEN || shorter.isEmpty()) {
        throw e;
      }
      return shorter(shorter.get());
    }
  }

  private Heard shorter(Question shorter) throws InterruptedException {
    return new Heard(shorter, heard(request(shorter), SHORTER));
  }

  /** Returns the answer to what is asked once more. */
  Answer repair(Request request) throws InterruptedException {
    return heard(request, REPAIR);
  }

  private boolean isTooLong(Request request) {
    int context = model.capabilities().context();
    return context < Integer.MAX_VALUE && model.estimate(request).tokens() > context;
  }

  private PortException tooLong() {
    return new PortException(
        model.name(),
        "the question is longer than the model's context of "
            + model.capabilities().context()
            + " tokens",
        RetryAdvice.never());
  }

  /** Returns the request for a question, without personal data. */
  Request request(Question question) {
    Request request = prompt.about(question);
    int longest = Math.min(request.longestAnswer(), model.capabilities().longestAnswer());
    return placeholders.hide(request.withLongestAnswer(longest));
  }

  /** Returns a turn without personal data. */
  Turn hide(Turn turn) {
    return placeholders.hide(turn);
  }

  /** Returns a request for an answer twice as long, with less thought. */
  Request longer(Request request) {
    int twice = (int) Math.min(2L * request.longestAnswer(), model.capabilities().longestAnswer());
    return request.withLongestAnswer(twice).withEffort(request.effort().lower());
  }

  private Answer heard(Request request, int call) throws InterruptedException {
    Answer heard = guarded.ask(model, place * CALLS_EACH + call, request);
    Answer answer =
        heard.withText(placeholders.restore(heard.text(), request.schema().isPresent()));
    return switch (answer.ending()) {
      case REFUSED -> throw unusable(answer, "the model refuses to answer");
      case BLOCKED -> throw unusable(answer, "the provider's filter holds the answer back");
      case EMPTY, COMPLETE, TRUNCATED -> answer;
    };
  }

  private static MalformedAnswerException unusable(Answer answer, String why) {
    return new MalformedAnswerException(answer.text(), List.of(why));
  }
}
