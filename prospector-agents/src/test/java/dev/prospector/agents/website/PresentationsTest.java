package dev.prospector.agents.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.testkit.OneStep;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the documents that a site links to, those are read that present the company. */
class PresentationsTest {

  private static final String SITE = "https://frotaazul.example";

  @ParameterizedTest
  @CsvSource({
    "/docs/apresentacao-institucional.pdf,'',true",
    "/a.pdf,Apresentação da empresa,true",
    "/Company_Profile_2026.PDF?v=2,'',true",
    "/files/portf%C3%B3lio.pdf,'',true",
    "/folder.pdf,'',true",
    "/doc123.pdf,Download our corporate brochure,true",
    "/unternehmenspr%C3%A4sentation.pdf,'',true",
    "/presentacion.pdf,'',true",
    "/institucional/tabela-de-precos.pdf,Tabela de preços,false",
    "/manual.pdf,Manual do usuário,false",
    "/edital.pdf,'',false",
    "/apresentacao.html,Apresentação,false",
    "/apresentacao,Apresentação,false"
  })
  void itsNameOrItsLinkSaysSo(String path, String text, boolean expected) {
    assertThat(Presentations.is(SITE + path, text)).isEqualTo(expected);
  }

  @Test
  void twoPresentationsAreReadAndOtherDocumentsAreNotAskedFor() {
    List<String> asked = new ArrayList<>();
    String home =
        "<html><body><h1>Frota Azul</h1><p>Transporte de cargas em todo o Brasil desde 1987.</p>"
            + "<a href='/apresentacao.pdf'>Baixe</a><a href='/p2.pdf'>Apresentação 2</a>"
            + "<a href='/p3.pdf'>Apresentação 3</a><a href='/precos.pdf'>Preços</a></body></html>";
    PageSource pages =
        new PageSource() {
          @Override
          public PageLookup fetch(String url) {
            asked.add(url);
            String body =
                url.endsWith(".pdf")
                    ? "<html><head><title>Quem somos</title></head><body><main><section>"
                        + "<p>A frota tem 120 caminhões e 14 filiais no país.</p>"
                        + "</section></main></body></html>"
                    : home;
            return new PageLookup.Found(url, url, 200, Map.of(), body, null);
          }

          @Override
          public List<String> known(String host) {
            return List.of(SITE + "/manual.pdf");
          }

          @Override
          public String identity() {
            return "site";
          }
        };
    Website website =
        OneStep.of(new WebsiteAgent())
            .site(SITE + "/", home)
            .pages(pages)
            .after(new IntakeAgent())
            .run()
            .written();
    assertThat(asked)
        .contains(SITE + "/apresentacao.pdf", SITE + "/p2.pdf")
        .doesNotContain(SITE + "/p3.pdf", SITE + "/precos.pdf", SITE + "/manual.pdf");
    assertThat(website.pages()).extracting(SitePage::url).contains(SITE + "/apresentacao.pdf");
  }
}
