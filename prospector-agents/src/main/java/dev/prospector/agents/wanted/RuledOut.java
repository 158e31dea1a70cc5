package dev.prospector.agents.wanted;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.intake.CompanyName;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.trade.Standing;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.evidence.Fact;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What rules a company out before anything more is paid for it.
 *
 * @param kind why
 * @param words the entry of the context that names it, the intake's verdict, or the code of the
 *     industry that it is of
 */
public record RuledOut(@JsonProperty("kind") Kind kind, @JsonProperty("words") String words) {

  /** Why a company is ruled out. */
  public enum Kind {
    /** The intake takes it for no company. */
    NO_COMPANY,
    /** Its domain is to be avoided. */
    AVOIDED_DOMAIN,
    /** It is to be avoided. */
    AVOIDED_COMPANY,
    /** It is a competitor of the seller. */
    COMPETITOR,
    /** It is stated to be of an industry that nothing in the context looks for. */
    OTHER_INDUSTRY
  }

  /** From this strength on, pages that mention a trade speak for it. */
  private static final double MENTIONED = 0.4;

  /**
   * Returns whether a lead is no company, or one that the context's lists name: by its domain or by
   * its name without legal form, whichever list the entry stands in.
   */
  public static Optional<RuledOut> byLists(BusinessContext context, Intake intake) {
    if (intake.verdict() != Intake.Verdict.VALID) {
      return Optional.of(new RuledOut(Kind.NO_COMPANY, intake.verdict().name()));
    }
    return named(context, Items.AVOID_DOMAINS, Kind.AVOIDED_DOMAIN, intake)
        .or(() -> named(context, Items.AVOID_COMPANIES, Kind.AVOIDED_COMPANY, intake))
        .or(() -> named(context, Items.COMPETITORS, Kind.COMPETITOR, intake));
  }

  private static Optional<RuledOut> named(
      BusinessContext context, Items list, Kind kind, Intake intake) {
    String name = intake.name().value().map(RuledOut::key).orElse("");
    String domain = intake.domain().value().orElse("");
    return context.items(list).stream()
        .filter(entry -> names(entry, name, domain))
        .findFirst()
        .map(entry -> new RuledOut(kind, entry));
  }

  private static boolean names(String entry, String name, String domain) {
    String bare =
        entry.strip().toLowerCase(Locale.ROOT).replaceFirst("^(?:https?://)?(?:www\\.)?", "");
    boolean byDomain = !domain.isEmpty() && bare.replaceFirst("/.*", "").equals(domain);
    String wanted = key(CompanyName.of(entry).name());
    return byDomain || !wanted.isEmpty() && wanted.equals(name);
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /**
   * Returns whether an industry that is known surely lies outside those of the context: it is of no
   * sector that is looked for, and no trade that the company's pages mention is. What is unknown or
   * contradicted rules nobody out, and neither does a context that names other things than trades
   * and sectors, since its words may mean any industry.
   *
   * @param industry as the host or the company states it
   * @param standings the trades that the company names, with what speaks for them
   */
  public static Optional<RuledOut> byIndustry(
      BusinessContext context, Fact<Industry> industry, List<Standing> standings) {
    Wanted wanted = new Wanted(context);
    Set<Industry> sectors = wanted.sectors();
    boolean open = sectors.isEmpty() || !wanted.freeWords().isEmpty();
    boolean mentioned =
        open || wanted.best(standings).filter(m -> m.strength() >= MENTIONED).isPresent();
    return industry
        .value()
        .filter(known -> !mentioned && !sectors.contains(known))
        .map(known -> new RuledOut(Kind.OTHER_INDUSTRY, known.name()));
  }
}
