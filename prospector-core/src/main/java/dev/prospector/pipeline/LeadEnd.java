package dev.prospector.pipeline;

import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what all steps of a lead left, in the pipeline's order. */
final class LeadEnd {

  private final LeadExecution execution;
  private final List<StepResult> steps = new ArrayList<>();
  private final List<Entry<?>> entries = new ArrayList<>();
  private final Set<Snapshot> snapshots;

  LeadEnd(LeadExecution execution) {
    this.execution = execution;
    this.snapshots = new LinkedHashSet<>(execution.lead().supplied());
    for (int i = 0; i < execution.plan().size(); i++) {
      StepEnd end = execution.ending(i);
      steps.add(end.result());
      snapshots.addAll(end.snapshots());
      if (end.entry() != null) {
        entries.add(end.entry());
      }
    }
  }

  LeadResult result() {
    LeadStatus status = status();
    LeadStage stage = status == LeadStatus.ENRICHED ? LeadStage.COMPLETED : LeadStage.ANALYSIS;
    Lead lead = execution.lead().at(entries.isEmpty() ? LeadStage.INTAKE : stage, status);
    return new LeadResult(execution.index(), lead, dossier(), List.copyOf(snapshots), steps);
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

  /** What was known before stays where this run wrote nothing, and so do a person's fields. */
  private Dossier dossier() {
    Dossier dossier = execution.present();
    if (dossier.entries().isEmpty()) {
      return Dossier.of(entries);
    }
    for (Entry<?> entry : entries) {
      dossier = written(dossier, entry);
    }
    return dossier;
  }

  private static <T> Dossier written(Dossier dossier, Entry<T> entry) {
    return dossier.written(entry.section(), entry.value(), entry.provenance());
  }
}
