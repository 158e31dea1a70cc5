package dev.prospector.evidence.value;

import java.util.Collection;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A type whose values a reader lists for a quote. A value that the reader also lists where nothing
 * is said is a constant of the reader and follows from no quote.
 *
 * @param normal brings a claimed value into the form in which the reader gives it
 * @param reader lists the values of a quote
 */
record ReadValue<T>(UnaryOperator<T> normal, ValueReader<T> reader) implements ValueType<T> {

  private static final String NOTHING = "\u2014 ... \u2014";

  ReadValue {
    Objects.requireNonNull(normal);
    Objects.requireNonNull(reader);
  }

  @Override
  public boolean derives(T value, String quote) {
    T sought = normal.apply(value);
    return lists(reader.read(quote), sought) && !lists(reader.read(NOTHING), sought);
  }

  /** Not {@code contains}: immutable collections may refuse to look for what they cannot hold. */
  private boolean lists(Collection<? extends T> read, T sought) {
    return read.stream().anyMatch(sought::equals);
  }

  @Override
  public boolean isQuotable() {
    return false;
  }
}
