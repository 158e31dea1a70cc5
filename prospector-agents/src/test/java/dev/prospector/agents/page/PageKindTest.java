package dev.prospector.agents.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageKindTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com,HOME",
    "https://example.com/?utm=1,HOME",
    "https://example.com/pt-br/,HOME",
    "https://example.com/index.php,HOME",
    "https://example.com/contact-us.html,CONTACT",
    "https://example.com/fale-conosco,CONTACT",
    "https://example.com/es/cont%C3%A1ctenos/,CONTACT",
    "https://example.com/quem-somos,ABOUT",
    "https://example.com/empresa/equipe,TEAM",
    "https://example.com/nuestros-servicios,SERVICES",
    "https://example.com/products/drills,SERVICES",
    "https://example.com/planos-e-precos,PRICING",
    "https://example.com/trabalhe-conosco,JOBS",
    "https://example.com/politica-de-privacidade,LEGAL",
    "https://example.com/impressum,IMPRINT",
    "https://example.com/contato/index.html,CONTACT",
    "https://example.com/de/kontakt/default.aspx,CONTACT",
    "https://example.com/blog/our-services,NEWS",
    "https://example.com/aviso-legal,IMPRINT",
    "https://example.com/termos-de-uso,LEGAL",
    "https://example.com/2019/03/a-long-story-about-our-contact-with-bears,NEWS"
  })
  void theAddressTellsTheKind(String url, PageKind expected) {
    assertThat(PageKind.of(url, List.of())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Contato - Padaria Central,CONTACT",
    "Padaria Central | Quem somos,ABOUT",
    "Sobre nós,ABOUT",
    "About us and how we bake our bread each day since 1950,OTHER",
    "Contact lenses for sensitive eyes,OTHER"
  })
  void theTitleTellsTheKindWhereTheAddressSaysNothing(String title, PageKind expected) {
    assertThat(PageKind.of("https://example.com/p/17", List.of(title))).isEqualTo(expected);
  }
}
