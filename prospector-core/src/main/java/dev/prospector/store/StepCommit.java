package dev.prospector.store;

import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadId;
import dev.prospector.lookup.LookUp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of one step: its section, the snapshots it kept, and the outcomes of its calls.
 *
 * @param run the id of the run that did the work
 * @param lead the lead it was done for
 * @param inputs the fingerprint under which it is found again
 * @param entry the section with its provenance
 * @param snapshots what the step kept; claims of the section and of later ones quote from them
 * @param calls how the step's external calls ended, in order
 * @param asked what it asked of sources; it belongs to the step and not to this result, and is
 *     empty in a commit that was read back
 */
public record StepCommit(
    String run,
    LeadId lead,
    Fingerprint inputs,
    Entry<?> entry,
    List<Snapshot> snapshots,
    List<CallOutcome> calls,
    Asked asked) {

  /** Fixes the lists. */
  public StepCommit {
    snapshots = List.copyOf(snapshots);
    calls = List.copyOf(calls);
    Objects.requireNonNull(asked);
  }

  /** Creates the result of a step that asked no source. */
  public StepCommit(
      String run,
      LeadId lead,
      Fingerprint inputs,
      Entry<?> entry,
      List<Snapshot> snapshots,
      List<CallOutcome> calls) {
    this(run, lead, inputs, entry, snapshots, calls, Asked.NOTHING);
  }

  /** Returns the result alone, as it is read back. */
  public StepCommit withoutAsked() {
    return asked.equals(Asked.NOTHING)
        ? this
        : new StepCommit(run, lead, inputs, entry, snapshots, calls);
  }

  /**
   * What a step asked of sources.
   *
   * @param step what the step depends on beside its look-ups, if it can ask a source; else empty
   * @param lookUps all of its look-ups, in order
   */
  public record Asked(Optional<Fingerprint> step, List<LookUp> lookUps) {

    /** The step cannot ask a source. */
    public static final Asked NOTHING = new Asked(Optional.empty(), List.of());

    /** Fixes the list. */
    public Asked {
      lookUps = List.copyOf(lookUps);
    }
  }
}
