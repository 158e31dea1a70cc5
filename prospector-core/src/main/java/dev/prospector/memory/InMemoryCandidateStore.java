package dev.prospector.memory;

import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.candidate.QueryOutcome;
import dev.prospector.candidate.QueryRecord;
import dev.prospector.lead.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Candidates of this process, which end with it. Safe for several threads. */
public final class InMemoryCandidateStore implements CandidateStore {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Tenant, Kept> byTenant = new HashMap<>();

  private record Asked(String run, int position) {}

  private static final class Kept {
    private final TreeMap<String, Candidate> candidates = new TreeMap<>();
    private final Map<Asked, QueryOutcome> outcomes = new HashMap<>();
    private final Map<Asked, List<String>> found = new HashMap<>();
  }

  /** Returns a store that holds nothing. */
  public InMemoryCandidateStore() {}

  @Override
  public List<Candidate> commit(Tenant tenant, QueryOutcome outcome, List<Candidate> found) {
    return locked(
        () -> {
          Kept kept = kept(tenant);
          Asked asked = new Asked(outcome.run(), outcome.position());
          if (kept.outcomes.putIfAbsent(asked, outcome) != null) {
            return List.of();
          }
          List<Candidate> added = new ArrayList<>();
          for (Candidate candidate : found) {
            if (kept.candidates.putIfAbsent(candidate.domain(), candidate) == null) {
              added.add(candidate);
            }
          }
          kept.found.put(asked, added.stream().map(Candidate::domain).toList());
          return List.copyOf(added);
        });
  }

  @Override
  public List<QueryOutcome> outcomes(Tenant tenant, String run) {
    return locked(
        () ->
            kept(tenant).outcomes.values().stream()
                .filter(outcome -> outcome.run().equals(run))
                .sorted(java.util.Comparator.comparingInt(QueryOutcome::position))
                .toList());
  }

  @Override
  public List<Candidate> foundBy(Tenant tenant, String run, int position) {
    return locked(
        () ->
            kept(tenant).found.getOrDefault(new Asked(run, position), List.of()).stream()
                .map(kept(tenant).candidates::get)
                .toList());
  }

  @Override
  public Optional<Candidate> find(Tenant tenant, String domain) {
    return locked(() -> Optional.ofNullable(kept(tenant).candidates.get(domain)));
  }

  @Override
  public List<Candidate> list(Tenant tenant, Candidate.State state, String after, int limit) {
    return locked(
        () ->
            kept(tenant).candidates.tailMap(after, false).values().stream()
                .filter(candidate -> candidate.verdict() == Candidate.Verdict.KEPT)
                .filter(candidate -> candidate.triage().state() == state)
                .limit(limit)
                .toList());
  }

  @Override
  public Optional<Candidate> decide(Tenant tenant, String domain, Candidate.Triage decision) {
    return locked(
        () ->
            Optional.ofNullable(
                kept(tenant)
                    .candidates
                    .computeIfPresent(domain, (d, before) -> before.with(decision))));
  }

  @Override
  public boolean remove(Tenant tenant, String domain) {
    return locked(
        () -> {
          Kept kept = kept(tenant);
          kept.found.replaceAll(
              (asked, domains) -> domains.stream().filter(d -> !d.equals(domain)).toList());
          return kept.candidates.remove(domain) != null;
        });
  }

  @Override
  public List<QueryRecord> records(Tenant tenant) {
    return locked(
        () -> {
          Map<String, QueryRecord> records = new TreeMap<>();
          Kept kept = kept(tenant);
          kept.outcomes.forEach(
              (asked, outcome) ->
                  records.merge(
                      outcome.query(),
                      record(kept, asked, outcome),
                      InMemoryCandidateStore::together));
          return List.copyOf(records.values());
        });
  }

  private static QueryRecord record(Kept kept, Asked asked, QueryOutcome outcome) {
    List<Candidate> found =
        kept.found.getOrDefault(asked, List.of()).stream()
            .map(kept.candidates::get)
            .filter(c -> c.verdict() == Candidate.Verdict.KEPT)
            .toList();
    long accepted =
        found.stream().filter(c -> c.triage().state() == Candidate.State.ACCEPTED).count();
    long answered = outcome.end() == QueryOutcome.End.FAILED ? 0 : 1;
    return new QueryRecord(outcome.query(), answered, found.size(), accepted);
  }

  private static QueryRecord together(QueryRecord one, QueryRecord other) {
    return new QueryRecord(
        one.query(),
        one.asked() + other.asked(),
        one.candidates() + other.candidates(),
        one.accepted() + other.accepted());
  }

  private Kept kept(Tenant tenant) {
    return byTenant.computeIfAbsent(tenant, t -> new Kept());
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
