package dev.prospector.evidence.value;

/**
 * A type of value that code reads out of a quote. What it reads makes a claim {@link
 * Derivation#DERIVED}. The types are a closed set, kept in {@link ValueTypes}: a host adds its own
 * with {@link ValueTypes#readBy}, by a reader that is shown the quote and never the value claimed.
 *
 * <p>Types are immutable and safe for several threads.
 *
 * @param <T> the Java type of the value
 */
public sealed interface ValueType<T> permits ReadValue, ComparedValue {

  /**
   * Returns whether code reads exactly this value out of the quote.
   *
   * @param value the value claimed
   * @param quote the words of the source, exactly as they stand there
   */
  boolean derives(T value, String quote);

  /**
   * Returns whether a value that code does not read out of its quote may stand as {@link
   * Derivation#QUOTED}: so for texts and names, whose words may be put otherwise. Of every other
   * type it is refused.
   */
  boolean isQuotable();
}
