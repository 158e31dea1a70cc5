package dev.prospector.testkit;

import dev.prospector.call.Effect;
import dev.prospector.model.Embedder;
import java.util.List;
import java.util.Locale;

/**
 * An embedder without a model: texts are near to each other as far as they share words, counted by
 * their hashes. The same text gives the same vector on every machine.
 */
public final class WordEmbedder implements Embedder {

  private static final int DIMENSIONS = 64;

  /** Creates an embedder. */
  public WordEmbedder() {}

  @Override
  public String name() {
    return "words";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.stream().map(WordEmbedder::vector).toList();
  }

  private static float[] vector(String text) {
    float[] vector = new float[DIMENSIONS];
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      vector[Math.floorMod(word.hashCode(), DIMENSIONS)]++;
    }
    double square = 0;
    for (float part : vector) {
      square += (double) part * part;
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return vector;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }
}
