package dev.prospector.engine.internal.step;

import dev.prospector.agent.AgentSpec;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Announced;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Provenance;
import dev.prospector.engine.internal.lookup.StepLookUps;
import dev.prospector.engine.internal.workplace.StepFingerprints;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.store.StepCommit;
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

  /** Returns it as what stands in a model's place, with what the asking came to. */
  Made<T> insteadOfModel(String why, List<CallOutcome> answered, Usage used) {
    return new Made<>(value, author, RULES_INSTEAD + why, input, answered, used, "", "");
  }

  /** Returns it with what the asking came to. */
  Made<T> costing(List<CallOutcome> answered, Usage used) {
    return new Made<>(value, author, note, input, answered, used, model, prompt);
  }

  /**
   * Returns it as it is written down.
   *
   * @param inputs what the step depends on beside what it asked sources
   */
  StepCommit commit(
      LeadExecution lead, AgentSpec<T> spec, Fingerprint inputs, StepLookUps lookUps) {
    // A result by rules in a model's place is kept under its own fingerprint, so that it neither
    // passes for the model's nor stops the model from being asked again.
    boolean asks = input.asksSources();
    Fingerprint all = asks ? lookUps.inputs() : inputs;
    Fingerprint key = note.isEmpty() ? all : StepFingerprints.rulesInstead(all);
    Provenance provenance =
        new Provenance(
            spec.id(), spec.version(), author, key, lead.run().now(), usage, note, model, prompt);
    return new StepCommit(
        lead.run().id().value(),
        lead.id(),
        key,
        Entry.of(spec.writes(), value, provenance),
        input.kept(),
        calls,
        asks ? lookUps.asked() : StepCommit.Asked.NOTHING);
  }

  /** Returns the event that tells of it. */
  EventDraft.Unnumbered completed(LeadExecution lead, String step) {
    return position -> {
      RunEvent.StepCompleted event =
          new RunEvent.StepCompleted(
              position, lead.id(), step, author, input.rejectedClaims(), usage, model);
      return value instanceof Announced told ? event.withNote(told.announcement()) : event;
    };
  }
}
