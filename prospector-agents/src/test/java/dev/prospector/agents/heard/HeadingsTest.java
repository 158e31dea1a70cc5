package dev.prospector.agents.heard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.PageText.Region;
import dev.prospector.agents.page.layout.PageRole;
import dev.prospector.evidence.Snapshot;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence has the date of the heading that it stands under. */
class HeadingsTest {

  private static String date(String above, PageRole role, String main) {
    String whole = above + "\n" + main;
    Region outside = new Region(Region.Kind.SURROUNDING, 0, above.length() + 1, role);
    Region inside =
        new Region(Region.Kind.MAIN, above.length() + 1, whole.length(), PageRole.ARTICLE);
    PageText page = new PageText(whole, List.of(outside, inside));
    Snapshot snapshot = Snapshot.page("https://oak.example/news", whole);
    List<Heard> heard = ReadSentences.of(snapshot, page, Language.PORTUGUESE);
    return DatedWords.of(heard.get(0), LocalDate.of(2026, 11, 20))
        .map(dated -> dated.date().toString())
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Notícias\\nAgosto de 2026 – Nova sede|OWN|2026-08",
        "12/05/2026|ARTICLE|2026-05-12",
        "Notícias\\nNova sede|OWN|",
        "© 2026 Oak|LEGAL|",
        "Em agosto de 2026 mudamos tudo.|OWN|",
        "Agosto de 2026\\nNova sede|OWN|"
      })
  void theLineRightAboveTheMainTextIsItsHeadingIfItIsDated(
      String above, PageRole role, String expected) {
    String found = date(above.replace("\\n", "\n"), role, "Mudamos para a rua nova.");
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aDateOfTheSentenceItselfGoesBeforeThatOfTheHeading() {
    assertThat(date("Agosto de 2026", PageRole.OWN, "Em maio de 2026 mudamos para a rua nova."))
        .isEqualTo("2026-05");
  }
}
