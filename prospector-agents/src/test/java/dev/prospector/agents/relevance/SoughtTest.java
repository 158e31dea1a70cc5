package dev.prospector.agents.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.page.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoughtTest {

  private static Optional<Sought.Match> in(
      String pain, Language own, String text, Language spoken) {
    return Sought.of(pain, own).in(Sentence.of(text, new TextPassage(0, text.length()), spoken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reservas por e-mail e telefone|Nome E-mail Telefone Mensagem Enviar",
        "reservas por e-mail e telefone|Fale conosco por e-mail ou telefone todos os dias.",
        "controle de jornada dos motoristas|O controle de qualidade é diário.",
        "gasto com combustível|O gasto com a reforma foi grande.",
        "perda de clientes|Nossos clientes ficam conosco."
      })
  void singleCommonWordsAreNoNeed(String pain, String text) {
    assertThat(in(pain, Language.PORTUGUESE, text, Language.PORTUGUESE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORTUGUESE|gasto com combustível|O gasto com o combustível subiu de novo.",
        "PORTUGUESE|fichas de serviço em papel|As fichas ainda são de papel.",
        "ENGLISH|missed appointments|Too many appointments are missed in winter.",
        "SPANISH|retrasos en las entregas|Las entregas llegan con retraso."
      })
  void theDistinctiveWordsTogetherAreFound(Language language, String pain, String text) {
    assertThat(in(pain, language, text, language)).isPresent();
  }

  @Test
  void textsAreComparedAcrossLanguagesByTheRelativesOfTheirWords() {
    assertThat(
            in(
                "fuel costs",
                Language.ENGLISH,
                "O gasto com combustível subiu 17% em um ano.",
                Language.PORTUGUESE))
        .isPresent();
    assertThat(
            in(
                "entregas atrasadas",
                Language.PORTUGUESE,
                "Many deliveries are late.",
                Language.ENGLISH))
        .isPresent();
    assertThat(in("entregas atrasadas", Language.PORTUGUESE, "Viele Lieferungen.", Language.OTHER))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORTUGUESE|Início Quem somos Serviços Contato Blog|false",
        "PORTUGUESE|Nome completo E-mail Telefone Assunto Mensagem|false",
        "PORTUGUESE|Usamos cookies para melhorar a sua experiência neste site.|false",
        "PORTUGUESE|As entregas atrasam quando chove na serra.|true",
        "ENGLISH|Home About Services Careers Contact Login Basket|false",
        "ENGLISH|We keep the books of forty farms in the valley.|true",
        "SPANISH|Llevamos las cuentas de la familia en papel.|true"
      })
  void labelsMenusAndNotesAreNoSentences(Language language, String text, boolean sentence) {
    assertThat(RunningText.isSentence(text, language)).isEqualTo(sentence);
  }

  @Test
  void aLongPassageIsReadInTimeThatGrowsWithItsLength() {
    String text = "as entregas atrasam ".repeat(5000);
    assertThat(RunningText.in(text, 0, text.length(), Language.PORTUGUESE)).isNotEmpty();
  }
}
