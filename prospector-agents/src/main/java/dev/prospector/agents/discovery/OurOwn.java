package dev.prospector.agents.discovery;

import dev.prospector.agents.address.SiteOwner;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.agents.intake.CompanyName;
import dev.prospector.candidate.Candidate.Verdict;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom the business context says not to look for: competitors, and those to be left alone. */
final class OurOwn {

  /** A shorter name stands in too many domains by chance. */
  private static final int TELLING = 5;

  private final List<String> competitors;
  private final Set<String> avoidedNames;
  private final Set<String> avoidedDomains;

  OurOwn(BusinessContext context) {
    this.competitors = context.items(Items.COMPETITORS);
    this.avoidedNames =
        context.items(Items.AVOID_COMPANIES).stream()
            .map(name -> plain(CompanyName.of(name).name()))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    this.avoidedDomains =
        context.items(Items.AVOID_DOMAINS).stream().map(OurOwn::domain).collect(Collectors.toSet());
  }

  Optional<Harvest.Judgement> judge(String domain, String name) {
    String plainName = plain(CompanyName.of(name).name());
    if (avoidedDomains.contains(domain) || avoidedNames.contains(plainName)) {
      return Optional.of(
          new Harvest.Judgement(Verdict.SUPPRESSED, "the business context says to leave it alone"));
    }
    return competitors.stream()
        .filter(competitor -> isOf(competitor, domain, plainName))
        .findFirst()
        .map(
            competitor ->
                new Harvest.Judgement(
                    Verdict.COMPETITOR, "it is " + competitor + ", a competitor of ours"));
  }

  private static boolean isOf(String competitor, String domain, String plainName) {
    if (competitor.indexOf('.') > 0 && domain(competitor).equals(domain)) {
      return true;
    }
    String plain = plain(CompanyName.of(competitor).name());
    String label = plain(domain.substring(0, Math.max(0, domain.indexOf('.'))));
    return !plain.isEmpty()
        && (plain.equals(plainName)
            || plain.equals(label)
            || plain.length() >= TELLING && label.startsWith(plain));
  }

  /** Letters and digits alone, without accents. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .replaceAll("\\p{M}", "");
  }

  private static String domain(String written) {
    return WebAddress.parseTyped(written)
        .address()
        .flatMap(address -> SiteOwner.of(address).domain())
        .orElse(written.toLowerCase(Locale.ROOT));
  }
}
