package dev.prospector.privacy;

import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Proposal;
import dev.prospector.evidence.Claim;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionList.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks whether the company of a lead said no, before anything is done about it, and takes those who
 * said no out of what is handed out. Safe for several threads if its list is.
 */
public final class AskSuppression {

  private final SuppressionList list;
  private final Tenant tenant;

  /** Asks the list of one tenant. */
  public AskSuppression(SuppressionList list, Tenant tenant) {
    this.list = list;
    this.tenant = tenant;
  }

  /** Returns why the lead is not to be worked on; empty if no suppression matches. */
  public Optional<String> reason(Lead lead) {
    Company company = lead.company();
    for (String domain : domains(company)) {
      if (list.contains(tenant, Kind.DOMAIN, domain)) {
        return Optional.of("the company's domain is on the suppression list");
      }
    }
    return company
        .registrationNumber()
        .filter(n -> list.contains(tenant, Kind.REGISTRATION_NUMBER, n))
        .map(n -> "the company's registration number is on the suppression list");
  }

  /** Returns a test of claims for one lead: whether a claim is about somebody who said no. */
  public Predicate<Claim<?>> refuses(Lead lead) {
    return refused(lead, List.of())::refuses;
  }

  /** Returns what is left of an entry without those who said no; the very entry if all of it. */
  public <T> Optional<Entry<T>> without(Lead lead, Entry<T> entry) {
    return list.holdsNobody() ? Optional.of(entry) : refused(lead, List.of()).without(entry);
  }

  private Refused refused(Lead lead, Collection<String> people) {
    return new Refused(new Refusals(list, tenant, lead, people));
  }

  /** Returns what is left of a lead without those who said no; the very lead if all of it. */
  public Lead without(Lead lead) {
    return list.holdsNobody() ? lead : new Refusals(list, tenant, lead, List.of()).without(lead);
  }

  /** Returns what is left of a dossier without those who said no; the very one if all of it. */
  public Dossier without(Lead lead, Dossier dossier) {
    if (list.holdsNobody()) {
      return dossier;
    }
    Set<String> people = new LinkedHashSet<>();
    dossier.entries().forEach(entry -> Refused.people(entry.value(), people));
    Refused refused = refused(lead, people);
    List<Entry<?>> entries = new ArrayList<>();
    dossier.entries().forEach(entry -> refused.without(entry).ifPresent(entries::add));
    List<Proposal> proposals = dossier.proposals().stream().filter(refused::isWhole).toList();
    return entries.equals(dossier.entries()) && proposals.equals(dossier.proposals())
        ? dossier
        : Dossier.of(entries, proposals);
  }

  /** The domain of the lead, the host of its site, and every domain above that host. */
  private static List<String> domains(Company company) {
    List<String> domains = new ArrayList<>();
    company.domain().ifPresent(domains::add);
    String host = company.website().map(AskSuppression::host).orElse("");
    while (host.indexOf('.') > 0) {
      domains.add(host);
      host = host.substring(host.indexOf('.') + 1);
    }
    return domains;
  }

  private static String host(String website) {
    String site = website.strip().toLowerCase(Locale.ROOT);
    int start = site.indexOf("//") < 0 ? 0 : site.indexOf("//") + 2;
    int end = start;
    while (end < site.length() && "/?#:".indexOf(site.charAt(end)) < 0) {
      end++;
    }
    return site.substring(start, end);
  }
}
