package dev.prospector.spring.web;

import dev.prospector.agents.discovery.Discovery;
import dev.prospector.agents.discovery.DiscoveryTeller;
import dev.prospector.agents.discovery.TriageRules;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.error.RequestException;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.store.LeadStore;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.util.Iterator;
import java.util.Optional;

/**
 * Companies that a search of the web finds and that are no leads yet: what is asked for is asked
 * first, then what the business context suggests. Each that is a company is worked on.
 */
final class SearchedLeads implements StreamedLeads {

  private static final TriageRules EACH = new TriageRules(0, 0);

  private final WebSearch search;
  private final PageSource pages;
  private final Kept kept;

  /** What is known already, and who said no. */
  record Kept(CandidateStore candidates, LeadStore leads, Optional<SuppressionList> suppressed) {}

  SearchedLeads(WebSearch search, PageSource pages, Kept kept) {
    this.search = search;
    this.pages = pages;
    this.kept = kept;
  }

  @Override
  public Iterator<Lead> find(Wanted wanted) {
    Tenant tenant = wanted.caller().tenant();
    Discovery discovery =
        Discovery.of(wanted.context(), search, kept.candidates())
            .withTenant(tenant)
            .withPages(pages)
            .withTriage(EACH)
            .askingFirst(wanted.query().orElse(""))
            .leavingOut(domain -> saidNo(tenant, domain), domain -> isLead(tenant, domain));
    if (discovery.plan().queries().isEmpty()) {
      throw new RequestException(
          RequestException.Kind.CONFLICT,
          "context-not-ready",
          "no search can be made of the business context, which lacks "
              + String.join(", ", discovery.plan().missing())
              + ": complete it, or send user_search_query");
    }
    return discovery.leads(wanted.run().value(), wanted.most(), DiscoveryTeller.NONE);
  }

  private boolean saidNo(Tenant tenant, String domain) {
    return kept.suppressed()
        .filter(list -> list.contains(tenant, SuppressionList.Kind.DOMAIN, domain))
        .isPresent();
  }

  private boolean isLead(Tenant tenant, String domain) {
    return kept.leads().find(tenant, LeadId.of(domain)).isPresent();
  }
}
