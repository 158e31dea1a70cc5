package dev.prospector.evidence.value;

/**
 * A type whose values are looked for in the quote, since a quote does not tell where one of them
 * ends: texts, names, codes, phone numbers without their country. Made in this package only.
 *
 * @param comparison looks for the value
 * @param isQuotable whether a value that is not found may stand as quoted
 */
record ComparedValue<T>(Comparison<T> comparison, boolean isQuotable) implements ValueType<T> {

  /** Looks for a value in a quote. */
  interface Comparison<T> {
    boolean holds(T value, String quote);
  }

  @Override
  public boolean derives(T value, String quote) {
    return comparison.holds(value, quote);
  }
}
