package dev.prospector.agents.discovery;

import dev.prospector.agents.address.SiteOwner;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.Candidate.Sighting;
import dev.prospector.candidate.Candidate.Triage;
import dev.prospector.candidate.Candidate.Verdict;
import dev.prospector.context.BusinessContext;
import dev.prospector.web.WebSearch.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes candidates of what a search found: one for each registrable domain, with what it is and
 * why. Says nothing that title, excerpt and address do not say.
 */
public final class Harvest {

  private final OurOwn ours;
  private final FitOfHits fit;
  private final Predicate<String> suppressed;
  private final Predicate<String> known;

  /**
   * Returns the harvest for a business.
   *
   * @param suppressed whether a registrable domain is of somebody who said no
   * @param known whether a registrable domain is one of a lead that there is already
   */
  public Harvest(BusinessContext context, Predicate<String> suppressed, Predicate<String> known) {
    this.ours = new OurOwn(context);
    this.fit = new FitOfHits(context);
    this.suppressed = suppressed;
    this.known = known;
  }

  /** Returns a candidate for each domain among the hits, in their order. */
  public List<Candidate> of(PlannedQuery query, List<Hit> hits) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Hit hit : hits) {
      candidate(query, hit)
          .ifPresent(found -> candidates.merge(found.domain(), found, Harvest::together));
    }
    return List.copyOf(candidates.values());
  }

  /** Of two hits on one site, the first names it, and the better fit counts. */
  private static Candidate together(Candidate first, Candidate next) {
    List<Sighting> seen = new ArrayList<>(first.seen());
    seen.addAll(next.seen());
    return new Candidate(
        first.domain(),
        first.name().isEmpty() ? next.name() : first.name(),
        first.website(),
        first.country(),
        first.verdict(),
        first.reason(),
        Math.max(first.fit(), next.fit()),
        seen,
        first.triage());
  }

  private Optional<Candidate> candidate(PlannedQuery query, Hit hit) {
    return WebAddress.parse(hit.url()).address().map(address -> judged(query, hit, address));
  }

  private Candidate judged(PlannedQuery query, Hit hit, WebAddress address) {
    SiteOwner owner = SiteOwner.of(address);
    String domain = owner.domain().orElse(address.host());
    Judgement judgement = judge(address, owner, domain, hit);
    boolean kept = judgement.verdict() == Verdict.KEPT;
    String name = kept ? TitleName.in(hit.title(), domain) : "";
    String quote = (hit.title() + "\n" + hit.excerpt()).strip();
    return new Candidate(
        domain,
        name,
        kept ? root(address) : address.href(),
        query.country(),
        judgement.verdict(),
        judgement.reason(),
        kept ? fit.of(hit) : 0,
        List.of(new Sighting(query.text(), hit.url(), quote)),
        Triage.WAITING);
  }

  private static String root(WebAddress address) {
    String port = address.port() < 0 ? "" : ":" + address.port();
    return address.scheme() + "://" + address.host() + port + "/";
  }

  /** What something is, and why. */
  record Judgement(Verdict verdict, String reason) {}

  private Judgement judge(WebAddress address, SiteOwner owner, String domain, Hit hit) {
    Optional<Judgement> place = NoCompanies.judge(address.host());
    if (place.isPresent()) {
      return place.get();
    }
    if (owner.kind() == SiteOwner.Kind.PROFILE) {
      return new Judgement(Verdict.SOCIAL, "a profile on " + address.host());
    }
    if (owner.kind() == SiteOwner.Kind.PORTAL) {
      return new Judgement(Verdict.DIRECTORY, "a page of the portal " + address.host());
    }
    if (suppressed.test(domain)) {
      return new Judgement(Verdict.SUPPRESSED, domain + " said no");
    }
    Optional<Judgement> own = ours.judge(domain, TitleName.in(hit.title(), domain));
    if (own.isPresent()) {
      return own.get();
    }
    if (known.test(domain)) {
      return new Judgement(Verdict.KNOWN, domain + " is a lead already");
    }
    return ListOfCompanies.isCalled(hit.title())
        ? new Judgement(Verdict.DIRECTORY, "its title says that it lists companies")
        : new Judgement(Verdict.KEPT, "a site of its own");
  }
}
