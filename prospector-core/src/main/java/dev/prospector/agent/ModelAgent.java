package dev.prospector.agent;

import dev.prospector.model.LanguageModel;

/**
 * An agent on which a language model improves. Without a model, or when the model is down, over
 * budget, or gives an answer that fails, the engine takes {@link #byRules}, and the section says
 * so.
 *
 * @param <T> the type of the section that it writes
 */
public interface ModelAgent<T> extends Agent<T> {

  /**
   * Returns what identifies the prompt, such as a hash of its text: a changed prompt runs this
   * agent and those downstream again.
   */
  String promptVersion();

  /** Returns what {@link #byModel} asks for one lead, for forecasts. */
  Demand demand();

  /**
   * Returns the section, made with a model's help and checked by code. When the step is tried again
   * it asks the same questions in the same order: those that were answered are answered from there.
   *
   * @param model asks within the run's budget, and notes each call in the journal
   * @throws dev.prospector.error.MalformedAnswerException if the answer cannot be used
   * @throws dev.prospector.error.BudgetRefusedException if a call would pass a limit
   * @throws dev.prospector.error.PortException if the model cannot be asked
   * @throws InterruptedException if interrupted
   */
  T byModel(AgentInput input, LanguageModel model) throws InterruptedException;
}
