package dev.prospector.evidence.value;

import java.util.Collection;

/**
 * Reads values out of a quote. It is shown the quote alone, so that it cannot answer for a value
 * that somebody claims. Readers are pure functions, safe for several threads, and kept in constants
 * ({@code static final}), where they know of no lead.
 *
 * @param <T> the Java type of the values
 */
@FunctionalInterface
public interface ValueReader<T> {

  /**
   * Returns every value that the quote states; where it can be read in two ways, both readings.
   *
   * @param quote the words of the source, exactly as they stand there
   */
  Collection<? extends T> read(String quote);
}
