package dev.prospector.adapter.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some of a list's rows, counted from 1 without the header.
 *
 * @param first the first row, at least 1
 * @param last the last row, at least {@code first}
 */
public record RowRange(long first, long last) {

  /** All rows. */
  public static final RowRange ALL = new RowRange(1, Long.MAX_VALUE);

  private static final Pattern FORM = Pattern.compile("(\\d{1,10})(-(\\d{1,10})?)?");

  /** Checks the order. */
  public RowRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("rows go from 1 upwards: " + first + "-" + last);
    }
  }

  /**
   * Returns the range written as {@code 10-20}, {@code 10-} or {@code 10}.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static RowRange parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a range of rows is written as 10-20, 10- or 10, not '" + text + "'");
    }
    long first = Long.parseLong(form.group(1));
    if (form.group(2) == null) {
      return new RowRange(first, first);
    }
    return new RowRange(
        first, form.group(3) == null ? Long.MAX_VALUE : Long.parseLong(form.group(3)));
  }

  boolean contains(long row) {
    return row >= first && row <= last;
  }
}
