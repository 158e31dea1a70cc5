package dev.prospector.agents.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.call.Effect;
import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.Candidate.State;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.candidate.QueryOutcome;
import dev.prospector.candidate.QueryOutcome.End;
import dev.prospector.context.BusinessContext;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryCandidateStore;
import dev.prospector.testkit.FixedPages;
import dev.prospector.testkit.SleeplessThreads;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveredLeadsTest {

  private static final Hit FREIGHT =
      new Hit("https://aroeira.example/", "Aroeira", "Transporte rodoviário de cargas, planilhas");
  private static final Hit OTHER = new Hit("https://ipe.example/", "Ipê", "Doces e salgados");
  private static final Hit LIST =
      new Hit("https://guia.example/l", "Lista de transportadoras", "Todas as empresas");

  /** A hit, shortly. */
  private static final class Hit {
    private final WebSearch.Hit hit;

    Hit(String url, String title, String excerpt) {
      hit = new WebSearch.Hit(url, title, excerpt);
    }
  }

  private final CandidateStore store = new InMemoryCandidateStore();
  private final List<String> asked = new ArrayList<>();

  /** Answers as it is told, and writes down what it was asked. */
  private WebSearch answering(Hit... hits) {
    return search(
        () -> new WebSearch.Result.Hits(java.util.Arrays.stream(hits).map(h -> h.hit).toList()));
  }

  private WebSearch search(java.util.function.Supplier<WebSearch.Result> answer) {
    return new WebSearch() {
      @Override
      public Result search(String query, String country, int limit) {
        asked.add(query);
        return answer.get();
      }

      @Override
      public String identity() {
        return "test";
      }

      @Override
      public Effect effect() {
        return Effect.READ;
      }
    };
  }

  private Discovery discovery(WebSearch search) {
    return Discovery.of(HarvestTest.SELLER, search, store)
        .withTriage(new TriageRules(0.3, 0.1))
        .withThreads(new SleeplessThreads(time -> {}));
  }

  private static List<String> domains(DiscoveredLeads leads) {
    List<String> domains = new ArrayList<>();
    leads.forEachRemaining(lead -> domains.add(lead.company().domain().orElseThrow()));
    return domains;
  }

  @Test
  void acceptedCandidatesBecomeLeadsAndTheOthersKeepTheirReason() {
    DiscoveredLeads leads =
        discovery(answering(FREIGHT, OTHER)).leads("r", 10, DiscoveryTeller.NONE);
    assertThat(domains(leads)).containsExactly("aroeira.example");
    Candidate rejected = store.find(Tenant.DEFAULT, "ipe.example").orElseThrow();
    assertThat(rejected.triage().state()).isEqualTo(State.REJECTED);
    assertThat(rejected.triage().reason()).contains("fit 0");
    assertThat(leads.reason()).isEmpty();
  }

  @Test
  void leadsAreHandedOutWhileTheSearchGoesOn() {
    DiscoveredLeads leads = discovery(answering(FREIGHT)).leads("r", 10, DiscoveryTeller.NONE);
    assertThat(leads.hasNext()).isTrue();
    assertThat(asked).hasSize(1);
    Lead first = leads.next();
    assertThat(first.source().list()).isEqualTo("query 1");
    assertThat(leads.hasNext()).isFalse();
    assertThat(asked).hasSizeGreaterThan(1);
  }

  @Test
  void noMoreIsAskedOnceThereAreAsManyLeadsAsWanted() {
    DiscoveredLeads leads = discovery(answering(FREIGHT)).leads("r", 1, DiscoveryTeller.NONE);
    assertThat(domains(leads)).hasSize(1);
    assertThat(asked).hasSize(1);
  }

  @Test
  void aRunThatWasLeftGoesOnWithTheSameLeadsAndAsksNothingTwice() {
    List<String> whole =
        domains(discovery(answering(FREIGHT)).leads("r", 10, DiscoveryTeller.NONE));
    int all = asked.size();
    assertThat(domains(discovery(answering(OTHER)).leads("r", 10, DiscoveryTeller.NONE)))
        .isEqualTo(whole);
    assertThat(asked).hasSize(all);
    // Another run finds them known as candidates, and asks for others.
    assertThat(domains(discovery(answering(FREIGHT)).leads("s", 10, DiscoveryTeller.NONE)))
        .isEmpty();
  }

  /** M: a stub source returns made-up companies. */
  @Test
  void anEmptySearchIsAnOutcomeWithItsReasonAndNothingIsInvented() {
    DiscoveredLeads none = discovery(answering()).leads("r", 10, DiscoveryTeller.NONE);
    assertThat(domains(none)).isEmpty();
    assertThat(none.outcomes()).extracting(QueryOutcome::end).containsOnly(End.EMPTY);
    assertThat(none.reason()).contains("nothing");
    DiscoveredLeads unconfigured = discovery(WebSearch.none()).leads("s", 10, DiscoveryTeller.NONE);
    assertThat(domains(unconfigured)).isEmpty();
    assertThat(unconfigured.reason()).contains("no web search is configured");
    DiscoveredLeads nobody =
        Discovery.of(BusinessContext.empty(), answering(FREIGHT), store)
            .leads("t", 10, DiscoveryTeller.NONE);
    assertThat(nobody.hasNext()).isFalse();
    assertThat(nobody.reason()).contains("lacks industries");
  }

  @Test
  void aSearchThatIsAwayIsAskedAgainAndThenHasFailed() {
    DiscoveredLeads away =
        discovery(
                search(
                    () -> {
                      throw new PortException("web-search", "away", RetryAdvice.backOff());
                    }))
            .leads("r", 10, DiscoveryTeller.NONE);
    assertThat(domains(away)).isEmpty();
    assertThat(asked.stream().filter(asked.get(0)::equals)).hasSize(3);
    assertThat(away.outcomes()).allMatch(o -> o.end() == End.FAILED && o.reason().contains("away"));
    asked.clear();
    assertThat(
            discovery(
                    search(
                        () -> {
                          throw new PortException("web-search", "no key", RetryAdvice.never());
                        }))
                .leads("s", 10, DiscoveryTeller.NONE)
                .hasNext())
        .isFalse();
    assertThat(asked.stream().filter(asked.get(0)::equals)).hasSize(1);
  }

  @Test
  void aPageThatListsCompaniesGivesCandidatesEachWithItsQuote() {
    FixedPages pages =
        FixedPages.of(
            "https://guia.example/l",
            "<title>Lista</title><ul><li><a href=https://cedro.example/>Cedro Cargas</a>"
                + "<li><a href=https://jatoba.example/x>Jatobá Fretes</a>"
                + "<li><a href=https://www.frotalume.com/>Frotalume</a>"
                + "<li><a href=https://peroba.example/>Saiba mais</a>"
                + "<li><a href=https://instagram.com/guia>Nosso Instagram</a>"
                + "<li><a href=/sobre>Sobre o guia</a></ul>");
    Discovery reading =
        discovery(answering(LIST)).withPages(pages).withTriage(new TriageRules(0, 0));
    assertThat(domains(reading.leads("r", 10, DiscoveryTeller.NONE)))
        .containsExactly("cedro.example", "jatoba.example");
    Candidate cedro = store.find(Tenant.DEFAULT, "cedro.example").orElseThrow();
    assertThat(cedro.name()).isEqualTo("Cedro Cargas");
    assertThat(cedro.seen().get(0).url()).isEqualTo("https://guia.example/l");
    assertThat(cedro.seen().get(0).quote()).isEqualTo("Cedro Cargas");
    assertThat(store.find(Tenant.DEFAULT, "frotalume.com").orElseThrow().verdict())
        .isEqualTo(Candidate.Verdict.COMPETITOR);
    assertThat(store.find(Tenant.DEFAULT, "peroba.example")).isEmpty();
    assertThat(store.find(Tenant.DEFAULT, "guia.example").orElseThrow().verdict())
        .isEqualTo(Candidate.Verdict.DIRECTORY);
  }

  @Test
  void withoutRulesEveryCandidateWaitsForAPerson() {
    Discovery waiting = discovery(answering(FREIGHT)).withTriage(TriageRules.NONE);
    assertThat(domains(waiting.leads("r", 10, DiscoveryTeller.NONE))).isEmpty();
    assertThat(store.list(Tenant.DEFAULT, State.WAITING, "", 10)).hasSize(1);
  }
}
