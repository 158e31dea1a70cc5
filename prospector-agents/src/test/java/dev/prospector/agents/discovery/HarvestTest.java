package dev.prospector.agents.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.Candidate.Verdict;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.context.Language;
import dev.prospector.web.WebSearch.Hit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarvestTest {

  static final BusinessContext SELLER =
      BusinessContext.builder()
          .language(Language.PT_BR)
          .items(Items.INDUSTRIES, List.of("transporte rodoviário de cargas"))
          .items(Items.PAINS, List.of("rotas montadas em planilhas"))
          .items(Items.COMPETITORS, List.of("Frotalume", "trilhamestre.com.br"))
          .items(Items.AVOID_COMPANIES, List.of("Quintal da Mangaba Ltda"))
          .items(Items.AVOID_DOMAINS, List.of("amiga.example"))
          .build();

  private static final PlannedQuery QUERY =
      new PlannedQuery(
          "cargas planilhas", PlannedQuery.Strategy.PROBLEM, "pt-BR", "Brasil", "BR", "x");

  private final Harvest harvest =
      new Harvest(SELLER, "disse-nao.example"::equals, "cliente.example"::equals);

  private Candidate one(String url, String title) {
    return harvest.of(QUERY, List.of(new Hit(url, title, ""))).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.aroeira.com.br/frota,Aroeira Transportes | Frota,KEPT",
    "https://aroeira.example:8080/,Aroeira,KEPT",
    "https://br.linkedin.com/company/aroeira,Aroeira | LinkedIn,SOCIAL",
    "https://www.instagram.com/aroeira/,Aroeira,SOCIAL",
    "https://produto.mercadolivre.com.br/MLB-1,Caminhão,MARKETPLACE",
    "https://www.amazon.de/dp/1,Karton,MARKETPLACE",
    "https://guia.example/transportadoras,Lista de transportadoras de Curitiba,DIRECTORY",
    "https://revista.example/top,As 50 maiores transportadoras,DIRECTORY",
    "https://trade.example/m,Members of the freight association,DIRECTORY",
    "https://www.frotalume.com/clientes,Frotalume - telemetria,COMPETITOR",
    "https://trilhamestre.com.br/,Início,COMPETITOR",
    "https://cedro.example/,Cedro usa Frotalume,KEPT",
    "https://quintaldamangaba.example/,Quintal da Mangaba,SUPPRESSED",
    "https://loja.amiga.example/,Amiga,SUPPRESSED",
    "https://disse-nao.example/,Disse Não,SUPPRESSED",
    "https://www.cliente.example/,Cliente,KNOWN",
    "https://pt.wikipedia.org/wiki/Transporte,Transporte,NOT_A_COMPANY",
    "https://g1.globo.com/economia/x,Frete sobe,NOT_A_COMPANY",
    "https://www.antt.gov.br/rntrc,RNTRC,NOT_A_COMPANY",
    "https://www.ufpr.edu.br/,UFPR,NOT_A_COMPANY",
    "https://globology.example/,Globology,KEPT",
    "https://amazonia-cargas.example/,Amazônia Cargas,KEPT"
  })
  void whatAHitIsIsSaidWithItsReason(String url, String title, Verdict verdict) {
    Candidate candidate = one(url, title);
    assertThat(candidate.verdict()).isEqualTo(verdict);
    assertThat(candidate.reason()).isNotBlank();
    assertThat(candidate.seen().get(0).url()).isEqualTo(url);
  }

  @Test
  void candidatesAreCompaniesAndNotPages() {
    List<Candidate> found =
        harvest.of(
            QUERY,
            List.of(
                new Hit("https://aroeira.com.br/a", "Contato", "Fale conosco"),
                new Hit(
                    "https://blog.aroeira.com.br/b",
                    "Aroeira Cargas | Blog",
                    "Transporte de cargas"),
                new Hit("https://ipe.com.br/", "Ipê", "")));
    assertThat(found).extracting(Candidate::domain).containsExactly("aroeira.com.br", "ipe.com.br");
    assertThat(found.get(0).seen()).hasSize(2);
    assertThat(found.get(0).name()).isEqualTo("Aroeira Cargas");
    assertThat(found.get(0).website()).isEqualTo("https://aroeira.com.br/");
    assertThat(found.get(0).country()).isEqualTo("BR");
  }

  @ParameterizedTest
  @CsvSource({
    "https://aroeira.com.br/,Transporte de cargas - Aroeira Transportes,Aroeira Transportes",
    "https://transjota.com.br/,Início | Transjota,Transjota",
    "https://xpto.com.br/,Melhor frete do Brasil,''",
    "https://www.ab.com.br/,AB | Cargas,AB",
    "https://ipe.com.br/,'',''"
  })
  void aNameIsPartOfTheTitleThatItsDomainAgreesWith(String url, String title, String name) {
    assertThat(one(url, title).name()).isEqualTo(name);
  }

  @Test
  void whatIsLookedForFitsBetterThanWhatIsNot() {
    Hit freight =
        new Hit("https://a.example/", "Transporte de cargas", "Rotas em planilhas, frete, cargas");
    Hit dentist = new Hit("https://b.example/", "Clínica", "Implantes e ortodontia em Curitiba");
    List<Candidate> found = harvest.of(QUERY, List.of(freight, dentist));
    assertThat(found.get(0).fit()).isGreaterThan(0.3).isLessThanOrEqualTo(1);
    assertThat(found.get(1).fit()).isZero();
    // A fit does not depend on what else was found.
    assertThat(harvest.of(QUERY, List.of(freight)).get(0).fit()).isEqualTo(found.get(0).fit());
  }

  @Test
  void whatIsNoAddressIsNoCandidate() {
    assertThat(harvest.of(QUERY, List.of(new Hit("https://[::", "x", ""), new Hit("", "", ""))))
        .isEmpty();
  }
}
