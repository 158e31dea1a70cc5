package dev.prospector.agents.qualification;

import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.registration.RegistrationStatus;
import dev.prospector.agents.wanted.RuledOut;
import dev.prospector.context.BusinessContext;
import java.util.Optional;

/** The reasons that rule a lead out, at any score. */
final class Exclusions {

  private Exclusions() {}

  static Optional<Qualification.Exclusion> find(
      BusinessContext context, Intake intake, Registration registration) {
    return RuledOut.byLists(context, intake)
        .map(out -> excluded(Qualification.Exclusion.Kind.valueOf(out.kind().name()), out.words()))
        .or(() -> ended(registration));
  }

  private static Optional<Qualification.Exclusion> ended(Registration registration) {
    return registration
        .status()
        .value()
        .filter(status -> status == RegistrationStatus.ENDED)
        .map(status -> excluded(Qualification.Exclusion.Kind.ENDED, status.name()));
  }

  private static Qualification.Exclusion excluded(Qualification.Exclusion.Kind kind, String entry) {
    return new Qualification.Exclusion(kind, entry);
  }
}
