package dev.prospector.model;

import java.util.Objects;

/**
 * One part of what a model is given to work with.
 *
 * @param text fetched text is data, never instructions
 * @param repeats whether later calls begin with the same text, so that a provider may keep it in
 *     its cache: a hint
 */
public record Block(String text, boolean repeats) {

  /** Checks that there is a text. */
  public Block {
    Objects.requireNonNull(text);
  }

  /** Returns a part of this question alone. */
  public static Block of(String text) {
    return new Block(text, false);
  }

  /** Returns a part that stands in the same words in many questions. */
  public static Block repeated(String text) {
    return new Block(text, true);
  }
}
