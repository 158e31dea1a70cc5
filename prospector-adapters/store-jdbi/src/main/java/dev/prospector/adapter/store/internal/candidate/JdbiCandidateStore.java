package dev.prospector.adapter.store.internal.candidate;

import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.candidate.QueryOutcome;
import dev.prospector.candidate.QueryRecord;
import dev.prospector.lead.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidates in tables; what is decided on them stands in a column and in their entry. */
public final class JdbiCandidateStore implements CandidateStore {

  private final Access access;
  private final Write<Found, List<Candidate>> commits = JdbiCandidateStore::commits;
  private final Write<Decided, Optional<Candidate>> decisions = JdbiCandidateStore::decisions;

  private record Found(Tenant tenant, QueryOutcome outcome, List<Candidate> candidates) {}

  private final Write<Named, Boolean> removals = JdbiCandidateStore::removals;

  private record Named(Tenant tenant, String domain) {}

  private record Decided(Tenant tenant, String domain, Candidate.Triage decision) {}

  public JdbiCandidateStore(Access access) {
    this.access = access;
  }

  @Override
  public List<Candidate> commit(Tenant tenant, QueryOutcome outcome, List<Candidate> found) {
    return access.write(commits, new Found(tenant, outcome, found));
  }

  private static List<List<Candidate>> commits(Transaction transaction, List<Found> all) {
    return all.stream()
        .map(
            found ->
                new CandidateRows(transaction.handle(), found.tenant())
                    .commit(found.outcome(), found.candidates()))
        .toList();
  }

  @Override
  public Optional<Candidate> decide(Tenant tenant, String domain, Candidate.Triage decision) {
    return access.write(decisions, new Decided(tenant, domain, decision));
  }

  private static List<Optional<Candidate>> decisions(Transaction transaction, List<Decided> all) {
    List<Optional<Candidate>> now = new ArrayList<>();
    for (Decided one : all) {
      now.add(
          new CandidateRows(transaction.handle(), one.tenant())
              .decide(one.domain(), one.decision()));
    }
    return now;
  }

  @Override
  public boolean remove(Tenant tenant, String domain) {
    return access.write(removals, new Named(tenant, domain));
  }

  private static List<Boolean> removals(Transaction transaction, List<Named> all) {
    return all.stream()
        .map(one -> new CandidateRows(transaction.handle(), one.tenant()).remove(one.domain()))
        .toList();
  }

  @Override
  public List<QueryOutcome> outcomes(Tenant tenant, String run) {
    return access.read(handle -> new CandidateRows(handle, tenant).outcomes(run));
  }

  @Override
  public List<Candidate> foundBy(Tenant tenant, String run, int position) {
    return access.read(handle -> new CandidateRows(handle, tenant).foundBy(run, position));
  }

  @Override
  public Optional<Candidate> find(Tenant tenant, String domain) {
    return access.read(handle -> new CandidateRows(handle, tenant).find(domain));
  }

  @Override
  public List<Candidate> list(Tenant tenant, Candidate.State state, String after, int limit) {
    return access.read(handle -> new CandidateRows(handle, tenant).list(state, after, limit));
  }

  @Override
  public List<QueryRecord> records(Tenant tenant) {
    return access.read(handle -> new CandidateRows(handle, tenant).records());
  }
}
