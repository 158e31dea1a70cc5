package dev.prospector.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {

  private static final Lead LEAD =
      Lead.of(LeadId.of("l"), Company.named("Alder").withColumns(Map.of("Contato", "Zélia Prado")))
          .withPeople(List.of(new Person("João da Silva Neto", "", "", "")));

  private static Placeholders marks() {
    return Redaction.standard().of(LEAD, List.of("Ana O'Neill"));
  }

  @Test
  void whatIsHiddenComesBackInTheSourcesOwnWords() {
    String text =
        "JOÃO NETO, Joao da Silva Neto e Zelia Prado (zelia.prado@alder.example, +55 11 98765-4321,"
            + " CPF 529.982.247-25, cartão 4111 1111 1111 1111, IBAN DE89 3704 0044 0532 0130 00)"
            + " falam com Ana O’Neill. [PERSON_1] já estava aqui 🚚.";
    Placeholders marks = marks();
    String hidden = marks.hide(text);

    for (String said :
        List.of(
            "Neto", "NETO", "Prado", "zelia.prado", "98765", "529.982", "4111", "3704", "Neill")) {
      assertThat(hidden).doesNotContain(said);
    }
    assertThat(marks.restore(hidden, false)).isEqualTo(text);
    assertThat(marks.hide(text)).isEqualTo(hidden);
  }

  @Test
  void whatIsNotPersonalStays() {
    String text =
        "Alder, CNPJ 11.222.333/0001-81, CEP 01310-100, vendas@alder.example, 2010-2020, R$ 1.234,56,"
            + " 12/10/2024, 111.111.111-11, João, Silva Transportes";
    assertThat(marks().hide(text)).isEqualTo(text);
  }

  @Test
  void aKindThatIsToldStaysAndOffTellsAll() {
    String text = "João da Silva Neto, +55 11 98765-4321";
    Redaction told = Redaction.standard().without(Redaction.Kind.PHONE);
    assertThat(told.of(LEAD, List.of()).hide(text)).contains("98765").doesNotContain("Silva");
    assertThat(Redaction.off().of(LEAD, List.of()).hide(text)).isEqualTo(text);
  }

  @Test
  void anAnswerThatIsJsonStaysJson() {
    Placeholders marks = Redaction.standard().of(LEAD, List.of("Ana \"Nina\" Souza"));
    String hidden = marks.hide("Ana \"Nina\" Souza");
    assertThat(hidden).isEqualTo("[PERSON_1]");
    assertThat(marks.restore("{\"a\":\"[PERSON_1]\"}", true))
        .isEqualTo("{\"a\":\"Ana \\\"Nina\\\" Souza\"}");
    assertThat(marks.restore("[PERSON_99]", false)).isEqualTo("[PERSON_99]");
  }

  @Test
  void aHundredThousandRepetitionsOfAnyBeginningAreReadInOnePass() {
    for (String part :
        List.of("a@", "1 ", "+1", "(11", "DE89 ", "João ", "[PERSON_", "4111 ", "a.")) {
      assertThat(marks().hide(part.repeat(100_000))).isNotNull();
    }
  }
}
