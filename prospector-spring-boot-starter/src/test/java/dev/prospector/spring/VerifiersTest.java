package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.testkit.Note;
import dev.prospector.verification.EmailVerdict;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Beans that verify contacts are asked by the agents that have contacts verified. */
class VerifiersTest {

  private static final Pipeline VERIFYING =
      Pipeline.named("verifying").add(new VerifyingAgent()).build();

  @Test
  void theApplicationsVerifiersAreAsked() {
    Boot.runner()
        .withBean(EmailVerifier.class, Emails::new)
        .withBean(PhoneVerifier.class, Phones::new)
        .run(
            context ->
                assertThat(noted(context))
                    .isEqualTo("info@example.example, as Emails says; 0113, as Phones says"));
  }

  @Test
  void oneVerifierAloneLeavesTheOtherNotConfigured() {
    Boot.runner()
        .withBean(PhoneVerifier.class, Phones::new)
        .run(
            context ->
                assertThat(noted(context))
                    .endsWith("; 0113, as Phones says")
                    .doesNotContain("Emails says"));
  }

  private static String noted(ApplicationContext context) {
    Lead lead = Lead.of(LeadId.of("one"), Company.named("Example"));
    try (Run run = context.getBean(Prospector.class).start(VERIFYING, List.of(lead))) {
      return run.results().toList().get(0).dossier().find(Note.KEY).orElseThrow().text();
    }
  }

  /** Notes what both say. */
  private static final class VerifyingAgent implements Agent<Note> {
    @Override
    public AgentSpec<Note> spec() {
      return AgentSpec.writing(Note.KEY).using(Resource.VERIFICATION);
    }

    @Override
    public Note byRules(AgentInput input) throws InterruptedException {
      EmailVerdict email = input.emailVerifier().verify("info@example.example");
      PhoneVerdict phone = input.phoneVerifier().verify("0113", "GB");
      return new Note(email.reason() + "; " + phone.reason());
    }
  }

  private static final class Emails implements EmailVerifier {
    @Override
    public String identity() {
      return "emails of the application";
    }

    @Override
    public EmailVerdict verify(String address) {
      return EmailVerdict.unknown(address, address + ", as Emails says");
    }
  }

  private static final class Phones implements PhoneVerifier {
    @Override
    public String identity() {
      return "telephone numbers of the application";
    }

    @Override
    public PhoneVerdict verify(String number, String region) {
      return PhoneVerdict.unknown(number, number + ", as Phones says");
    }
  }
}
