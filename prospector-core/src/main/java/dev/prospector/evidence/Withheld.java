package dev.prospector.evidence;

/**
 * A record that says itself that something of it was withheld.
 *
 * @param <T> the record
 */
public interface Withheld<T> {

  /**
   * Returns this record, of which something was withheld, with what is to be said about that.
   *
   * @param before the record as it was
   */
  T saying(T before);
}
