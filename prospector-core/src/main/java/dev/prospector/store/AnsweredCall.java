package dev.prospector.store;

import dev.prospector.call.CallOutcome;
import dev.prospector.model.LanguageModel;
import java.util.Optional;

/**
 * What a store knows of a call that was answered.
 *
 * @param outcome how it ended, and what it cost
 * @param answer empty if it is not there for who asks: nobody heard it, as a person said so, its
 *     step has ended, or something else was asked
 */
public record AnsweredCall(CallOutcome outcome, Optional<LanguageModel.Answer> answer) {}
