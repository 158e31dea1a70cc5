package dev.prospector.adapter.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.Embedder;
import java.util.ArrayList;
import java.util.List;

/** An embedding model of LangChain4j. Safe for several threads if the model is. */
public final class LangChainEmbedder implements Embedder {

  private final EmbeddingModel model;
  private final String name;
  private final int dimensions;

  private LangChainEmbedder(EmbeddingModel model, String name) {
    this.model = model;
    this.name = name;
    this.dimensions = model.dimension();
  }

  /**
   * Returns an embedder.
   *
   * @param name of the model; part of every result's fingerprint
   */
  public static LangChainEmbedder of(EmbeddingModel model, String name) {
    return new LangChainEmbedder(model, name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public List<float[]> embed(List<String> texts) throws InterruptedException {
    if (texts.isEmpty()) {
      return List.of();
    }
    try {
      List<Embedding> made =
          model.embedAll(texts.stream().map(TextSegment::from).toList()).content();
      if (made.size() != texts.size()) {
        throw failure(made.size() + " vectors for " + texts.size() + " texts");
      }
      List<float[]> vectors = new ArrayList<>();
      for (Embedding one : made) {
        vectors.add(ofLengthOne(one.vector().clone()));
      }
      return vectors;
    } catch (PortException e) {
      throw e;
    } catch (RuntimeException e) {
      if (ReadFailure.isInterruption(e)) {
        throw new InterruptedException("interrupted while " + name + " was asked");
      }
      throw ReadFailure.of(e, name);
    }
  }

  private PortException failure(String what) {
    return new PortException(name, what, RetryAdvice.never());
  }

  private float[] ofLengthOne(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    if (vector.length != dimensions || !(square > 0) || Double.isInfinite(square)) {
      throw failure(
          "a vector of " + vector.length + " numbers without a direction, or not " + dimensions);
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }
}
