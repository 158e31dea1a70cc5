package dev.prospector.store;

import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadId;
import java.util.List;

/**
 * The result of one step: its section, the snapshots it kept, and the outcomes of its calls.
 *
 * @param run the id of the run that did the work
 * @param lead the lead it was done for
 * @param inputs the fingerprint under which it is found again
 * @param entry the section with its provenance
 * @param snapshots what the step kept; claims of the section and of later ones quote from them
 * @param calls how the step's external calls ended, in order
 */
public record StepCommit(
    String run,
    LeadId lead,
    Fingerprint inputs,
    Entry<?> entry,
    List<Snapshot> snapshots,
    List<CallOutcome> calls) {

  /** Fixes the lists. */
  public StepCommit {
    snapshots = List.copyOf(snapshots);
    calls = List.copyOf(calls);
  }
}
