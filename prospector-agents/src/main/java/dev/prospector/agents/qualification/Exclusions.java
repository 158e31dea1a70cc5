package dev.prospector.agents.qualification;

import dev.prospector.agents.intake.CompanyName;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.registration.RegistrationStatus;
import dev.prospector.context.BusinessContext;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The reasons of a business context that rule a lead out, at any score. */
final class Exclusions {

  private final BusinessContext context;
  private final String name;
  private final String domain;

  Exclusions(BusinessContext context, Intake intake) {
    this.context = context;
    this.name = intake.name().value().map(Exclusions::key).orElse("");
    this.domain = intake.domain().value().orElse("");
  }

  Optional<Qualification.Exclusion> find(Intake intake, Registration registration) {
    if (intake.verdict() != Intake.Verdict.VALID) {
      return excluded(Qualification.Exclusion.Kind.NO_COMPANY, intake.verdict().name());
    }
    return firstMatch(
            BusinessContext.Items.AVOID_DOMAINS, Qualification.Exclusion.Kind.AVOIDED_DOMAIN)
        .or(
            () ->
                firstMatch(
                    BusinessContext.Items.AVOID_COMPANIES,
                    Qualification.Exclusion.Kind.AVOIDED_COMPANY))
        .or(
            () ->
                firstMatch(
                    BusinessContext.Items.COMPETITORS, Qualification.Exclusion.Kind.COMPETITOR))
        .or(() -> ended(registration));
  }

  /** An entry may be a name or a domain, whichever list it stands in. */
  private Optional<Qualification.Exclusion> firstMatch(
      BusinessContext.Items list, Qualification.Exclusion.Kind kind) {
    return context.items(list).stream()
        .filter(this::names)
        .findFirst()
        .flatMap(entry -> excluded(kind, entry));
  }

  private boolean names(String entry) {
    String bare =
        entry.strip().toLowerCase(Locale.ROOT).replaceFirst("^(?:https?://)?(?:www\\.)?", "");
    boolean byDomain = !domain.isEmpty() && bare.replaceFirst("/.*", "").equals(domain);
    String wanted = key(CompanyName.of(entry).name());
    return byDomain || !wanted.isEmpty() && wanted.equals(name);
  }

  private static Optional<Qualification.Exclusion> ended(Registration registration) {
    return registration
        .status()
        .value()
        .filter(status -> status == RegistrationStatus.ENDED)
        .flatMap(s -> excluded(Qualification.Exclusion.Kind.ENDED, s.name()));
  }

  private static Optional<Qualification.Exclusion> excluded(
      Qualification.Exclusion.Kind kind, String entry) {
    return Optional.of(new Qualification.Exclusion(kind, entry));
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
