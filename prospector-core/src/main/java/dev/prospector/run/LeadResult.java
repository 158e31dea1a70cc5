package dev.prospector.run;

import dev.prospector.dossier.Dossier;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.privacy.AskSuppression;
import dev.prospector.store.StoredResult;
import java.util.List;
import java.util.Optional;

/**
 * What became of one lead.
 *
 * @param index its place in the input, from 0
 * @param lead the lead, at its new stage and status
 * @param dossier what is known now; after a failure, what was found before it
 * @param snapshots every source that a claim may quote from, those that the host supplied first
 * @param steps how each agent ended, in the pipeline's order
 */
public record LeadResult(
    long index, Lead lead, Dossier dossier, List<Snapshot> snapshots, List<StepResult> steps) {

  /** Fixes the lists. */
  public LeadResult {
    snapshots = List.copyOf(snapshots);
    steps = List.copyOf(steps);
  }

  /**
   * Returns what a run hands out of what it stored: of one who said no, nothing but that is told.
   */
  public static LeadResult of(StoredResult stored) {
    boolean saidNo = stored.lead().status() == LeadStatus.SUPPRESSED;
    return new LeadResult(
        stored.position(),
        stored.lead(),
        saidNo ? Dossier.empty() : stored.dossier(),
        saidNo ? List.of() : stored.snapshots(),
        stored.steps());
  }

  /**
   * Returns what may be handed out by now: without those who said no since it was stored, and of a
   * company that said no only its row, as suppressed. The very result if there is nothing of that.
   */
  public LeadResult without(AskSuppression suppression) {
    Lead left = suppression.without(lead);
    if (suppression.reason(lead).isPresent()) {
      Lead refused = left.at(lead.stage(), LeadStatus.SUPPRESSED);
      return new LeadResult(index, refused, Dossier.empty(), List.of(), steps);
    }
    Dossier known = suppression.without(lead, dossier);
    return left == lead && known == dossier
        ? this
        : new LeadResult(index, left, known, snapshots, steps);
  }

  /** Returns how the lead ended. */
  public LeadStatus status() {
    return lead.status();
  }

  /** Returns the first step that failed, if one did. */
  public Optional<StepResult> failure() {
    return steps.stream().filter(s -> s.state() == StepResult.State.FAILED).findFirst();
  }
}
