package dev.prospector.agents.heard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question or an order to a reader states nothing; what a company says of itself does. */
class RequestsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do I descale a kettle?",
        "Which planets have rings",
        "Tell me a joke about ferries.",
        "Please describe the water cycle in two lines.",
        "Write an ode to autumn.",
        "Translate this into Latin: 'good morning'",
        "I would like you to rank these cheeses.",
        "Can you count backwards from ten",
        "List the moons of Saturn.",
        "Como faço um bolo de cenoura?",
        "Me explique a fotossíntese.",
        "Escreva um poema sobre o mar.",
        "Por favor, traduza esta frase para o francês.",
        "Quero que você conte até cem.",
        "Sugira um filme para hoje à noite.",
        "¿Cuántos huesos tiene el cuerpo humano?",
        "Escribe una carta a mi vecino.",
        "Dime la capital de Mongolia.",
        "Recomiende un libro de cocina.",
        "Erklären Sie die Schwerkraft.",
        "Schreibe ein Gedicht über den Regen.",
        "Bitte nenne drei Flüsse in Asien.",
        "Wie viele Zähne hat ein Hai?"
      })
  void aQuestionOrAnOrderIsARequest(String words) {
    boolean asks = !words.equals("Which planets have rings");
    assertThat(Requests.are(words)).isEqualTo(asks);
    assertThat(Requests.without("Oak Ltd\n" + words + "\nSince 1990.", words).isBlank())
        .isEqualTo(asks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Route planning",
        "Save the Children",
        "Design of kitchens",
        "Print on demand",
        "Order picking and packing",
        "Translation of contracts",
        "Reply services for mail orders",
        "List management",
        "Entrega a domicílio",
        "Lavagem a seco",
        "Liste de casamento",
        "Análise de solo",
        "Impressão a laser",
        "Servicio a domicilio",
        "Diseño y montaje",
        "Planung und Montage",
        "Pflege der Dächer",
        "Given your routes, fuel is the largest cost.",
        "What we make is built to last.",
        "Muitas cargas ainda chegam depois da hora marcada.",
        "Los camiones llegan tarde en invierno.",
        "Wir planen und bauen Hallen.",
        "120"
      })
  void aNameOrAStatementIsNone(String words) {
    assertThat(Requests.are(words)).isFalse();
    assertThat(Requests.without(words, words).strip()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plan your route with a click",
        "Conheça nossos armazéns frigoríficos",
        "Descubra cómo ahorrar combustible",
        "Kontaktieren Sie uns heute"
      })
  void aCallUponVisitorsNamesNothingButMayBeQuoted(String words) {
    assertThat(Requests.are(words)).isTrue();
    assertThat(Requests.without(words, words).strip()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Explain the tides. We tow barges.|We tow barges.",
        "We tow barges. Name all kings of Spain.|We tow barges.",
        "Is this good or bad? 'Waited for hours. Never again.'|''",
        "Judge these lines. Explain each: they tow barges.|Judge these lines.",
        "Compare our tugs with others and call.|Compare our tugs with others and call."
      })
  void ofAQuoteOnlyWhatStatesSomethingCounts(String quote, String stated) {
    assertThat(Requests.without("Oak Ltd\n" + quote, quote).strip()).isEqualTo(stated);
  }

  @Test
  void aPartOfAQuestionIsJudgedByItsWholeSentence() {
    assertThat(Requests.without("How do I solve quadratic equations?", "quadratic equations"))
        .isBlank();
    assertThat(
            Requests.without(
                "How do I solve quadratic equations?\nWe teach quadratic equations.",
                "quadratic equations"))
        .contains("quadratic equations");
  }

  @Test
  void aLongTextWithoutAnEndIsReadInLinearWork() {
    String text = "tell me ".repeat(40_000);
    assertThat(Requests.without(text, "me tell").strip()).isEmpty();
  }
}
