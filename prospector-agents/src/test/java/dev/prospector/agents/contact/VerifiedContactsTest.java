package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.ContactDetails.Check.Outcome;
import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.website.WebsiteAgent;
import dev.prospector.testkit.OneStep;
import dev.prospector.verification.EmailVerdict;
import dev.prospector.verification.EmailVerdict.Mark;
import dev.prospector.verification.EmailVerdict.Status;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerifier;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What verifiers say takes ways away and adds none. */
class VerifiedContactsTest {

  private static final String PAGE =
      """
      <html><body><h1>Frota Azul</h1>
      <p>vendas@frotaazul.example, rh@frotaazul.example, frota@gmial.com, x@thrown.example</p>
      <p>Tel. +55 11 3456-7890, +55 21 3456-7890</p></body></html>
      """;

  /** Verdicts by what stands before the at sign. */
  private static final EmailVerifier EMAILS =
      new EmailVerifier() {
        private final Map<String, EmailVerdict> verdicts =
            Map.of(
                "vendas", verdict(Status.DOMAIN_TAKES_MAIL, "the domain takes mail"),
                "rh", verdict(Status.UNDELIVERABLE, "there is no such domain"),
                "frota", verdict(Status.DOMAIN_TAKES_MAIL, "it takes mail", Mark.TYPO),
                "x", verdict(Status.DOMAIN_TAKES_MAIL, "it takes mail", Mark.DISPOSABLE));

        private static EmailVerdict verdict(Status status, String reason, Mark... marks) {
          Optional<String> meant =
              marks.length > 0 ? Optional.of("frota@gmail.com") : Optional.empty();
          return new EmailVerdict("", status, Set.of(marks), meant, reason);
        }

        @Override
        public EmailVerdict verify(String address) {
          return Objects.requireNonNull(verdicts.get(address.substring(0, address.indexOf('@'))));
        }

        @Override
        public String identity() {
          return "verdicts";
        }
      };

  private static PhoneVerifier phones(PhoneVerdict.Status ofRio) {
    return new PhoneVerifier() {
      @Override
      public PhoneVerdict verify(String number, String region) {
        PhoneVerdict.Status status =
            number.startsWith("+5521") ? ofRio : PhoneVerdict.Status.UNKNOWN;
        return new PhoneVerdict(
            number,
            status,
            Optional.empty(),
            PhoneVerdict.Likelihood.UNKNOWN,
            Optional.empty(),
            "said so");
      }

      @Override
      public String identity() {
        return "numbers";
      }
    };
  }

  private static OneStep<ContactDetails> step() {
    return OneStep.of(new ContactDetailsAgent())
        .site("https://frotaazul.example/", PAGE)
        .after(new IntakeAgent(), new WebsiteAgent());
  }

  private static Outcome of(ContactDetails details, String start) {
    return details.emails().stream()
        .filter(e -> e.address().known().startsWith(start))
        .findFirst()
        .flatMap(ContactDetails.Email::check)
        .orElseThrow()
        .outcome();
  }

  @Test
  void anAddressThatReachesNobodyIsNoWayButIsTold() {
    ContactDetails details = step().emailVerifier(EMAILS).run().written();
    assertThat(details.emails()).hasSize(3);
    assertThat(of(details, "vendas")).isEqualTo(Outcome.PASSED);
    assertThat(of(details, "frota")).isEqualTo(Outcome.DOUBTFUL);
    assertThat(of(details, "x@")).isEqualTo(Outcome.DOUBTFUL);
    assertThat(details.refused())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.way().known()).isEqualTo("rh@frotaazul.example");
              assertThat(r.reason()).isEqualTo("there is no such domain");
            });
  }

  @Test
  void whatCouldNotBeCheckedChangesNoConfidence() {
    ContactDetails before = step().run().written();
    ContactDetails after =
        step()
            .emailVerifier(EMAILS)
            .phoneVerifier(phones(PhoneVerdict.Status.UNKNOWN))
            .run()
            .written();
    assertThat(after.phones())
        .extracting(p -> p.number().confidence())
        .isEqualTo(before.phones().stream().map(p -> p.number().confidence()).toList());
    assertThat(after.phones())
        .allMatch(p -> p.check().orElseThrow().outcome() == Outcome.UNKNOWN)
        .hasSize(2);
    assertThat(after.emails())
        .allSatisfy(
            email ->
                assertThat(before.emails())
                    .anyMatch(
                        e ->
                            e.address().known().equals(email.address().known())
                                && e.address().confidence() == email.address().confidence()));
  }

  @Test
  void aNumberThatTheServiceDoesNotKnowIsNoWay() {
    ContactDetails details =
        step().phoneVerifier(phones(PhoneVerdict.Status.INVALID)).run().written();
    assertThat(details.phones())
        .extracting(p -> p.number().known())
        .containsExactly("+551134567890");
    assertThat(details.refused()).extracting(r -> r.way().known()).containsExactly("+552134567890");
  }

  @Test
  void withoutVerifiersNothingIsSaidOfIt() {
    ContactDetails details = step().run().written();
    assertThat(details.emails()).hasSize(4).allMatch(e -> e.check().isEmpty());
    assertThat(details.phones()).hasSize(2).allMatch(p -> p.check().isEmpty());
    assertThat(details.refused()).isEmpty();
  }
}
