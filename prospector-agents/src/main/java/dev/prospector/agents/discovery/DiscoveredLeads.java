package dev.prospector.agents.discovery;

import dev.prospector.agents.page.Page;
import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.Candidate.State;
import dev.prospector.candidate.QueryOutcome;
import dev.prospector.candidate.QueryOutcome.End;
import dev.prospector.error.InterruptedWorkException;
import dev.prospector.error.PortException;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadSource;
import dev.prospector.web.WebSearch;
import dev.prospector.web.WebSearch.Hit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * Leads as a search finds them: the next query is asked when the leads of the last one are taken,
 * so that leads are worked on while the search goes on. What a query came to is kept before its
 * first lead is handed out; under the id of a run that was left, queries that were kept are not
 * asked again, and the same leads come in the same order.
 *
 * <p>Confined to one thread at a time.
 */
public final class DiscoveredLeads implements Iterator<Lead> {

  private static final int TRIES = 3;
  private static final int MOST_LISTS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Discovery discovery;
  private final String run;
  private final long limit;
  private final DiscoveryTeller teller;
  private final Harvest harvest;
  private final List<PlannedQuery> queries;
  private final List<QueryOutcome> outcomes = new ArrayList<>();
  private final Deque<Lead> ready = new ArrayDeque<>();
  private int position;
  private long handedOut;

  DiscoveredLeads(Discovery discovery, String run, long limit, DiscoveryTeller teller) {
    this.discovery = discovery;
    this.run = run;
    this.limit = limit;
    this.teller = teller;
    this.harvest = new Harvest(discovery.context, discovery.suppressed, discovery.known);
    List<QueryOutcome> before = discovery.store.outcomes(discovery.tenant, run);
    this.queries = new ArrayList<>();
    before.forEach(outcome -> queries.add(again(outcome)));
    for (PlannedQuery query : discovery.plan().queries()) {
      if (queries.stream().noneMatch(q -> q.text().equals(query.text()))) {
        queries.add(query);
      }
    }
  }

  /** What a query that was kept looked for is not needed any more. */
  private static PlannedQuery again(QueryOutcome outcome) {
    return new PlannedQuery(
        outcome.query(), PlannedQuery.Strategy.valueOf(outcome.strategy()), "", "", "", "");
  }

  /** Returns what came of the queries so far, in their order. */
  public List<QueryOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** Returns why nothing was found, if nothing was; empty otherwise. */
  public String reason() {
    if (queries.isEmpty()) {
      return "no query can be made of the business context, which lacks "
          + String.join(", ", discovery.plan().missing());
    }
    return outcomes.stream().anyMatch(o -> o.end() == End.HITS)
        ? ""
        : outcomes.stream()
            .map(o -> "'" + o.query() + "': " + (o.reason().isEmpty() ? "nothing" : o.reason()))
            .collect(Collectors.joining("; "));
  }

  @Override
  public boolean hasNext() {
    while (handedOut < limit && ready.isEmpty() && position < queries.size()) {
      try {
        take(position, queries.get(position));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedWorkException("interrupted while searching for companies");
      }
      position++;
    }
    return handedOut < limit && !ready.isEmpty();
  }

  @Override
  public Lead next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    handedOut++;
    return ready.remove();
  }

  private void take(int place, PlannedQuery query) throws InterruptedException {
    List<QueryOutcome> kept =
        discovery.store.outcomes(discovery.tenant, run).stream()
            .filter(outcome -> outcome.position() == place)
            .toList();
    if (kept.isEmpty()) {
      ask(place, query);
    } else {
      outcomes.add(kept.get(0));
    }
    for (Candidate candidate : discovery.store.foundBy(discovery.tenant, run, place)) {
      if (candidate.triage().state() == State.ACCEPTED) {
        ready.add(lead(candidate, place));
      }
    }
  }

  private void ask(int place, PlannedQuery query) throws InterruptedException {
    WebSearch.Result result = search(query);
    List<Hit> hits = new ArrayList<>(result.fold(WebSearch.Result.Hits::all, failed -> List.of()));
    List<Candidate> found =
        new ArrayList<>(harvest.of(query, hits).stream().map(discovery::triaged).toList());
    for (Candidate listed : listed(query, found)) {
      if (found.stream().noneMatch(one -> one.domain().equals(listed.domain()))) {
        found.add(discovery.triaged(listed));
      }
    }
    QueryOutcome outcome = outcome(place, query, result, hits.size());
    List<Candidate> first = discovery.store.commit(discovery.tenant, outcome, found);
    outcomes.add(outcome);
    teller.asked(outcome, first);
  }

  private QueryOutcome outcome(int place, PlannedQuery query, WebSearch.Result result, int hits) {
    End end = result.fold(h -> h.all().isEmpty() ? End.EMPTY : End.HITS, f -> End.FAILED);
    String reason = result.fold(h -> "", WebSearch.Result.Failed::reason);
    return new QueryOutcome(run, place, query.text(), query.strategy().name(), end, hits, reason);
  }

  /** A search that is away for a moment is asked again; one that stays away has failed. */
  private WebSearch.Result search(PlannedQuery query) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return discovery.search.search(query.text(), query.country(), discovery.hits);
      } catch (PortException e) {
        if (attempt == TRIES || !e.advice().isPassing()) {
          return new WebSearch.Result.Failed(String.valueOf(e.getMessage()));
        }
        Duration asked = e.advice().delay();
        discovery.threads.sleep(asked.isZero() ? PAUSE.multipliedBy(attempt) : asked);
      }
    }
  }

  /** Companies that the first few directories among the candidates list. */
  private List<Candidate> listed(PlannedQuery query, List<Candidate> found)
      throws InterruptedException {
    List<Candidate> listed = new ArrayList<>();
    int read = 0;
    for (Candidate candidate : found) {
      if (candidate.verdict() == Candidate.Verdict.DIRECTORY && read++ < MOST_LISTS) {
        listed.addAll(listedOn(query, candidate.seen().get(0).url()));
      }
    }
    return listed;
  }

  private List<Candidate> listedOn(PlannedQuery query, String url) throws InterruptedException {
    try {
      List<Hit> hits =
          discovery
              .pages
              .fetch(url)
              .page()
              .filter(page -> page.status() < 400)
              .map(page -> ListOfCompanies.in(Page.parse(page.body(), page.finalUrl())))
              .orElse(List.of());
      return harvest.of(query, hits).stream().map(candidate -> seenOn(candidate, url)).toList();
    } catch (PortException e) {
      return List.of(); // The directory is there as a candidate of its kind; its list is not known.
    }
  }

  /** The words that link to a company are quoted from the page that lists it. */
  private static Candidate seenOn(Candidate candidate, String url) {
    Candidate.Sighting sighting = candidate.seen().get(0);
    boolean kept = candidate.verdict() == Candidate.Verdict.KEPT;
    return new Candidate(
        candidate.domain(),
        kept ? sighting.quote() : candidate.name(),
        candidate.website(),
        candidate.country(),
        candidate.verdict(),
        kept ? "listed on " + url : candidate.reason(),
        candidate.fit(),
        List.of(new Candidate.Sighting(sighting.query(), url, sighting.quote())),
        candidate.triage());
  }

  private static Lead lead(Candidate candidate, int place) {
    Company company =
        Company.named(candidate.name())
            .withWebsite(candidate.website())
            .withDomain(candidate.domain());
    return Lead.of(LeadId.of(candidate.domain()), company)
        .withSource(new LeadSource("query " + (place + 1), 0));
  }
}
