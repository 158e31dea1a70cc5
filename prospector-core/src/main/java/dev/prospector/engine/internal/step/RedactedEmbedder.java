package dev.prospector.engine.internal.step;

import dev.prospector.call.Effect;
import dev.prospector.model.Embedder;
import dev.prospector.privacy.Placeholders;
import java.util.List;

/** Holds personal data back from an embedder. Confined to one step. */
record RedactedEmbedder(Embedder embedder, Placeholders placeholders) implements Embedder {

  @Override
  public String name() {
    return embedder.name();
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public List<float[]> embed(List<String> texts) throws InterruptedException {
    return embedder.embed(texts.stream().map(placeholders::hide).toList());
  }

  @Override
  public Effect effect() {
    return embedder.effect();
  }
}
