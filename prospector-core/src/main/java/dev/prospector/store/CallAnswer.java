package dev.prospector.store;

import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.model.LanguageModel;

/**
 * The answer to a call whose step goes on, kept until the step has a result: when the step is
 * executed again after a crash or a failure, it is taken from here and not paid for again.
 *
 * @param call the idempotency key
 * @param question the fingerprint of what was asked: who asks something else is not given it
 * @param answer as it was heard
 */
public record CallAnswer(String call, Fingerprint question, LanguageModel.Answer answer) {

  /** Returns how the call ended. */
  public CallOutcome outcome() {
    return new CallOutcome(call, CallOutcome.Ending.ANSWERED, answer.usage());
  }
}
