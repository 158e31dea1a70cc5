package dev.prospector.engine.internal.step;

import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.run.LeadResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what all steps of a lead left, in the pipeline's order. */
public final class LeadEnd {

  private final LeadExecution execution;
  private final List<StepResult> steps = new ArrayList<>();
  private final List<StepEnd> written = new ArrayList<>();
  private final Set<Snapshot> snapshots;

  LeadEnd(LeadExecution execution) {
    this.execution = execution;
    this.snapshots = new LinkedHashSet<>(execution.lead().supplied());
    for (int i = 0; i < execution.plan().size(); i++) {
      StepEnd end = execution.ending(i);
      steps.add(end.result());
      snapshots.addAll(end.snapshots());
      if (end.entry() != null) {
        written.add(end);
      }
    }
  }

  /** Returns the event that tells how a lead ended, and why where it did not end well. */
  public static EventDraft.Unnumbered event(Lead lead, List<StepResult> steps) {
    String reason = lead.status() == LeadStatus.ENRICHED ? "" : reason(lead.status(), steps);
    return position -> new RunEvent.LeadFinished(position, lead.id(), lead.status(), reason);
  }

  /** The failed step of the pipeline's order that comes first, or why the first was skipped. */
  private static String reason(LeadStatus status, List<StepResult> steps) {
    boolean failed = status == LeadStatus.FAILED;
    return steps.stream()
        .filter(step -> failed ? step.state() == StepResult.State.FAILED : !step.hasSection())
        .findFirst()
        .map(step -> failed ? step.step() + ": " + step.reason() : step.reason())
        .orElse("");
  }

  LeadResult result() {
    LeadStatus status = status();
    Lead lead = execution.lead().at(stage(status), status);
    Dossier dossier = over(execution.present());
    Lead left = execution.run().suppression().without(lead);
    return new LeadResult(execution.index(), left, dossier, List.copyOf(snapshots), steps);
  }

  /** Everything that was asked for is there, or else what finished tells how far the lead came. */
  private LeadStage stage(LeadStatus status) {
    if (status == LeadStatus.ENRICHED && steps.stream().allMatch(StepResult::hasSection)) {
      return LeadStage.COMPLETED;
    }
    LeadStage furthest = LeadStage.INTAKE;
    for (int i = 0; i < steps.size(); i++) {
      LeadStage stage = execution.plan().step(i).spec().stage();
      furthest = steps.get(i).hasSection() && stage.compareTo(furthest) > 0 ? stage : furthest;
    }
    return furthest;
  }

  private LeadStatus status() {
    if (steps.stream().anyMatch(s -> s.state() == StepResult.State.FAILED)) {
      // A step that was interrupted because the run was cancelled is not the lead's failure.
      return execution.run().isCancelled() ? LeadStatus.SKIPPED : LeadStatus.FAILED;
    }
    boolean cut =
        execution.run().isCancelled()
            && steps.stream().anyMatch(s -> s.state() == StepResult.State.SKIPPED);
    return cut ? LeadStatus.SKIPPED : LeadStatus.ENRICHED;
  }

  /**
   * What was known before stays where this run wrote nothing, and so do a person's fields; but for
   * what is about somebody who said no, at this very moment.
   */
  Dossier over(Dossier present) {
    return execution.run().suppression().without(execution.lead(), all(present));
  }

  private Dossier all(Dossier present) {
    if (present.entries().isEmpty()) {
      return Dossier.of(written.stream().map(StepEnd::entry).map(Objects::requireNonNull).toList());
    }
    Dossier dossier = present;
    for (StepEnd end : written) {
      dossier = over(dossier, Objects.requireNonNull(end.entry()), end.found());
    }
    return dossier;
  }

  /** Written as the agent found it, so that what differs from a person's fields is proposed. */
  private static <T> Dossier over(Dossier dossier, Entry<T> entry, @Nullable Entry<?> found) {
    T value = entry.section().type().cast(Objects.requireNonNull(found).value());
    return dossier.written(entry.section(), value, entry.provenance());
  }
}
