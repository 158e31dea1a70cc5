package dev.prospector.adapter.model.internal.wire;

import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.Tokens;

/**
 * An answer as a provider gives it.
 *
 * @param tokens {@link Tokens#UNKNOWN} if it does not tell
 * @param model empty if it does not tell
 * @param requestId empty if it does not tell
 */
public record WireAnswer(
    String text, Ending ending, Tokens tokens, String model, String requestId) {

  /** Returns an answer with the ending that goes with its text. */
  public static WireAnswer of(String text, Ending ending, Tokens tokens, String model, String id) {
    boolean nothing = text.isBlank() && ending == Ending.COMPLETE;
    return new WireAnswer(text, nothing ? Ending.EMPTY : ending, tokens, model, id);
  }
}
