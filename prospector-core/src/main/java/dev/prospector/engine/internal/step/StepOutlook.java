package dev.prospector.engine.internal.step;

import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.lead.LeadBook;
import dev.prospector.engine.internal.lookup.LeadLookUps;
import dev.prospector.engine.internal.workplace.StepFingerprints;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.lookup.LookUp;
import dev.prospector.pipeline.Gate;
import dev.prospector.pipeline.Plan;
import dev.prospector.store.Journal;
import dev.prospector.store.StepCommit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a step of a lead is to be executed: what stops it, and what is known of it already. */
final class StepOutlook {

  private final LeadExecution lead;
  private final Workplace run;
  private final LeadBook book;

  StepOutlook(LeadExecution lead) {
    this.lead = lead;
    this.run = lead.run();
    this.book = lead.book();
  }

  /** Returns what was asked of sources for the lead. */
  LeadLookUps lookUps() {
    return new LeadLookUps(
        lead.id(), run.ports().sources(), run.lookUpTerms(), this::askedBefore, book::lookedUp);
  }

  private List<LookUp> askedBefore() {
    Journal journal = run.ports().storage().journal();
    return book.isNew() ? List.of() : book.ask(() -> journal.lookUps(run.tenant(), lead.id()));
  }

  /** Returns the end of a step that is not to begin, and tells of it. */
  Optional<StepEnd> skipped(Plan.Step step) {
    return reasonToSkip(step)
        .map(
            why -> {
              String name = step.spec().id();
              book.note(p -> new RunEvent.StepSkipped(p, lead.id(), name, why));
              return StepEnd.without(StepResult.State.SKIPPED, name, why, 0);
            });
  }

  /** Returns the end of a step that is not to begin as things are, of which nothing is told yet. */
  StepEnd notBegun(Plan.Step step) {
    String why = reasonToSkip(step).orElse("");
    return StepEnd.without(StepResult.State.SKIPPED, step.spec().id(), why, 0);
  }

  /** Returns why a step is not to begin; empty if it may. */
  Optional<String> reasonToSkip(Plan.Step step) {
    if (run.isCancelled()) {
      return Optional.of(run.endCause());
    }
    for (Plan.Read read : step.reads()) {
      StepEnd end = lead.ending(read.writer());
      if (read.required() && end.entry() == null) {
        return Optional.of(
            "needs " + read.section() + ", which '" + end.result().step() + "' did not write");
      }
    }
    for (Map.Entry<Gate<?>, Integer> gate : step.gates().entrySet()) {
      Optional<String> stopped = stops(gate.getKey(), lead.ending(gate.getValue()));
      if (stopped.isPresent()) {
        return stopped;
      }
    }
    return Optional.empty();
  }

  private static <T> Optional<String> stops(Gate<T> gate, StepEnd end) {
    Entry<?> entry = end.entry();
    return entry == null
        ? Optional.of("the gate after " + gate.section() + " has nothing to judge by")
        : gate.reasonToStop(gate.section().type().cast(entry.value()));
  }

  /** Returns the fingerprint of what a step is made from, but for what it is to ask sources. */
  Fingerprint inputs(int index, Plan.Step step) {
    @Nullable Fingerprint[] reads = new @Nullable Fingerprint[step.reads().size()];
    for (int i = 0; i < reads.length; i++) {
      StepEnd end = lead.ending(step.reads().get(i).writer());
      reads[i] = end.inputs(step.spec().readsConfidence());
    }
    return run.fingerprints().of(index, Objects.requireNonNull(lead.fingerprint()), reads);
  }

  /** Returns the end of a step whose result is known, and tells of it. */
  Optional<StepEnd> known(Plan.Step step, Fingerprint inputs) {
    String name = step.spec().id();
    Optional<StepResult> ended = book.toldBefore().end(name);
    if (ended.isPresent() && !ended.get().hasSection()) {
      return Optional.of(new StepEnd(ended.get(), null, null, List.of(), null, null));
    }
    if (book.isNew() && step.own() && step.isFree()) {
      return Optional.empty(); // The journal can hold nothing, or nothing that costs anything.
    }
    // What rules wrote in the model's place counts only where this run told so.
    boolean byRules = ended.isPresent() && book.toldBefore().fellBack(name);
    // What a source would answer otherwise by now is asked again.
    Optional<Fingerprint> all =
        step.asksSources() ? lead.lookUps().inputs(inputs) : Optional.of(inputs);
    return all.map(key -> byRules ? StepFingerprints.rulesInstead(key) : key)
        .flatMap(key -> find(step, key))
        .map(
            commit ->
                reuse(commit, ended.orElse(new StepResult(name, StepResult.State.REUSED, "", 0))));
  }

  private Optional<StepCommit> find(Plan.Step step, Fingerprint inputs) {
    Journal journal = run.ports().storage().journal();
    return book.ask(() -> journal.find(run.tenant(), inputs))
        .filter(commit -> commit.entry().section().equals(step.spec().writes()));
  }

  private StepEnd reuse(StepCommit commit, StepResult ended) {
    commit.snapshots().forEach(lead::addSnapshot);
    run.tally().reused.increment();
    book.note(p -> new RunEvent.StepReused(p, lead.id(), ended.step()));
    String note = commit.entry().provenance().note();
    if (note.startsWith(Made.RULES_INSTEAD)) {
      run.tally().fellBack(note.substring(Made.RULES_INSTEAD.length()));
    }
    StepResult result = new StepResult(ended.step(), ended.state(), note, ended.attempts());
    return StepEnd.reread(result, commit.entry(), commit.snapshots(), lead);
  }
}
