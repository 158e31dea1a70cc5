package dev.prospector.engine.internal.step;

import dev.prospector.budget.Usage;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Author;
import java.util.List;

/**
 * What an agent gave, and at what cost.
 *
 * @param note why it is not what was asked for; else empty
 * @param model the name of the model that answered; empty if none did
 * @param prompt what it was asked; empty if nothing was
 */
record Made<T>(
    T value,
    Author author,
    String note,
    StepInput input,
    List<CallOutcome> calls,
    Usage usage,
    String model,
    String prompt) {

  /** How the note begins on what rules wrote in the model's place; the reason follows. */
  static final String RULES_INSTEAD = "rules in the model's place: ";

  static <T> Made<T> byRules(T value, StepInput input) {
    return new Made<>(value, Author.RULES, "", input, List.of(), Usage.NONE, "", "");
  }

  /** Returns it as what stands in a model's place. */
  Made<T> insteadOfModel(String why, GuardedModel asked) {
    String note = RULES_INSTEAD + why;
    return new Made<>(value, author, note, input, asked.answered(), asked.used(), "", "");
  }
}
