package dev.prospector.benchmark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Rows of our own for what stands in texts for people, below which quality must not fall. */
class TextsForPeopleTest {

  private static Path folder(String name) throws Exception {
    return Path.of(
        java.util.Objects.requireNonNull(TextsForPeopleTest.class.getResource("/" + name)).toURI());
  }

  @Test
  void whatNothingBacksIsFoundAndWhatIsBackedPasses() throws Exception {
    Score score = new DraftsEvaluation().measure(folder("drafts"));
    assertThat(score.metrics().get("caught")).as(score.wrong().toString()).isEqualTo(1.0);
    assertThat(score.metrics().get("passed"))
        .as(score.wrong().toString())
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void triggersAreReadWithKindAndDate() throws Exception {
    Score score = new SignalsEvaluation().measure(folder("signals"));
    assertThat(score.metrics().get("precision"))
        .as(score.wrong().toString())
        .isGreaterThanOrEqualTo(0.90);
    assertThat(score.metrics().get("recall"))
        .as(score.wrong().toString())
        .isGreaterThanOrEqualTo(0.60);
    assertThat(score.metrics().get("date_accuracy"))
        .as(score.wrong().toString())
        .isGreaterThanOrEqualTo(0.95);
  }
}
