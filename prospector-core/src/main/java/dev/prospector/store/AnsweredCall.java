package dev.prospector.store;

import dev.prospector.call.CallOutcome;
import dev.prospector.model.LanguageModel;
import java.util.Optional;

/**
 * What a store knows of a call that was answered.
 *
 * @param outcome how it ended, and what it cost
 * @param answer empty if it is not available: a person settled the call without it, its step has
 *     ended, or the question differs
 */
public record AnsweredCall(CallOutcome outcome, Optional<LanguageModel.Answer> answer) {}
