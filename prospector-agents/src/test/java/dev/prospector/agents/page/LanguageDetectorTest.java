package dev.prospector.agents.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Somos uma empresa de limpeza com mais de vinte anos de experiência em todo o estado.|PORTUGUESE",
        "Somos una empresa de limpieza con más de veinte años de experiencia en todo el país.|SPANISH",
        "We are a family business with more than twenty years of experience in the trade.|ENGLISH",
        "Wir sind ein Familienbetrieb und arbeiten seit mehr als zwanzig Jahren für unsere Kunden.|OTHER",
        "Nous sommes une entreprise familiale et nous travaillons pour vous depuis vingt ans.|OTHER",
        "Мы семейная компания и работаем уже более двадцати лет для наших клиентов.|OTHER",
        "Início Empresa Serviços Produtos Contato Trabalhe conosco|PORTUGUESE",
        "Inicio Nosotros Servicios Productos Contacto|SPANISH",
        "Home About us Services Products Contact us|ENGLISH",
        "Xylo 3000|UNKNOWN"
      })
  void theWordsOfATextTellItsLanguage(String text, Language expected) {
    assertThat(LanguageDetector.detect(text, "")).isEqualTo(expected);
  }

  @Test
  void theTextWinsOverAWrongDeclaration() {
    String text =
        "A nossa empresa oferece serviços de contabilidade para pequenas empresas em todo o "
            + "Brasil. Fale com a gente e saiba mais sobre como podemos ajudar você e o seu negócio.";
    assertThat(LanguageDetector.detect(text, "en-US")).isEqualTo(Language.PORTUGUESE);
  }

  @Test
  void aShortTextHasTheDeclaredLanguage() {
    assertThat(LanguageDetector.detect("Menu", "pt_BR")).isEqualTo(Language.PORTUGUESE);
    assertThat(LanguageDetector.detect("Menu", "de")).isEqualTo(Language.OTHER);
    assertThat(LanguageDetector.detect("", "")).isEqualTo(Language.UNKNOWN);
  }
}
