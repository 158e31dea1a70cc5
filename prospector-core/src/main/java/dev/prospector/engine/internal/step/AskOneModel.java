package dev.prospector.engine.internal.step;

import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.dossier.Author;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.MalformedAnswerException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.model.Turn;
import dev.prospector.privacy.Placeholders;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks one model one question: once, with fewer passages if it was too long, and once more if the
 * answer has faults; the better answer stands. Confined to one step.
 */
final class AskOneModel<T> {

  /** Calls of one model have numbers of their own, so that each question keeps its number. */
  private static final int CALLS_EACH = 10;

  private static final int FIRST = 1;
  private static final int REPAIR = 2;
  private static final int SHORTER = 3;

  private final LanguageModel model;
  private final int place;
  private final ModelAgent<T> agent;
  private final Function<Question, Asker> askers;
  private @Nullable Asker used;
  private @Nullable Attempt<T> best;

  /**
   * What is used to ask, whichever model is asked.
   *
   * @param inputs give what the agent sees, anew for each reading
   */
  record Asker(GuardedModel guarded, Placeholders placeholders, Supplier<StepInput> inputs) {}

  /** An answer, and what was made of it. */
  private record Attempt<T>(Question question, Answer answer, Reading<T> reading, StepInput input) {

    boolean isWhole() {
      return answer.ending() == Ending.COMPLETE && reading.violations().isEmpty();
    }
  }

  /**
   * Creates the question to one model.
   *
   * @param place in its chain, from 0
   * @param askers give what is used to ask a question
   */
  AskOneModel(
      LanguageModel model, int place, ModelAgent<T> agent, Function<Question, Asker> askers) {
    this.model = model;
    this.place = place;
    this.agent = agent;
    this.askers = askers;
  }

  /** Asks, if there is something to ask; what was answered before is not asked again. */
  Optional<Made<T>> ask(Optional<Question> question) throws InterruptedException {
    if (question.isEmpty()) {
      return Optional.empty();
    }
    used = askers.apply(question.get());
    return Optional.of(ask(question.get()));
  }

  private Asker asker() {
    return Objects.requireNonNull(used);
  }

  private Made<T> ask(Question question) throws InterruptedException {
    Attempt<T> first = firstAttempt(question);
    best = first;
    if (!first.isWhole()) {
      repair(first);
    }
    return best().orElseThrow(() -> malformed(first));
  }

  private Attempt<T> firstAttempt(Question question) throws InterruptedException {
    Request request = request(question);
    Optional<Question> shorter = question.shorter();
    if (isTooLong(request)) {
      return attemptShorter(shorter.orElseThrow(this::tooLong));
    }
    try {
      return attempt(question, request, FIRST);
    } catch (PortException e) {
      if (e.advice().kind() != RetryAdvice.Kind.SHORTEN || shorter.isEmpty()) {
        throw e;
      }
      return attemptShorter(shorter.get());
    }
  }

  private Attempt<T> attemptShorter(Question shorter) throws InterruptedException {
    return attempt(shorter, request(shorter), SHORTER);
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

  private Request request(Question question) {
    Request request = agent.prompt().about(question);
    int longest = Math.min(request.longestAnswer(), model.capabilities().longestAnswer());
    return asker().placeholders().hide(request.withLongestAnswer(longest));
  }

  private Attempt<T> attempt(Question question, Request request, int call)
      throws InterruptedException {
    Answer heard = asker().guarded().ask(model, place * CALLS_EACH + call, request);
    Answer answer =
        heard.withText(asker().placeholders().restore(heard.text(), request.schema().isPresent()));
    StepInput input = asker().inputs().get();
    Reading<T> reading =
        switch (answer.ending()) {
          case REFUSED -> throw unusable(answer, "the model refuses to answer");
          case BLOCKED -> throw unusable(answer, "the provider's filter holds the answer back");
          case EMPTY -> Reading.malformed(List.of("there is no text"));
          case COMPLETE, TRUNCATED ->
              answer.text().isBlank()
                  ? Reading.malformed(List.of("there is no text"))
                  : agent.read(input, question, answer);
        };
    return new Attempt<>(question, answer, reading, input);
  }

  private static MalformedAnswerException unusable(Answer answer, String why) {
    return new MalformedAnswerException(answer.text(), List.of(why));
  }

  /** What cannot be paid for, or is refused, is not repaired: the first answer stands. */
  private void repair(Attempt<T> first) throws InterruptedException {
    try {
      Request again = repairing(request(first.question()), first);
      Attempt<T> second = attempt(first.question(), again, REPAIR);
      if (second.isWhole() || second.reading().isBetterThan(first.reading())) {
        best = second;
      }
    } catch (BudgetRefusedException | MalformedAnswerException e) {
      if (first.reading().section().isEmpty()) {
        throw e;
      }
    }
  }

  private Request repairing(Request request, Attempt<T> first) {
    Answer answer = first.answer();
    return switch (answer.ending()) {
      case TRUNCATED -> longer(request);
      case EMPTY -> request.schema().map(Schema::inWords).map(request::withSchema).orElse(request);
      default ->
          request.withTurn(
              asker().placeholders().hide(new Turn(answer.text(), objection(first.reading()))));
    };
  }

  private Request longer(Request request) {
    int twice = (int) Math.min(2L * request.longestAnswer(), model.capabilities().longestAnswer());
    return request.withLongestAnswer(twice).withEffort(request.effort().lower());
  }

  private static String objection(Reading<?> reading) {
    StringBuilder text = new StringBuilder("Your answer has these faults:\n");
    reading.violations().forEach(v -> text.append("- ").append(v).append('\n'));
    return text.append("Answer once more, whole and in the same form, without them.").toString();
  }

  private MalformedAnswerException malformed(Attempt<T> attempt) {
    Answer answer = attempt.answer();
    List<String> violations = attempt.reading().violations();
    String ending = answer.ending().name().toLowerCase(Locale.ROOT);
    return new MalformedAnswerException(
        answer.text(), violations.isEmpty() ? List.of("it is " + ending) : violations);
  }

  /** Returns what is to be taken of what was answered so far, if anything. */
  Optional<Made<T>> best() {
    Attempt<T> there = best;
    return there == null
        ? Optional.empty()
        : there.reading().section().map(value -> made(value, there));
  }

  private Made<T> made(T value, Attempt<T> there) {
    return new Made<>(
        value,
        Author.MODEL,
        "",
        there.input(),
        asker().guarded().answered(),
        asker().guarded().used(),
        there.answer().model(),
        agent.prompt().label());
  }
}
