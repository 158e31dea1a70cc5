package dev.prospector.agents.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.agents.argument.Overlap;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.prompt.PromptLead;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.lead.Lead;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A message says what only its company says of itself. */
class MessagesAreSpecificTest {

  /** A site and the sentences of it that are facts to write about. */
  private record Site(String domain, String name, String frame, List<String> facts) {}

  private static final List<Site> SITES =
      List.of(
          new Site(
              "geloforte.example",
              "Gelo Forte",
              "Distribuímos congelados para mercados e restaurantes do litoral.",
              List.of(
                  "Inauguramos em julho de 2026 uma câmara fria em Itajaí.",
                  "As entregas atrasadas nos custam clientes toda semana.")),
          new Site(
              "madeiranobre.example",
              "Madeira Nobre",
              "Fabricamos portas e janelas de madeira sob medida.",
              List.of(
                  "Em maio de 2026 contratamos doze mecânicos para a nova linha.",
                  "O custo de combustível das visitas subiu demais e nos preocupa.")),
          new Site(
              "paoquente.example",
              "Pão Quente",
              "Somos uma panificadora que abastece escolas e hospitais.",
              List.of(
                  "A diretoria está avaliando fornecedores de rastreamento para os furgões.",
                  "Infelizmente as entregas atrasadas viraram rotina na periferia.")),
          new Site(
              "petrolog.example",
              "Petrolog",
              "Fazemos o transporte de combustíveis para postos do interior.",
              List.of(
                  "Ampliamos a frota em agosto de 2026 com trinta caminhões.",
                  "O custo de combustível já é o nosso maior problema.")));

  private static LeadResult run(Site site, List<String> facts) {
    StringBuilder text =
        new StringBuilder("<h1>" + site.name() + "</h1><p>" + site.frame() + "</p>");
    facts.forEach(fact -> text.append("<p>").append(fact).append("</p>"));
    SiteFixture pages =
        new SiteFixture()
            .page(
                "http://" + site.domain() + "/",
                "<html lang=pt><head><title>"
                    + site.name()
                    + "</title></head><body><main>"
                    + text
                    + "</main><footer>contato@"
                    + site.domain()
                    + " (11) 4002-8922</footer></body></html>");
    Lead lead = SiteFixture.lead("1", site.name(), site.domain());
    Prospector prospector =
        Prospector.builder().businessContext(PromptLead.SELLER).pages(pages).build();
    RunOptions options =
        RunOptions.defaults()
            .withAsOf(LocalDate.of(2026, 11, 20).atStartOfDay().toInstant(ZoneOffset.UTC));
    try (Run run =
        prospector.start(
            Pipelines.enhanced(Tier.NOT_QUALIFIED), List.of(lead).iterator(), options)) {
      return run.results().findFirst().orElseThrow();
    }
  }

  private static List<Messages.Draft> primary(LeadResult result) {
    return result.dossier().find(Messages.KEY).orElseThrow().drafts().stream()
        .filter(d -> d.kind() == Messages.Kind.PRIMARY)
        .toList();
  }

  private static long factsCited(Messages.Draft draft, Site site) {
    Stream<String> quotes =
        draft.sentences().stream()
            .map(Statement::basis)
            .flatMap(List::stream)
            .map(claim -> claim.quote());
    List<String> all = quotes.toList();
    return site.facts().stream()
        .filter(fact -> all.stream().anyMatch(q -> fact.contains(q) || q.contains(fact)))
        .count();
  }

  @Test
  void aPrimaryMessageCitesTwoFactsWhereThereAreTwo() {
    for (Site site : SITES) {
      List<Messages.Draft> drafts = primary(run(site, site.facts()));
      assertThat(drafts).extracting(Messages.Draft::channel).contains(Channel.EMAIL, Channel.PHONE);
      for (Messages.Draft draft : drafts) {
        assertThat(factsCited(draft, site)).as("%s: %s", site.name(), draft.body()).isEqualTo(2);
        assertThat(draft.found()).isEmpty();
      }
    }
  }

  @Test
  void messagesOfTwoCompaniesShareLessThanHalfTheirWords() {
    List<String> bodies = new ArrayList<>();
    for (Site site : SITES) {
      bodies.add(email(run(site, site.facts())));
    }
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < bodies.size(); i++) {
      for (int j = i + 1; j < bodies.size(); j++) {
        sum += Overlap.of(bodies.get(i), bodies.get(j));
        pairs++;
      }
    }
    assertThat(sum / pairs).as(String.join("\n", bodies)).isLessThan(.5);
  }

  private static String email(LeadResult result) {
    return primary(result).stream()
        .filter(d -> d.channel() == Channel.EMAIL)
        .map(Messages.Draft::body)
        .findFirst()
        .orElse("");
  }

  @Test
  void aMessageChangesWithEachFactThatIsTakenAway() {
    for (Site site : SITES) {
      String whole = email(run(site, site.facts()));
      String one = email(run(site, site.facts().subList(0, 1)));
      LeadResult without = run(site, List.of());
      assertThat(one).isNotEqualTo(whole).doesNotContain(site.facts().get(1));
      String none = email(without);
      assertThat(none).isNotEqualTo(one);
      assertThat(site.facts()).noneMatch(none::contains);
      if (none.isEmpty()) {
        assertThat(without.dossier().find(Messages.KEY).orElseThrow().missing()).isNotBlank();
      }
    }
  }
}
