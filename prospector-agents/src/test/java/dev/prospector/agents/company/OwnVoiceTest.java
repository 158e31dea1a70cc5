package dev.prospector.agents.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.run.Run;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a company says of itself: its values, whom it sells to, what it did. */
class OwnVoiceTest {

  private static final String READ = "2026-10-05T12:00:00Z";

  /** One page, read at a time. */
  private record OnePage(String body) implements PageSource {
    @Override
    public PageLookup fetch(String url) {
      String home = "http://verdelar.example/";
      return url.startsWith("http://verdelar.example") && url.length() <= home.length()
          ? new PageLookup.Found(home, home, 200, Map.of(), body, Instant.parse(READ))
          : new PageLookup.Absent(url, "the test has no such page");
    }

    @Override
    public String identity() {
      return "one page " + body.hashCode();
    }

    @Override
    public boolean isFixed() {
      return true;
    }
  }

  private static CompanyProfile profile(String language, String main) {
    String filler =
        switch (language) {
          case "en" -> "We have cared for gardens in this region with our own crew for many years.";
          case "es" ->
              "Cuidamos jardines de esta zona con un equipo propio desde hace muchos años.";
          default -> "Cuidamos de jardins desta região com uma equipe própria há muitos anos.";
        };
    String page =
        "<html lang=%s><head><title>Verdelar</title></head><body><main><h1>Verdelar</h1><p>%s</p>%s</main></body></html>"
            .formatted(language, filler, main);
    return profileOf(page);
  }

  private static CompanyProfile profileOf(String page) {
    Prospector prospector = Prospector.builder().pages(new OnePage(page)).build();
    try (Run run =
        prospector.start(
            Pipelines.standard(), List.of(SiteFixture.lead("1", "Verdelar", "verdelar.example")))) {
      return run.results()
          .findFirst()
          .orElseThrow()
          .dossier()
          .find(CompanyProfile.KEY)
          .orElseThrow();
    }
  }

  private static List<String> values(String language, String main) {
    return profile(language, main).values().stream().map(Fact.Known::known).toList();
  }

  @Test
  void valuesAreReadUnderTheirHeadingAndEndWhereTheListDoes() {
    assertThat(
            values(
                "pt",
                "<h2>Nossos valores</h2><ul><li>Ética</li><li>Respeito às pessoas</li>"
                    + "<li>Pontualidade: chegamos na hora</li></ul><h2>Nossa equipe</h2><p>São doze"
                    + " jardineiros.</p><p>Segurança do trabalho</p>"))
        .containsExactly("Ética", "Respeito às pessoas", "Pontualidade");
    assertThat(values("en", "<h2>Our values</h2><p>Integrity</p><p>Teamwork</p>"))
        .containsExactly("Integrity", "Teamwork");
    assertThat(values("es", "<p>Valores: honestidad, compromiso y respeto.</p>"))
        .containsExactly("honestidad", "compromiso y respeto");
  }

  @Test
  void pricesAndPassingWordsAreNoValues() {
    assertThat(values("pt", "<h2>Valores</h2><p>Corte de grama: R$ 120</p>")).isEmpty();
    assertThat(values("pt", "<p>Trabalhamos com qualidade e respeito.</p>")).isEmpty();
    assertThat(values("en", "<h2>Property values</h2><p>Quality homes</p>")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Atendemos empresas e condomínios de toda a região.|BUSINESSES",
        "pt|Temos planos para a sua casa e para a sua empresa.|BOTH",
        "pt|Nossos clientes são prefeituras e autarquias do estado.|PUBLIC",
        "pt|Fazemos o jardim da sua família crescer: serviço para sua casa.|CONSUMERS",
        "pt|Não atendemos pessoas físicas.|",
        "en|We serve businesses across the valley.|BUSINESSES",
        "en|We plant and prune for homeowners in the county.|CONSUMERS",
        "en|Our customers are local authorities and the public sector.|PUBLIC",
        "en|We do not work for companies.|",
        "es|Trabajamos para empresas y para tu hogar.|BOTH",
        "es|Ofrecemos servicios a empresas de la comarca.|BUSINESSES",
        "es|¿Buscas un jardinero para tu casa?|"
      })
  void whomItSellsToIsReadFromItsOwnSentences(String language, String said, String expected) {
    Fact<SellsTo> sellsTo = profile(language, "<p>" + said + "</p>").sellsTo();
    assertThat(sellsTo.value().map(Enum::name).orElse(""))
        .isEqualTo(expected == null ? "" : expected);
    assertThat(sellsTo.claims()).allMatch(claim -> said.contains(claim.quote().strip()));
  }

  @Test
  void whatItDidIsReadWithItsDateAndOnlyWhereItIsRecent() {
    List<CompanyProfile.Activity> activities =
        profile(
                "pt",
                "<p>Em agosto de 2026 abrimos um viveiro em Itu.</p>"
                    + "<p>Em março de 2019 mudamos para a sede atual.</p>"
                    + "<h3>Maio de 2026</h3><p>Plantamos duzentas árvores na praça da matriz.</p>"
                    + "<p>A prefeitura acompanhou o plantio de perto.</p>"
                    + "<h3>Contato</h3><p>Atualizado em setembro de 2026.</p>")
            .activities();
    assertThat(activities)
        .extracting(a -> a.what().known())
        .containsExactly(
            "Em agosto de 2026 abrimos um viveiro em Itu.",
            "Plantamos duzentas árvores na praça da matriz.");
    assertThat(activities)
        .extracting(a -> a.date().known().toString())
        .containsExactly("2026-08", "2026-05");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Última atualização em abril de 2026.",
        "pt|Esta página foi revisada em maio de 2026.",
        "pt|Última revisão: julho de 2026.",
        "en|This page was last modified in April 2026.",
        "en|Our terms were reviewed in May 2026.",
        "es|Última modificación en junio de 2026.",
        "es|Aviso publicado el 3 de mayo de 2026."
      })
  void whenAPageWasWrittenIsNothingThatTheCompanyDid(String language, String said) {
    assertThat(profile(language, "<p>" + said + "</p>").activities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We are working hard to bring you a new online home.|",
        "We are preparing our new website for you and your family.|",
        "We build new websites for bakeries and butchers.|We build new websites for bakeries and"
            + " butchers.",
      })
  void aNoticeThatASiteIsBeingBuiltDescribesNoCompany(String said, String expected) {
    String page =
        "<html lang=en><head><title>Oak</title></head><body><p>" + said + "</p></body></html>";
    assertThat(profileOf(page).description().value().orElse(""))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aWaitOrASizeIsNoChallengeAndAComplaintIs() {
    List<String> challenges =
        profile(
                "pt",
                "<p>A filial abriu em março e ainda temos lugar no pátio.</p>"
                    + "<p>Perdemos três horas por dia com retrabalho nas nossas ordens.</p>")
            .challenges()
            .stream()
            .map(Fact.Known::best)
            .map(Claim::quote)
            .toList();
    assertThat(challenges)
        .containsExactly("Perdemos três horas por dia com retrabalho nas nossas ordens.");
  }
}
