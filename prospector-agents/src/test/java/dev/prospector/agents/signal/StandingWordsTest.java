package dev.prospector.agents.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.page.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on a page all the time, and the name of a place, announce nothing. */
class StandingWordsTest {

  private static String kind(String code, String sentence) {
    Language language =
        switch (code) {
          case "pt" -> Language.PORTUGUESE;
          case "es" -> Language.SPANISH;
          default -> Language.ENGLISH;
        };
    Optional<Trigger> found = Triggers.in(sentence, language, List.of(), true);
    return found.map(trigger -> trigger.kind().name()).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Our opening hours differ between the store in Leeds and the office.",
        "en|Opening times of the new warehouse and its office:",
        "en|Goods purchased by a company can be exchanged within a month.",
        "en|We are required by law to keep invoices for six years.",
        "en|This oven sets a new standard for bakery rules of hygiene.",
        "en|The clinic is a practice with a headquarters in New Hampshire.",
        "en|I want to see the opening of a branch near my home.",
        "pt|Consulte o horário de abertura da loja e do escritório.",
        "pt|Preciso de uma nova unidade de medida para o pedido.",
        "pt|A clínica fica em Nova Friburgo, ao lado da loja.",
        "es|Vea los horarios de apertura de la tienda y la oficina.",
        "es|La oficina está en Nuevo León, junto a la tienda."
      })
  void announcesNothing(String code, String sentence) {
    assertThat(kind(code, sentence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|We opened a new store in New York in May 2026.|EXPANSION",
        "en|Unlike most hauliers, we opened a new branch in Leeds in May 2026.|EXPANSION",
        "en|We opened a new branch in Leeds in May 2026, unlike most of the trade.|EXPANSION",
        "en|I am opening a second branch in Leeds in March 2027.|EXPANSION",
        "en|We purchased our competitor, a company of Leeds, in May 2026.|MERGER",
        "pt|Inauguramos em maio de 2026 uma loja em Nova Friburgo.|EXPANSION",
        "es|Inauguramos en mayo de 2026 una planta en Nuevo León.|EXPANSION"
      })
  void newsStaysNews(String code, String sentence, String expected) {
    assertThat(kind(code, sentence)).isEqualTo(expected);
  }

  /** What another company did, which stands beside words of our own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Unlike Brackenway, which opened a branch in Glasgow in March 2026, we stay small.",
        "en|We stay small, unlike Brackenway, which opened a branch in Glasgow in March 2026.",
        "es|Somos pequeños, a diferencia de Gama, que inauguró una sucursal en Puebla en 2026.",
        "pt|Somos daqui, ao contrário da Alfa, que abriu uma filial em Recife em 2026.",
        "en|Compared with Alder Freight, which raised $12 million in March 2026, we are a family.",
        "pt|Ao contrário da Alfa Cargas, que abriu uma filial em Recife em 2026, somos daqui.",
        "pt|Diferente da Beta Cargas, que recebeu um aporte de R$ 5 milhões, nós crescemos"
            + " devagar.",
        "es|A diferencia de Gama, que abrió una sucursal en Puebla en 2026, nosotros no crecemos."
      })
  void whatAnotherDidIsNoNews(String code, String sentence) {
    assertThat(kind(code, sentence)).isEmpty();
  }

  /** What readers may do, what people did, where jobs are listed; and the same words as news. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Apply in minutes to open a store card and save on your first order.|",
        "en|To open a store account, fill in the form below.|",
        "en|Everyone that purchased tickets from Applause or one of the company packages calls.|",
        "en|Guests who acquired a share with our company may book one of our rooms.|",
        "en|This channel allows the transfer of new employees to a UK branch of the organisation.|",
        "en|For current job openings and to send resumes.|",
        "en|View job openings currently available.|",
        "en|Human Resources - for current job openings and to send a letter.|",
        "en|Everyone that bought a ticket at the box office of the harbour last summer, or who"
            + " purchased one of our company packages, is invited.|",
        "en|We have opened applications for two job openings in Leeds.|HIRING",
        "pt|Saiba como abrir uma loja franqueada na sua cidade.|",
        "pt|Para abrir uma filial é preciso alvará.|",
        "pt|Os hóspedes que compraram da empresa Applause podem trocar no balcão.|",
        "pt|Consulte vagas disponíveis no mural.|",
        "es|Rellene el formulario para abrir una cuenta en la tienda.|",
        "es|Los huéspedes que adquirieron de la compañía Applause pueden cambiarlo.|",
        "es|Consulte vacantes disponibles en el portal.|",
        "en|We plan to open a store in Leeds in March 2027.|EXPANSION",
        "en|Millbrook is to open a second branch in Leeds in March 2027.|EXPANSION",
        "en|We acquired the company of a neighbour in May 2026.|MERGER",
        "en|Our new distribution centre in Leeds serves the whole north.|EXPANSION",
        "en|The new plant that opened in May 2026 doubles our output.|EXPANSION",
        "en|We have job openings for drivers in Leeds.|HIRING",
        "en|For our Leeds depot we are hiring two drivers.|HIRING",
        "pt|Vamos abrir uma filial em Campinas em março de 2027.|EXPANSION",
        "pt|Comunicamos que abrimos uma filial em Campinas em maio de 2026.|EXPANSION",
        "pt|Investimos R$ 5 milhões para abrir uma unidade em Campinas.|EXPANSION",
        "pt|A nova fábrica em Campinas abriu em maio de 2026.|EXPANSION",
        "es|Vamos a abrir una sucursal en Burgos en marzo de 2027.|EXPANSION",
        "es|Nuestra nueva planta de Burgos abrió en mayo de 2026.|EXPANSION",
        "es|Tenemos vacantes para conductores en Burgos.|HIRING"
      })
  void whatReadersMayDoAndPeopleDidIsNoNews(String code, String sentence, String expected) {
    assertThat(kind(code, sentence)).isEqualTo(expected == null ? "" : expected);
  }
}
