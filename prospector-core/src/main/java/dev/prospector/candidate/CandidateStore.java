package dev.prospector.candidate;

import dev.prospector.lead.Tenant;
import java.util.List;
import java.util.Optional;

/** Keeps candidates and what queries found. Implementations are safe for several threads. */
public interface CandidateStore {

  /**
   * Keeps what a query came to, with the candidates that it found first; all or nothing. A query of
   * a run that was kept before stays as it is, and so does a candidate: then nothing changes.
   *
   * @return the candidates of these that were not known before, in their order
   */
  List<Candidate> commit(Tenant tenant, QueryOutcome outcome, List<Candidate> found);

  /** Returns the queries of a run that were kept, in the order of their positions. */
  List<QueryOutcome> outcomes(Tenant tenant, String run);

  /** Returns the candidates that a query of a run found first, in the order found. */
  List<Candidate> foundBy(Tenant tenant, String run, int position);

  /** Returns the candidate of a domain. */
  Optional<Candidate> find(Tenant tenant, String domain);

  /**
   * Returns candidates that were kept as companies, in the order of their domains.
   *
   * @param state only those
   * @param after the domain after which to start; empty for the beginning
   * @param limit the most to return, from 1
   */
  List<Candidate> list(Tenant tenant, Candidate.State state, String after, int limit);

  /**
   * Decides on a candidate. What a person decided no rule changes.
   *
   * @return the candidate as it is now; empty if there is none of that domain
   */
  Optional<Candidate> decide(Tenant tenant, String domain, Candidate.Triage decision);

  /**
   * Removes a candidate, as erasure needs; a later search may find it again, unless it is
   * suppressed.
   *
   * @return whether there was one of that domain
   */
  boolean remove(Tenant tenant, String domain);

  /** Returns how queries did, in the order of their texts. */
  List<QueryRecord> records(Tenant tenant);
}
