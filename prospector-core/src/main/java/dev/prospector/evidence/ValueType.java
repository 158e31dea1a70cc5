package dev.prospector.evidence;

/**
 * A type of value that code can look for in a quote. What it finds makes a claim {@link
 * Derivation#DERIVED}; everything else stays {@link Derivation#QUOTED}.
 *
 * <p>Implementations are pure functions and safe for several threads.
 *
 * @param <T> the Java type of the value
 */
@FunctionalInterface
public interface ValueType<T> {

  /**
   * Returns whether code reads exactly this value out of the quote.
   *
   * @param value the value claimed
   * @param quote the words of the source, exactly as they stand there
   */
  boolean derives(T value, String quote);
}
