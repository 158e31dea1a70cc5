package dev.prospector.agent;

import dev.prospector.model.LanguageModel.Answer;
import java.util.Optional;

/**
 * An agent on which a language model improves. It says what is asked and what an answer means; the
 * engine asks: within the budget, once more where an answer has faults, then the next model. Where
 * none can answer it takes {@link #byRules}, and the section says so.
 *
 * <p>It asks one question for each lead.
 *
 * @param <T> the type of the section that it writes
 */
public interface ModelAgent<T> extends Agent<T> {

  /** Returns what is asked in the same words for every lead; always the same. */
  Prompt prompt();

  /**
   * Returns what the model is given about one lead; the same for the same input. Empty if there is
   * nothing to ask: then rules give the answer.
   *
   * @throws dev.prospector.error.PortException if something outside failed
   * @throws InterruptedException if interrupted
   */
  Optional<Question> question(AgentInput input) throws InterruptedException;

  /**
   * Returns what holds of an answer, checked by code.
   *
   * @param input as the question was made from, with a gate for claims of its own
   * @param asked the question as it was asked: its evidence may be less than {@link #question}
   *     gave, or that of others besides, and numbers in the answer are those of its sources
   * @param answer whole or cut, never empty; personal data is put back
   * @throws InterruptedException if interrupted
   */
  Reading<T> read(AgentInput input, Question asked, Answer answer) throws InterruptedException;
}
