package dev.prospector.agents.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PassagesTest {

  @Test
  void cutsAtSentencesAndLines() {
    String text = "We move freight. Since 1987! Ask us\nOur fleet\n\n  Trucks and vans.  ";

    assertThat(quotes(text))
        .containsExactly(
            "We move freight.", "Since 1987!", "Ask us", "Our fleet", "Trucks and vans.");
  }

  @Test
  void keepsInitialsAndAbbreviationsWithinTheirSentence() {
    assertThat(quotes("Led by J. Souza of Acme Ltd. in Recife. Open daily."))
        .containsExactly("Led by J. Souza of Acme Ltd. in Recife.", "Open daily.");
  }

  @Test
  void cutsALongSentenceAtASpace() {
    String text = "palavra ".repeat(100).strip();

    List<String> quotes = quotes(text);

    assertThat(quotes).hasSizeGreaterThan(2).allMatch(quote -> quote.length() <= 300);
    assertThat(String.join(" ", quotes)).isEqualTo(text);
  }

  @Test
  void coversEveryCharacterOfAnyTextButWhiteSpace() {
    Random random = new Random(3);
    String letters = "ab. !?\n\t\ud83d\ude00Z";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(1200); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      List<TextPassage> passages = Passages.of(text.toString());
      String covered = String.join("", passages.stream().map(p -> p.of(text.toString())).toList());

      assertThat(covered.replaceAll("\\s", "")).isEqualTo(text.toString().replaceAll("\\s", ""));
      assertThat(passages).allMatch(passage -> passage.end() - passage.start() <= 301);
    }
  }

  private static List<String> quotes(String text) {
    return Passages.of(text).stream().map(passage -> passage.of(text)).toList();
  }
}
