package dev.prospector.engine.internal.lookup;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of sources for one lead, in this run and before: read when the first step needs
 * it. Safe for several threads.
 */
public final class LeadLookUps {

  private final LeadId lead;
  private final Sources sources;
  private final LookUpTerms terms;
  private final Supplier<List<LookUp>> journal;
  private final Consumer<LookUp> keep;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Map<Fingerprint, List<LookUp>> bySteps;
  private final Map<LookUp.Question, LookUp> latest = new HashMap<>();

  /**
   * Begins for one lead.
   *
   * @param journal gives what is written down for the lead
   * @param keep writes a look-up down whose answer would be lost otherwise
   */
  public LeadLookUps(
      LeadId lead,
      Sources sources,
      LookUpTerms terms,
      Supplier<List<LookUp>> journal,
      Consumer<LookUp> keep) {
    this.lead = lead;
    this.sources = sources;
    this.terms = terms;
    this.journal = journal;
    this.keep = keep;
  }

  /**
   * Returns the fingerprint of a step's result by what it asked last, if it would be answered the
   * same today by this run's terms.
   *
   * @param step what the step depends on beside its look-ups
   */
  public Optional<Fingerprint> inputs(Fingerprint step) {
    lock.lock();
    try {
      List<LookUp> asked = bySteps().getOrDefault(step, List.of());
      return asked.stream().allMatch(this::stands)
          ? Optional.of(StepLookUps.inputs(step, asked))
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Returns an answer that need not be asked for again. */
  Optional<LookUp> find(LookUp.Question question) {
    lock.lock();
    try {
      bySteps();
      return Optional.ofNullable(latest.get(question)).filter(this::holds);
    } finally {
      lock.unlock();
    }
  }

  void add(LookUp lookUp) {
    lock.lock();
    try {
      latest.put(lookUp.question(), lookUp);
    } finally {
      lock.unlock();
    }
  }

  void keep(LookUp lookUp) {
    keep.accept(lookUp);
  }

  LeadId lead() {
    return lead;
  }

  Sources sources() {
    return sources;
  }

  LookUpTerms terms() {
    return terms;
  }

  private Map<Fingerprint, List<LookUp>> bySteps() {
    Map<Fingerprint, List<LookUp>> known = bySteps;
    if (known == null) {
      known = read();
      bySteps = known;
    }
    return known;
  }

  private Map<Fingerprint, List<LookUp>> read() {
    Map<Fingerprint, List<LookUp>> read = new HashMap<>();
    for (LookUp lookUp : journal.get()) {
      read.computeIfAbsent(lookUp.step(), step -> new ArrayList<>()).add(lookUp);
      latest.merge(lookUp.question(), lookUp, LeadLookUps::later);
    }
    read.values().forEach(asked -> asked.sort(Comparator.comparingInt(LookUp::position)));
    return read;
  }

  private static LookUp later(LookUp one, LookUp other) {
    return other.made().at().isAfter(one.made().at()) ? other : one;
  }

  /** An answer stands unless it lapsed, or the same question was answered otherwise since. */
  private boolean stands(LookUp lookUp) {
    LookUp last = latest.getOrDefault(lookUp.question(), lookUp);
    return holds(last) && last.answer().content().equals(lookUp.answer().content());
  }

  private boolean holds(LookUp lookUp) {
    Source source = sources.of(lookUp.question().kind());
    if (!source.identity().equals(lookUp.question().source())) {
      return false;
    }
    if (lookUp.made().run().equals(terms.run().value())) {
      return true;
    }
    return lookUp.answer().outcome() != LookUp.Outcome.FAILED
        && (source.isFixed()
            || terms
                .freshness()
                .allows(lookUp.question().kind(), lookUp.made().at(), terms.began()));
  }
}
