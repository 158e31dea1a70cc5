package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prospector.model.Embedder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every embedder promises. Extend it, and return an embedder. */
public abstract class EmbedderContract {

  /** Creates the contract. */
  protected EmbedderContract() {}

  /** Returns an embedder. */
  protected abstract Embedder embedder();

  @Test
  void everyTextHasOneVectorOfLengthOne() throws Exception {
    List<float[]> vectors = embedder().embed(List.of("trucks", "bakery", "São Paulo"));

    assertThat(vectors).hasSize(3);
    for (float[] vector : vectors) {
      assertThat(vector).hasSize(embedder().dimensions());
      double square = 0;
      for (float part : vector) {
        square += (double) part * part;
      }
      assertThat(square).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void theOrderOfTheTextsIsKept() throws Exception {
    List<float[]> both = embedder().embed(List.of("trucks", "bakery"));

    assertThat(both.get(1))
        .containsExactly(embedder().embed(List.of("bakery")).get(0), within(1e-3f));
  }

  @Test
  void noTextsGiveNoVectors() throws Exception {
    assertThat(embedder().embed(List.of())).isEmpty();
  }

  @Test
  void theModelHasAName() {
    assertThat(embedder().name()).isNotBlank();
  }
}
