package dev.prospector.adapter.springai;

import dev.prospector.model.Embedder;
import dev.prospector.testkit.contract.EmbedderContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

class SpringAiEmbedderTest extends EmbedderContract {

  private static final int DIMENSIONS = 8;

  /** The same vector, of no particular length, for the same text. */
  private static final class ByText implements EmbeddingModel {

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
      List<Embedding> made = new ArrayList<>();
      for (String text : request.getInstructions()) {
        made.add(new Embedding(vector(text), made.size()));
      }
      return new EmbeddingResponse(made);
    }

    private static float[] vector(String text) {
      Random random = new Random(text.hashCode());
      float[] vector = new float[DIMENSIONS];
      for (int i = 0; i < DIMENSIONS; i++) {
        vector[i] = random.nextFloat() * 3 - 1;
      }
      return vector;
    }

    @Override
    public float[] embed(Document document) {
      return vector(String.valueOf(document.getText()));
    }

    @Override
    public int dimensions() {
      return DIMENSIONS;
    }
  }

  @Override
  protected Embedder embedder() {
    return SpringAiEmbedder.of(new ByText(), "by-text");
  }
}
