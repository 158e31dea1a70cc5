package dev.prospector.agents.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.page.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsTest {

  private static List<Signal> signals(String text, Language language) {
    return Signals.in(text, 0, text.length(), language, 2026);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Estamos contratando.",
        "pt|Temos três vagas abertas para motorista em Limeira.",
        "pt|Procuramos um técnico de refrigeração para integrar a equipa.",
        "pt|Contrata-se mecânico com experiência.",
        "en|We are hiring two fitters for our Leeds depot.",
        "en|We're looking for a baker to join us in March 2026.",
        "en|The company currently has several vacancies for drivers.",
        "es|Buscamos un chofer para nuestro equipo de reparto.",
        "es|Tenemos cuatro vacantes en Puebla.",
        "es|Se solicita ayudante general."
      })
  void whoAnnouncesOpenPositionsIsHiring(String code, String sentence) {
    assertThat(signals("Quem somos\n" + sentence + "\nRua A, 1", language(code)))
        .singleElement()
        .satisfies(s -> assertThat(s.kind()).isEqualTo(Signal.Kind.HIRING))
        .satisfies(
            s ->
                assertThat(s.sentence().of("Quem somos\n" + sentence + "\nRua A, 1"))
                    .isEqualTo(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Não há vagas abertas no momento.",
        "pt|No momento não temos vagas.",
        "pt|Infelizmente as vagas para motorista foram preenchidas.",
        "pt|Em 2019 estávamos contratando motoristas.",
        "pt|Temos vagas de estacionamento para clientes.",
        "pt|Deixe seu currículo para futuras oportunidades.",
        "pt|Quando houver vagas abertas para a sua área, avisamos.",
        "pt|Trabalhe conosco",
        "pt|Nossos clientes estão contratando.",
        "pt|Quiz: qual vaga combina com você?",
        "en|We are not hiring at present.",
        "en|There are no vacancies for drivers right now.",
        "en|Are you hiring?",
        "en|Careers",
        "en|The vacancies for drivers have been filled.",
        "en|If we are hiring, you will read it here.",
        "en|Take our quiz and see which vacancies for bakers suit you.",
        "en|Send your CV for future openings for technicians.",
        "en|We help companies that are hiring.",
        "es|Por ahora no tenemos vacantes.",
        "es|No hay vacantes disponibles.",
        "es|Envíe su currículum a nuestra bolsa de trabajo; buscamos talento para trabajar en"
            + " futuras obras.",
        "es|¿Buscas empleo?",
        "es|Las vacantes de chofer ya están cubiertas."
      })
  void hiringBecauseThereIsAPageOfOpenings(String code, String sentence) {
    assertThat(signals(sentence, language(code))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Vagas abertas em Limeira|Não há vagas abertas.",
        "en|Openings for drivers in Leeds|There are none at the moment.",
        "es|Vacantes para choferes|Por el momento no hay."
      })
  void aHeadingThatTheNextLineTakesBackAnnouncesNothing(String code, String heading, String next) {
    assertThat(signals(heading + "\n" + next, language(code))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Em março de 2026 inauguramos a filial de Contagem.|true",
        "pt|Inauguramos a segunda câmara fria.|false",
        "en|We opened our new branch in York in May 2026.|true",
        "es|Vamos a abrir una sucursal en Toluca.|false"
      })
  void whoOpensABranchGrowsAndADateIsToldFromNone(String code, String sentence, boolean dated) {
    assertThat(signals(sentence, language(code)))
        .singleElement()
        .satisfies(s -> assertThat(s.kind()).isEqualTo(Signal.Kind.EXPANSION))
        .satisfies(s -> assertThat(s.dated()).isEqualTo(dated));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Em 1998 inauguramos a filial de Contagem.",
        "en|In 2012 the company opened a new office in York.",
        "es|En 2005 inauguramos la planta."
      })
  void whatWasDoneYearsAgoIsNoNews(String code, String sentence) {
    assertThat(signals(sentence, language(code))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Perdemos pedidos no fim de semana porque ninguém atende.|OWN",
        "pt|O atraso nas entregas é comum no setor.|PROBLEM",
        "pt|Acabe com o atraso nas suas entregas.|NONE",
        "pt|Entregas sem atraso há trinta anos.|NONE",
        "en|Our drivers are late most mornings and we cannot tell why.|OWN",
        "en|Never lose an order again with our app.|NONE",
        "en|We bake bread.|NONE",
        "es|Todavía llevamos nuestras fichas en papel.|OWN",
        "es|Reduzca los retrasos de sus entregas.|NONE"
      })
  void aComplaintIsToldFromAPromise(String code, String sentence, Complaints.Voice voice) {
    assertThat(Complaints.voice(sentence, language(code))).isEqualTo(voice);
  }

  private static Language language(String code) {
    return switch (code) {
      case "pt" -> Language.PORTUGUESE;
      case "es" -> Language.SPANISH;
      default -> Language.ENGLISH;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Nosso cliente Doces Alfa inaugurou uma nova unidade em Recife em 2026.",
        "pt|Ao contrário da Beta, que abriu uma nova filial em 2026, seguimos pequenos.",
        "en|We stay small, unlike Brackenway, which opened a new depot in Glasgow in 2026.",
        "en|Our client Cobnut opened a new branch in Leeds in 2026.",
        "en|Unlike Brackenway, which opened a new depot in Glasgow in 2026, we stay small.",
        "es|Nuestro cliente Farmacias Gama inauguró una nueva sucursal en Cholula en 2026."
      })
  void whoSpeaksOfAnothersGrowthDoesNotGrow(String code, String sentence) {
    assertThat(signals(sentence, language(code))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt|Inauguramos uma nova unidade em Recife em 2026.",
        "en|We opened a new branch in Leeds in 2026.",
        "es|Inauguramos una nueva sucursal en Cholula en 2026."
      })
  void whoTellsOfItsOwnGrowthGrows(String code, String sentence) {
    assertThat(signals(sentence, language(code)))
        .singleElement()
        .satisfies(s -> assertThat(s.kind()).isEqualTo(Signal.Kind.EXPANSION));
  }
}
