package dev.prospector.store;

import dev.prospector.dossier.Dossier;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Lead;
import java.util.List;

/**
 * What became of one lead of a run.
 *
 * @param position its place in the input, from 0
 * @param lead as it is stored now
 * @param dossier as it is stored now
 * @param snapshots every source that a claim may quote from: those that the host supplied first,
 *     then those that the steps of the dossier kept, each once
 * @param steps how each agent ended, in the pipeline's order
 */
public record StoredResult(
    long position, Lead lead, Dossier dossier, List<Snapshot> snapshots, List<StepResult> steps) {

  /** Fixes the lists. */
  public StoredResult {
    snapshots = List.copyOf(snapshots);
    steps = List.copyOf(steps);
  }
}
