package dev.prospector.adapter.springai;

import dev.prospector.model.Embedder;
import dev.prospector.testkit.contract.EmbedderContract;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.ai.embedding.EmbeddingModel;

class SpringAiEmbedderTest extends EmbedderContract {

  private static final int DIMENSIONS = 8;

  /** Gives the same vector, of no particular length, for the same text. */
  private static EmbeddingModel byText() {
    return (EmbeddingModel)
        Proxy.newProxyInstance(
            EmbeddingModel.class.getClassLoader(),
            new Class<?>[] {EmbeddingModel.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  private static Object answer(Method method, Object[] arguments) {
    if (method.getName().equals("dimensions")) {
      return DIMENSIONS;
    }
    List<float[]> vectors = new ArrayList<>();
    for (Object text : (List<?>) arguments[0]) {
      vectors.add(vector((String) text));
    }
    return vectors;
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
  protected Embedder embedder() {
    return SpringAiEmbedder.of(byText(), "by-text");
  }
}
