package dev.prospector.model;

import java.util.Objects;

/**
 * What was answered before in the same dialogue, and what is said to it.
 *
 * @param answer as the model gave it
 * @param objection what is wrong with it, from us
 */
public record Turn(String answer, String objection) {

  /** Checks that both are there. */
  public Turn {
    Objects.requireNonNull(answer);
    Objects.requireNonNull(objection);
  }
}
