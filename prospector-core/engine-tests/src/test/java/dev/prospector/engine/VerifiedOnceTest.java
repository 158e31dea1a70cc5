package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.money.Money;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.CompanySearch;
import dev.prospector.registry.RegistryLookup;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.SettableClock;
import dev.prospector.verification.EmailVerdict;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Verifiers and a register's search by name are asked as pages are: once, while it is fresh. */
@Timeout(60)
class VerifiedOnceTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final InMemoryJournal journal = new InMemoryJournal();
  private final List<String> asked = new ArrayList<>();
  private EmailVerdict.Status status = EmailVerdict.Status.DOMAIN_TAKES_MAIL;

  private final class Emails implements EmailVerifier {
    @Override
    public EmailVerdict verify(String address) {
      asked.add(address);
      Set<EmailVerdict.Mark> marks = Set.of(EmailVerdict.Mark.ROLE);
      return new EmailVerdict(address, status, marks, Optional.of("b@b.example"), "said so");
    }

    @Override
    public String identity() {
      return "emails";
    }
  }

  private final class Phones implements PhoneVerifier {
    @Override
    public PhoneVerdict verify(String number, String region) {
      asked.add(number + region);
      PhoneVerdict.Plan plan =
          new PhoneVerdict.Plan(
              number, PhoneVerdict.Type.MOBILE, Optional.of("BR"), Optional.empty());
      return new PhoneVerdict(
              number,
              PhoneVerdict.Status.VALID,
              Optional.of(plan),
              PhoneVerdict.Likelihood.LIKELY,
              Optional.empty(),
              "known")
          .costing(Money.of("0.01", "USD"));
    }

    @Override
    public String identity() {
      return "phones";
    }
  }

  private final class Register implements CompanyRegistry, CompanySearch {
    @Override
    public RegistryLookup find(String country, String number) {
      return new RegistryLookup.Absent();
    }

    @Override
    public Optional<CompanySearch> byName() {
      return Optional.of(this);
    }

    @Override
    public Result search(Query query) {
      asked.add(query.name());
      Candidate one =
          new Candidate("1", "ONE LTDA", Optional.of("ONE"), "Here", "SP", "ATIVA", true, 1, true);
      return new Candidates(List.of(one));
    }

    @Override
    public String identity() {
      return "register";
    }
  }

  private static Steps.First ask(AgentInput input) throws InterruptedException {
    EmailVerdict email = input.emailVerifier().verify("a@b.example");
    PhoneVerdict phone = input.phoneVerifier().verify("+5511987654321", "");
    String named =
        input
            .registry()
            .byName()
            .orElseThrow()
            .search(new CompanySearch.Query("One", "Here", "SP", 5))
            .fold(c -> c.all().toString(), CompanySearch.Failed::reason);
    return new Steps.First(email + " " + phone + " " + named, 1);
  }

  private String run() throws Exception {
    asked.clear();
    Agent<Steps.First> agent =
        Steps.agent(
            AgentSpec.writing(Steps.First.KEY).using(Resource.VERIFICATION, Resource.REGISTRY),
            VerifiedOnceTest::ask);
    try (Prospector prospector =
            Prospector.builder()
                .journal(journal)
                .clock(clock)
                .emailVerifier(new Emails())
                .phoneVerifier(new Phones())
                .registry(new Register())
                .build();
        Run run =
            prospector.start(
                Pipeline.named("test").add(agent).build(),
                Steps.leads(1).iterator(),
                RunOptions.defaults())) {
      return run.results()
          .findFirst()
          .orElseThrow()
          .dossier()
          .find(Steps.First.KEY)
          .orElseThrow()
          .text();
    }
  }

  @Test
  void whatWasAnsweredIsNotAskedAgainWhileItIsFresh() throws Exception {
    String first = run();
    assertThat(asked).containsExactly("a@b.example", "+5511987654321", "One");
    assertThat(first).contains("marks=[ROLE]", "b@b.example", "type=MOBILE", "ONE LTDA");
    clock.advance(Duration.ofDays(3));
    assertThat(run()).isEqualTo(first);
    assertThat(asked).isEmpty();
    clock.advance(Duration.ofDays(6));
    assertThat(run()).isEqualTo(first);
    assertThat(asked).containsExactly("a@b.example");
  }

  @Test
  void whatCouldNotBeFoundOutIsAskedAgainByTheNextRun() throws Exception {
    status = EmailVerdict.Status.UNKNOWN;
    assertThat(run()).contains("status=UNKNOWN");
    status = EmailVerdict.Status.UNDELIVERABLE;
    assertThat(run()).contains("status=UNDELIVERABLE");
    assertThat(asked).containsExactly("a@b.example");
  }
}
