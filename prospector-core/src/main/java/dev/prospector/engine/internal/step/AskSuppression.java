package dev.prospector.engine.internal.step;

import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Proposal;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Withholding;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.privacy.SuppressionList.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks whether the company of a lead said no, before anything is done about it. */
public final class AskSuppression {

  /** As it is written in E.164. */
  private static final Pattern PHONE = Pattern.compile("\\+[0-9]{7,15}");

  private final SuppressionList list;
  private final Tenant tenant;

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

  /**
   * Returns whether a claim that is made for a lead is about somebody who said no: an address that
   * can be written to, a number that can be called, or a person at this company.
   */
  public boolean isRefused(Lead lead, Claim<?> claim) {
    if (!(claim.value() instanceof String value)) {
      return false;
    }
    int at = value.indexOf('@');
    if (at > 0) {
      return says(Kind.EMAIL, value) || says(Kind.DOMAIN, value.substring(at + 1));
    } else if (claim.field().equals("phone") || PHONE.matcher(value).matches()) {
      return says(Kind.PHONE, value);
    }
    return claim.field().equals("person") && isRefused(lead.company(), value);
  }

  private boolean isRefused(Company company, String person) {
    return says(Kind.PERSON_AT_COMPANY, person + "\n" + company.name())
        || company
            .domain()
            .filter(domain -> says(Kind.PERSON_AT_COMPANY, person + "\n" + domain))
            .isPresent();
  }

  private boolean says(Kind kind, String value) {
    return list.contains(tenant, kind, value);
  }

  /** Returns what is left of a dossier without those who said no. */
  public Dossier without(Lead lead, Dossier dossier) {
    Predicate<Claim<?>> refused = claim -> isRefused(lead, claim);
    List<Entry<?>> entries = new ArrayList<>();
    dossier.entries().forEach(entry -> without(entry, refused).ifPresent(entries::add));
    List<Proposal> proposals =
        dossier.proposals().stream().filter(one -> isWhole(one, refused)).toList();
    return entries.equals(dossier.entries()) && proposals.equals(dossier.proposals())
        ? dossier
        : Dossier.of(entries, proposals);
  }

  static <T> Optional<Entry<T>> without(Entry<T> entry, Predicate<Claim<?>> refused) {
    return Withholding.of(entry.value(), refused)
        .map(left -> left == entry.value() ? entry : entry.with(left));
  }

  private static boolean isWhole(Proposal proposal, Predicate<Claim<?>> refused) {
    return proposal.differences().stream()
        .flatMap(difference -> Stream.of(difference.present(), difference.proposed()))
        .allMatch(value -> Withholding.of(value, refused).filter(value::equals).isPresent());
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
