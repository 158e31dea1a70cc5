package dev.prospector.agents.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

  @Test
  void everyShippedExpressionCompiles() {
    for (FingerprintFile file : List.of(FingerprintFile.wappalyzer(), FingerprintFile.own())) {
      file.unnamed().forEach(FingerprintTest::tryOn);
      file.named().forEach(named -> tryOn(named.fingerprint()));
    }
  }

  private static void tryOn(Fingerprint fingerprint) {
    String text = "<a b='1'>";
    assertThatCode(() -> fingerprint.find(new SteppedText(text), 0, text.length()))
        .as(fingerprint.technology())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "[^[]x     | ax    | true",
        "a{b       | a{b   | true",
        "a{2}b     | aab   | true",
        "a{2}b     | a{2}b | false",
        "\\h\\e\\i | HEI   | true",
        "a[^]c     | a.c   | true",
        "[a&&b]+z  | a&bz  | true",
        "x\\_y     | x_y   | true",
        "[\\w\\-]+ | a-b   | true"
      })
  void javaScriptExpressionsKeepTheirMeaning(String regex, String text, boolean matches) {
    assertThat(JsRegex.compile(regex).matcher(text).matches()).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "fonts\\.(?:googleapis|google)\\.com ; [[fonts.], [googleapis, google], [.com]]",
        "colou?rs                            ; [[colo]]",
        "abc+def                             ; [[abc], [def]]",
        "(?:abc)?def                         ; [[def]]",
        "abc|de                              ; []",
        "abc|[x]def                          ; [[abc, def]]",
        "(?!abc)xyz                          ; [[xyz]]",
        "a[bcd]e\\d+                         ; []"
      })
  void literalsAreThoseThatEveryMatchHolds(String regex, String clauses) {
    assertThat(RequiredLiterals.of(regex)).hasToString(clauses);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "x([\\d.]+)\\;version:\\1                | x1.2 | 1.2",
        "x(y)?\\;version:\\1?Enterprise:Community | xy   | Enterprise",
        "x(y)?\\;version:\\1?Enterprise:Community | x    | Community",
        "x\\;version:2+                           | x    | 2+"
      })
  void versionsAreMadeFromGroups(String written, String text, String version) {
    Fingerprint fingerprint = new Fingerprint("T", Sighting.Place.HTML, written);

    assertThat(fingerprint.find(new SteppedText(text), 0, text.length()))
        .flatMap(Fingerprint.Match::version)
        .isEqualTo(Optional.of(version));
  }
}
