package dev.prospector.adapter.store.internal.candidate;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.QueryOutcome;
import dev.prospector.candidate.QueryRecord;
import dev.prospector.lead.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of one tenant's candidates and queries, through one connection. */
final class CandidateRows {

  private final Handle handle;
  private final Tenant tenant;

  CandidateRows(Handle handle, Tenant tenant) {
    this.handle = handle;
    this.tenant = tenant;
  }

  List<Candidate> commit(QueryOutcome outcome, List<Candidate> found) {
    int kept =
        handle
            .createUpdate(
                """
                insert into prospector_query (tenant, run, position, query, answered, entry)
                values (:tenant, :run, :position, :query, :answered, :entry) on conflict do nothing
                """)
            .bind("tenant", tenant.id())
            .bind("run", outcome.run())
            .bind("position", outcome.position())
            .bind("query", outcome.query())
            .bind("answered", outcome.end() == QueryOutcome.End.FAILED ? 0 : 1)
            .bind("entry", Json.text(outcome))
            .execute();
    List<Candidate> added = new ArrayList<>();
    for (Candidate candidate : kept == 0 ? List.<Candidate>of() : found) {
      if (insert(outcome, candidate, added.size())) {
        added.add(candidate);
      }
    }
    return List.copyOf(added);
  }

  private boolean insert(QueryOutcome outcome, Candidate candidate, int place) {
    return handle
            .createUpdate(
                """
                insert into prospector_candidate
                  (tenant, domain, run, position, place, verdict, state, entry)
                values (:tenant, :domain, :run, :position, :place, :verdict, :state, :entry)
                on conflict do nothing
                """)
            .bind("tenant", tenant.id())
            .bind("domain", candidate.domain())
            .bind("run", outcome.run())
            .bind("position", outcome.position())
            .bind("place", place)
            .bind("verdict", candidate.verdict().name())
            .bind("state", candidate.triage().state().name())
            .bind("entry", Json.text(candidate))
            .execute()
        > 0;
  }

  Optional<Candidate> decide(String domain, Candidate.Triage decision) {
    return find(domain).map(before -> update(before.with(decision)));
  }

  private Candidate update(Candidate now) {
    handle
        .createUpdate(
            """
            update prospector_candidate set state = :state, entry = :entry
            where tenant = :tenant and domain = :domain
            """)
        .bind("state", now.triage().state().name())
        .bind("entry", Json.text(now))
        .bind("tenant", tenant.id())
        .bind("domain", now.domain())
        .execute();
    return now;
  }

  boolean remove(String domain) {
    return handle
            .createUpdate(
                "delete from prospector_candidate where tenant = :tenant and domain = :domain")
            .bind("tenant", tenant.id())
            .bind("domain", domain)
            .execute()
        > 0;
  }

  List<QueryOutcome> outcomes(String run) {
    return handle
        .createQuery(
            """
            select entry from prospector_query where tenant = :tenant and run = :run
            order by position
            """)
        .bind("tenant", tenant.id())
        .bind("run", run)
        .mapTo(String.class)
        .map(entry -> (QueryOutcome) Json.read(entry, QueryOutcome.class, "a query of " + run))
        .list();
  }

  List<Candidate> foundBy(String run, int position) {
    return handle
        .createQuery(
            """
            select entry from prospector_candidate
            where tenant = :tenant and run = :run and position = :position order by place
            """)
        .bind("tenant", tenant.id())
        .bind("run", run)
        .bind("position", position)
        .mapTo(String.class)
        .map(CandidateRows::candidate)
        .list();
  }

  Optional<Candidate> find(String domain) {
    return handle
        .createQuery(
            """
            select entry from prospector_candidate where tenant = :tenant and domain = :domain
            """)
        .bind("tenant", tenant.id())
        .bind("domain", domain)
        .mapTo(String.class)
        .map(CandidateRows::candidate)
        .findOne();
  }

  List<Candidate> list(Candidate.State state, String after, int limit) {
    return handle
        .createQuery(
            """
            select entry from prospector_candidate
            where tenant = :tenant and verdict = 'KEPT' and state = :state and domain > :after
            order by domain limit :limit
            """)
        .bind("tenant", tenant.id())
        .bind("state", state.name())
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(String.class)
        .map(CandidateRows::candidate)
        .list();
  }

  List<QueryRecord> records() {
    return handle
        .createQuery(
            """
            select q.query,
              count(distinct case when q.answered = 1 then q.run || ' ' || q.position end) as asked,
              count(c.domain) as candidates,
              sum(case when c.state = 'ACCEPTED' then 1 else 0 end) as accepted
            from prospector_query q left join prospector_candidate c
              on c.tenant = q.tenant and c.run = q.run and c.position = q.position
              and c.verdict = 'KEPT'
            where q.tenant = :tenant group by q.query order by q.query
            """)
        .bind("tenant", tenant.id())
        .map(
            (row, context) ->
                new QueryRecord(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .list();
  }

  private static Candidate candidate(String entry) {
    return (Candidate) Json.read(entry, Candidate.class, "a candidate");
  }
}
