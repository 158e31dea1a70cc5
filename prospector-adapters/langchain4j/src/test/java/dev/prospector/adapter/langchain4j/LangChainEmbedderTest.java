package dev.prospector.adapter.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.prospector.model.Embedder;
import dev.prospector.testkit.contract.EmbedderContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real model, in process and offline: English only, so it says nothing of other languages. */
class LangChainEmbedderTest extends EmbedderContract {

  /** It takes seconds to load. */
  private static final Embedder MINI_LM =
      LangChainEmbedder.of(new AllMiniLmL6V2QuantizedEmbeddingModel(), "all-minilm-l6-v2-q");

  @Override
  protected Embedder embedder() {
    return MINI_LM;
  }

  @Test
  void nearnessIsNearnessOfMeaning() throws Exception {
    List<float[]> vectors =
        MINI_LM.embed(List.of("late freight deliveries", "delayed cargo shipments", "a bakery"));
    assertThat(MINI_LM.dimensions()).isEqualTo(384);
    assertThat(near(vectors.get(0), vectors.get(1)))
        .isGreaterThan(near(vectors.get(0), vectors.get(2)) + 0.2);
  }

  private static double near(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
