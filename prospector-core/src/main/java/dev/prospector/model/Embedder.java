package dev.prospector.model;

import dev.prospector.call.Effect;
import java.util.List;

/** Turns texts into vectors whose nearness is nearness of meaning. Safe for several threads. */
public interface Embedder {

  /** Returns the name of the model, which is part of every result's fingerprint. */
  String name();

  /** Returns the length of the vectors. */
  int dimensions();

  /**
   * Returns one vector of length 1 for each text, in order.
   *
   * @throws dev.prospector.error.PortException if they cannot be made
   * @throws InterruptedException if interrupted while waiting
   */
  List<float[]> embed(List<String> texts) throws InterruptedException;

  /** Returns what a call does at the provider, and with that whether it may be repeated. */
  Effect effect();
}
