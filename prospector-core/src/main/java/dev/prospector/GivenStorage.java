package dev.prospector;

import dev.prospector.engine.internal.workplace.Ports;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.store.ContextStore;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.RunStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The storage that a host gives, and what stands where it gives none. Confined to one thread. */
final class GivenStorage {

  /** Enough for a re-run over some thousand leads, and bounded for runs of any size. */
  private static final int STEPS_IN_MEMORY = 10_000;

  @Nullable Journal journal;
  @Nullable SuppressionList suppression;
  @Nullable LeadStore leads;
  @Nullable RunStore runs;
  @Nullable ContextStore contexts;

  /** Returns what would not be used, or is missing. */
  List<String> problems(boolean dispatched) {
    List<String> problems = new ArrayList<>();
    if (runs != null && leads != null) {
      problems.add("leads are kept with the runs: a lead store of its own would be empty");
    }
    if (runs != null && journal != null) {
      problems.add("the journal is kept with the runs: one of its own would not be used");
    }
    if (dispatched && runs == null) {
      problems.add("a dispatcher needs runs that are stored: set a run store");
    }
    return problems;
  }

  Ports.Storage ports() {
    SuppressionList list = suppression == null ? nobody() : suppression;
    Optional<ContextStore> versions = Optional.ofNullable(contexts);
    if (runs != null) {
      return new Ports.Storage(
          runs.journal(), Optional.of(runs.leads()), list, versions, Optional.of(runs));
    }
    Journal results = journal == null ? InMemoryJournal.holding(STEPS_IN_MEMORY) : journal;
    return new Ports.Storage(results, Optional.ofNullable(leads), list, versions, Optional.empty());
  }

  private static SuppressionList nobody() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new InMemorySuppressionList(key);
  }
}
