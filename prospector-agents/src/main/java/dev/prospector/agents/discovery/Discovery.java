package dev.prospector.agents.discovery;

import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.candidate.QueryRecord;
import dev.prospector.context.BusinessContext;
import dev.prospector.lead.Tenant;
import dev.prospector.run.Threads;
import dev.prospector.store.LeadStore;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What finding companies needs: whom to look for, where to search, and where what was found is
 * kept. Immutable.
 */
public final class Discovery {

  /** The most hits that one query is asked for, unless set. */
  private static final int USUAL_HITS = 30;

  final BusinessContext context;
  final WebSearch search;
  final CandidateStore store;
  PageSource pages = PageSource.none();
  TriageRules triage = TriageRules.NONE;
  Tenant tenant = Tenant.DEFAULT;
  Threads threads = Threads.platform();
  Predicate<String> suppressed = domain -> false;
  Predicate<String> known = domain -> false;
  Optional<LeadStore> leads = Optional.empty();
  int hits = USUAL_HITS;
  private String asked = "";

  private Discovery(BusinessContext context, WebSearch search, CandidateStore store) {
    this.context = context;
    this.search = search;
    this.store = store;
  }

  private Discovery(Discovery other) {
    this(other.context, other.search, other.store);
    pages = other.pages;
    triage = other.triage;
    tenant = other.tenant;
    threads = other.threads;
    suppressed = other.suppressed;
    known = other.known;
    hits = other.hits;
    asked = other.asked;
    leads = other.leads;
  }

  /** Returns a discovery whose candidates all wait for a person, and that reads no directory. */
  public static Discovery of(BusinessContext context, WebSearch search, CandidateStore store) {
    return new Discovery(
        Objects.requireNonNull(context),
        Objects.requireNonNull(search),
        Objects.requireNonNull(store));
  }

  /** Returns this discovery reading pages that list companies from a source. */
  public Discovery withPages(PageSource source) {
    Discovery changed = new Discovery(this);
    changed.pages = source;
    return changed;
  }

  /** Returns this discovery with rules that decide on candidates. */
  public Discovery withTriage(TriageRules rules) {
    Discovery changed = new Discovery(this);
    changed.triage = rules;
    return changed;
  }

  /** Returns this discovery for a tenant. */
  public Discovery withTenant(Tenant newTenant) {
    Discovery changed = new Discovery(this);
    changed.tenant = newTenant;
    return changed;
  }

  /** Returns this discovery waiting between tries by these threads. */
  public Discovery withThreads(Threads newThreads) {
    Discovery changed = new Discovery(this);
    changed.threads = newThreads;
    return changed;
  }

  /**
   * Returns this discovery leaving out those who said no, and those who are leads already.
   *
   * @param ofThoseWhoSaidNo told a registrable domain
   * @param ofLeads told a registrable domain
   */
  public Discovery leavingOut(Predicate<String> ofThoseWhoSaidNo, Predicate<String> ofLeads) {
    Discovery changed = new Discovery(this);
    changed.suppressed = ofThoseWhoSaidNo;
    changed.known = ofLeads;
    return changed;
  }

  /**
   * Returns this discovery with the most hits for one query.
   *
   * @param most from 1
   */
  public Discovery withHits(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a query asks for one hit or more, not " + most);
    }
    Discovery changed = new Discovery(this);
    changed.hits = most;
    return changed;
  }

  /** Returns this discovery asking first what a person asks for, word by word. */
  public Discovery askingFirst(String query) {
    Discovery changed = new Discovery(this);
    changed.asked = query.strip();
    return changed;
  }

  /**
   * Returns this discovery preferring queries that led to leads that fit, as they were qualified.
   *
   * @param qualified where leads are kept, by their domains
   */
  public Discovery preferring(LeadStore qualified) {
    Discovery changed = new Discovery(this);
    changed.leads = Optional.of(qualified);
    return changed;
  }

  /** Returns the queries: what a person asked for, then those that worked before. */
  public QueryPlan plan() {
    QueryPlan plan = PlanQueries.of(context, records());
    if (asked.isEmpty()) {
      return plan;
    }
    List<PlannedQuery> queries = new ArrayList<>();
    String language = context.language().tag();
    queries.add(new PlannedQuery(asked, PlannedQuery.Strategy.ASKED, language, "", "", asked));
    queries.addAll(plan.queries());
    return new QueryPlan(queries, plan.missing());
  }

  private List<QueryRecord> records() {
    return leads
        .map(kept -> new RatedQueries(store, kept, tenant).all())
        .orElseGet(() -> store.records(tenant));
  }

  /**
   * Returns the leads of candidates that are accepted, as they are found.
   *
   * @param run the id of the run that they are for: under the same id, what was found is found
   *     again
   * @param limit the most leads
   * @param teller told what comes of each query and each candidate
   */
  public DiscoveredLeads leads(String run, long limit, DiscoveryTeller teller) {
    return new DiscoveredLeads(this, run, limit, teller);
  }

  /** Returns the candidate with what the rules decide on it. */
  Candidate triaged(Candidate candidate) {
    return candidate.with(triage.decide(candidate));
  }
}
