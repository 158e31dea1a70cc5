package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.budget.Usage;
import dev.prospector.error.PortException;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import org.junit.jupiter.api.Test;

/** What every model promises. Extend it, and return models that meet what is described. */
public abstract class LanguageModelContract {

  private static final Request REQUEST =
      Request.of("Answer in one word.", "Is water wet?", 50).withIdempotencyKey("run/lead/step/1");

  /** Creates the contract. */
  protected LanguageModelContract() {}

  /** Returns a model that gives a whole answer, at least twice. */
  protected abstract LanguageModel answering();

  /** Returns a model whose provider cuts the answer. */
  protected abstract LanguageModel truncating();

  /** Returns a model whose provider cannot be reached. */
  protected abstract LanguageModel failing();

  @Test
  void aWholeAnswerHasTextAndSaysWhatItCost() throws Exception {
    Answer answer = answering().ask(REQUEST);

    assertThat(answer.ending()).isEqualTo(Answer.Ending.COMPLETE);
    assertThat(answer.text()).isNotBlank();
    assertThat(answer.model()).isNotBlank();
    assertThat(answer.usage().calls()).isEqualTo(1);
  }

  @Test
  void noAnswerCostsMoreThanItsUpperBound() throws Exception {
    LanguageModel model = answering();
    Usage bound = model.upperBound(REQUEST);
    Usage real = model.ask(REQUEST).usage();

    assertThat(real.tokens()).isLessThanOrEqualTo(bound.tokens());
    assertThat(real.calls()).isLessThanOrEqualTo(bound.calls());
    if (real.money() != null) {
      assertThat(bound.money()).isNotNull().isGreaterThanOrEqualTo(real.money());
    }
  }

  @Test
  void aLongerAnswerHasAtLeastTheSameBound() {
    LanguageModel model = answering();
    Request longer = REQUEST.withLongestAnswer(500);

    assertThat(model.upperBound(longer).tokens())
        .isGreaterThanOrEqualTo(model.upperBound(REQUEST).tokens());
  }

  @Test
  void anAnswerThatWasCutDoesNotPassForAWholeOne() throws Exception {
    assertThat(truncating().ask(REQUEST).ending()).isEqualTo(Answer.Ending.TRUNCATED);
  }

  @Test
  void aFailureIsAPortExceptionWithAdvice() {
    LanguageModel model = failing();

    assertThatThrownBy(() -> model.ask(REQUEST))
        .isInstanceOfSatisfying(PortException.class, e -> assertThat(e.advice()).isNotNull());
  }

  @Test
  void theModelHasAName() {
    assertThat(answering().name()).isNotBlank();
  }
}
