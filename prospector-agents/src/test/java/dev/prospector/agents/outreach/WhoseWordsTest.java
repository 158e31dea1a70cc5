package dev.prospector.agents.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.prompt.PromptLead;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.call.Effect;
import dev.prospector.context.Language;
import dev.prospector.evidence.Snapshot.Publisher;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.web.WebSearch;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others say of a company is never told as its own words. */
class WhoseWordsTest {

  private static final String PAPER = "http://jornal.example/gelo";

  private static LeadResult run(String ownText, String news, String technology) {
    SiteFixture site =
        new SiteFixture()
            .page(
                "http://geloforte.example/",
                "<html lang=pt><head><title>Gelo Forte</title>"
                    + technology
                    + "</head><body><main><h1>Gelo Forte</h1><p>Somos uma distribuidora de"
                    + " congelados para mercados do litoral.</p>"
                    + ownText
                    + "</main><footer>contato@geloforte.example (11)"
                    + " 4002-8922</footer></body></html>")
            .page(
                PAPER,
                "<html lang=pt><body><article><h1>Negócios</h1><p>"
                    + news
                    + "</p></article></body></html>");
    Prospector prospector =
        Prospector.builder()
            .businessContext(PromptLead.SELLER.toBuilder().language(Language.EN).build())
            .pages(site)
            .search(new OneHit())
            .build();
    RunOptions options =
        RunOptions.defaults()
            .withAsOf(LocalDate.of(2026, 11, 20).atStartOfDay().toInstant(ZoneOffset.UTC));
    try (Run run =
        prospector.start(
            Pipelines.enhanced(Tier.NOT_QUALIFIED),
            List.of(SiteFixture.lead("1", "Gelo Forte", "geloforte.example")).iterator(),
            options)) {
      return run.results().findFirst().orElseThrow();
    }
  }

  private static final class OneHit implements WebSearch {
    @Override
    public Result search(String query, String country, int limit) {
      return new Result.Hits(List.of(new Hit(PAPER, "Gelo Forte", "")));
    }

    @Override
    public String identity() {
      return "one hit";
    }

    @Override
    public boolean isFixed() {
      return true;
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }
  }

  private static List<Statement> written(LeadResult result) {
    return result.dossier().find(Messages.KEY).orElseThrow().drafts().stream()
        .flatMap(draft -> draft.sentences().stream())
        .toList();
  }

  private static List<Statement> by(LeadResult result, Publisher publisher) {
    return written(result).stream()
        .filter(s -> s.basis().stream().anyMatch(c -> c.publisher() == publisher))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A Gelo Forte, do site geloforte.example, inaugurou em agosto de 2026 uma câmara em"
            + " Itajaí.",
        "A Gelo Forte (geloforte.example) contratou em setembro de 2026 vinte motoristas em"
            + " Santos.",
        "A Gelo Forte, do site geloforte.example, abriu em julho de 2026 uma filial em Joinville."
      })
  void aSentenceOfAPaperIsToldAsThatOfAnother(String news) {
    List<Statement> others = by(run("", news, ""), Publisher.THIRD_PARTY);
    assertThat(others).isNotEmpty();
    assertThat(others)
        .allMatch(s -> s.text().matches("(?s).*(?:about you|of you|[Oo]thers).*“.*"))
        .noneMatch(s -> s.text().matches("(?s).*(?:your site|yours|[Yy]our page).*“.*"));
  }

  @Test
  void aComplaintOfOthersIsNotQuotedToTheCompany() {
    String complaint =
        "Em agosto de 2026 a Gelo Forte, geloforte.example, inaugurou uma câmara, e os atrasos das"
            + " entregas viraram um problema para os clientes.";
    assertThat(by(run("", complaint, ""), Publisher.THIRD_PARTY)).isEmpty();
  }

  @Test
  void whatTheCompanyTellsItselfGoesBeforeTheSameNewsOfAnother() {
    String own = "<p>Inauguramos em agosto de 2026 uma câmara fria em Itajaí.</p>";
    String news =
        "A Gelo Forte, geloforte.example, inaugurou em agosto de 2026 uma câmara fria em Itajaí.";
    LeadResult result = run(own, news, "");
    assertThat(by(result, Publisher.THIRD_PARTY)).isEmpty();
    assertThat(written(result)).anyMatch(s -> s.text().contains("Inauguramos em agosto"));
  }

  @Test
  void aShopSystemIsNoCompetitorAndTheVerdictRestsOnQuotes() {
    LeadResult result =
        run(
            "<p>O custo de combustível é o nosso maior problema.</p>",
            "Nada de novo.",
            "<meta name=generator content='Wix.com Website Builder'>");
    assertThat(result.dossier().find(Objections.KEY).orElseThrow().objections())
        .noneMatch(o -> o.category() == Objections.Category.COMPETITION);
    assertThat(result.dossier().find(Briefing.KEY).orElseThrow().sections())
        .filteredOn(part -> part.subject() == Briefing.Subject.QUALIFICATION)
        .flatExtracting(Briefing.Part::statements)
        .extracting(Statement::ground)
        .containsExactly(Ground.SIGNALLED);
  }

  @Test
  void ofALongQuoteTheSentenceAboutTheSubjectIsShown() {
    String own =
        "<p>A padaria quer a manteiga antes de assar o pão de manhã; o supermercado da praia só"
            + " recebe até as dez horas; a sorveteria pede gelo aos sábados. As entregas atrasadas"
            + " nos custam clientes toda semana.</p>";
    assertThat(written(run(own, "Nada de novo.", "")))
        .anyMatch(s -> s.text().contains("“As entregas atrasadas nos custam clientes"))
        .noneMatch(s -> s.text().contains("manteiga"));
  }

  private static String described(String words) {
    String description = "<meta name=description content='" + words + "'>";
    return String.join(
        "\n",
        written(run("", "Nada de novo.", description)).stream().map(Statement::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Precisa de ajuda para achar o que procura?",
        "Clique no mapa para achar a sua rota.",
        "Fragen, Wünsche oder Anregungen zu unserem Eis?"
      })
  void aPageThatOnlyAsksOrCallsGivesNoReasonToWrite(String words) {
    assertThat(described(words)).isEmpty();
    assertThat(described("Fazemos gelo em cubos para bares. " + words))
        .contains("Fazemos gelo em cubos para bares.");
  }
}
