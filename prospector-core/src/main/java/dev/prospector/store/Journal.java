package dev.prospector.store;

import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Section;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what steps gave, by the fingerprint of their inputs, what sources were asked and what
 * they answered, and what external calls were about to be made. Every method returns only when what
 * it was told will survive as well as this journal promises. Implementations are safe for several
 * threads.
 *
 * <p>Entries name leads by id only, and hold personal data nowhere but in the sections and
 * snapshots of a commit: {@link #forget} removes both.
 */
public interface Journal {

  /** Returns what was committed under a fingerprint. */
  Optional<StepCommit> find(Tenant tenant, Fingerprint inputs);

  /**
   * Keeps the result of a step, and with it the outcomes of its calls; both or neither. Of two
   * commits under one fingerprint the first one stands, and is returned to both.
   */
  StepCommit commit(Tenant tenant, StepCommit commit);

  /** Keeps that a call is about to be made, before it is made. */
  void intend(Tenant tenant, CallIntent intent);

  /**
   * Keeps how a call ended, when its step has nothing to commit: it failed, or the step did.
   *
   * @throws IllegalArgumentException if there is no such intent
   */
  void settle(Tenant tenant, CallOutcome outcome);

  /** Returns the intents of a run without an outcome: calls with an unknown outcome. */
  List<CallIntent> unsettled(Tenant tenant, String run);

  /**
   * Keeps what a step was just answered by a source, in place of what it was answered at that
   * position before. Those of a step's result are kept with its {@linkplain #commit commit}, which
   * also drops what the step asked beyond them before.
   */
  void keep(Tenant tenant, LookUp lookUp);

  /** Returns the latest look-ups of each step for a lead, those of one step in their order. */
  List<LookUp> lookUps(Tenant tenant, LeadId lead);

  /** Removes everything about a lead, and returns how many entries that were. */
  int forget(Tenant tenant, LeadId lead);

  /** Returns a journal that remembers nothing: every step is executed, also again. */
  static Journal none() {
    return NoJournal.INSTANCE;
  }

  /**
   * Returns those of some sections that it cannot keep, since it was not told of them; none, where
   * it keeps every section.
   */
  default List<Section<?>> unknown(Collection<Section<?>> sections) {
    return List.of();
  }
}
