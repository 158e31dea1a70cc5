package dev.prospector.agents.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.page.PageText.Region.Kind;
import dev.prospector.agents.page.layout.PageRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services, description, customers and founding years as pages put them. */
class StatedOnPagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nossos serviços\\n"
            + "Mudanças residenciais\\n"
            + "De porta em porta, com seguro.\\n"
            + "Guarda-móveis\\n"
            + "Boxes de 2 a 40 m, limpos.\\n"
            + "Contato\\n"
            + "Rua A|Mudanças residenciais;Guarda-móveis",
        "Our services\\nFreight\\nStorage\\nPacking|Freight;Storage;Packing",
        "Unsere Leistungen\\n"
            + "Wartung\\n"
            + "Wir warten alles im Haus.\\n"
            + "Montage\\n"
            + "Wir bauen auf.|Wartung;Montage",
        "Nossos serviços incluem: pintura predial, lavagem de fachadas e impermeabilização.|pintura"
            + " predial;lavagem de fachadas;impermeabilização",
        "We offer services such as towing, recovery and storage.|towing;recovery;storage",
        "Services\\n"
            + "Towing\\n"
            + "Learn more\\n"
            + "Recovery\\n"
            + "Learn more\\n"
            + "Storage\\n"
            + "Learn more|Towing;Recovery;Storage",
        "Servicios\\nContacto\\nBlog\\nInicio|",
        "Our services are loved by everybody in town.|",
        "Services\\nOne title|",
        "Nossos serviços são os melhores da região.|"
      })
  void servicesAreTakenFromCardsListsAndSentences(String text, String expected) {
    List<String> services =
        CompanyFacts.find(text.replace("\\n", "\n")).stream()
            .filter(f -> f.kind() == CompanyFact.Kind.SERVICE)
            .map(CompanyFact::value)
            .toList();
    assertThat(String.join(";", services)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Desde 18 de novembro de 2019|2019",
        "Tivemos início em 2013.|2013",
        "Começamos nossas atividades em março de 2004 em Bauru.|2004",
        "Wir wurden 1987 gegründet|",
        "Gegründet im Jahr 1987|1987",
        "We opened our doors in 1999|1999",
        "Iniciamos a reforma do depósito do cliente|",
        "Tivemos 2013 visitas|",
        "Desde que abrimos, em 10 de maio|"
      })
  void yearsOfFoundingAreReadInWords(String text, String expected) {
    List<String> years =
        CompanyFacts.find(text).stream()
            .filter(f -> f.kind() == CompanyFact.Kind.FOUNDED)
            .map(CompanyFact::value)
            .toList();
    assertThat(String.join(";", years)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Logo Acme|Acme",
        "Acme logo|Acme",
        "Cliente Transportes Vale|Transportes Vale",
        "logo-cliente-3|",
        "client 1|",
        "Our happy clients at the fair this summer in town|",
        "IMG|IMG"
      })
  void logosNameCustomersWithoutTheWordsOfTheirKind(String alt, String expected) {
    assertThat(ShownCustomers.ofLogo(alt).orElse("")).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme Foods\\nAnn Lee, Account Manager\\nBirch Retail|Acme Foods;Birch Retail",
        "Acme Foods\\nAna Prado - Gerente comercial|Acme Foods",
        "Acme Foods\\nUlf Brandt (Inhaber)|Acme Foods",
        "Acme Foods\\nHugo Boss|Acme Foods;Hugo Boss",
        "Acme Foods\\nBirch Retail, Leeds|Acme Foods;Birch Retail, Leeds",
        "Acme Foods\\nMaria Filó - Moda|Acme Foods;Maria Filó - Moda"
      })
  void whoIsToldWithATitleIsNoCustomer(String lines, String expected) {
    List<Line> said = new ArrayList<>();
    said.add(new Line("Our clients", 0, Kind.MAIN, PageRole.OWN));
    for (String line : lines.split("\\\\n")) {
      said.add(new Line(line, 0, Kind.MAIN, PageRole.OTHERS));
    }
    List<String> names = ShownCustomers.in(said).stream().map(Line::text).toList();

    assertThat(String.join(";", names)).isEqualTo(expected);
  }
}
