package dev.prospector.engine.internal.step;

import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.dossier.Author;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.MalformedAnswerException;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.model.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks one model one agent's question: once, and once more if the answer has faults; the better
 * answer stands. Confined to one step.
 */
final class AskOneModel<T> implements AskModels.OneModel<Made<T>> {

  private final AskedAlone<T> asked;
  private final LanguageModel model;
  private final int place;
  private @Nullable Attempt<T> best;

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
   */
  AskOneModel(AskedAlone<T> asked, LanguageModel model, int place) {
    this.asked = asked;
    this.model = model;
    this.place = place;
  }

  @Override
  public Optional<Made<T>> ask() throws InterruptedException {
    Optional<Question> question = asked.question();
    if (question.isEmpty()) {
      return Optional.empty();
    }
    AskCall call = asked.call(model, place, question.get());
    AskCall.Heard heard = call.first(question.get());
    Attempt<T> first = attempt(heard.question(), heard.answer());
    best = first;
    if (!first.isWhole()) {
      repair(call, first);
    }
    return Optional.of(best().orElseThrow(() -> malformed(first)));
  }

  private Attempt<T> attempt(Question question, Answer answer) throws InterruptedException {
    StepInput input = asked.input();
    boolean nothing = answer.ending() == Ending.EMPTY || answer.text().isBlank();
    return new Attempt<>(
        question,
        answer,
        nothing
            ? Reading.malformed(List.of("there is no text"))
            : asked.agent().read(input, question, answer),
        input);
  }

  /** What cannot be paid for, or is refused, is not repaired: the first answer stands. */
  private void repair(AskCall call, Attempt<T> first) throws InterruptedException {
    try {
      Answer again = call.repair(repairing(call, first));
      Attempt<T> second = attempt(first.question(), again);
      if (second.isWhole() || second.reading().isBetterThan(first.reading())) {
        best = second;
      }
    } catch (BudgetRefusedException | MalformedAnswerException e) {
      if (first.reading().section().isEmpty()) {
        throw e;
      }
    }
  }

  private Request repairing(AskCall call, Attempt<T> first) {
    Request request = call.request(first.question());
    Answer answer = first.answer();
    return switch (answer.ending()) {
      case TRUNCATED -> call.longer(request);
      case EMPTY -> request.schema().map(Schema::inWords).map(request::withSchema).orElse(request);
      default -> request.withTurn(call.hide(new Turn(answer.text(), objection(first.reading()))));
    };
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

  @Override
  public Optional<Made<T>> best() {
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
        asked.guarded().answered(),
        asked.guarded().used(),
        there.answer().model(),
        asked.agent().prompt().label());
  }
}
