package dev.prospector.adapter.store.internal.sql;

import java.util.Collections;

/** Places for values in statements over a number of rows that only the request tells. */
public final class Tuples {

  private Tuples() {}

  /** Returns so many tuples of so many places, such as {@code (?, ?), (?, ?)}. */
  public static String of(int rows, int columns) {
    return String.join(", ", Collections.nCopies(rows, "(" + places(columns) + ")"));
  }

  /** Returns so many places, such as {@code ?, ?}. */
  public static String places(int columns) {
    return String.join(", ", Collections.nCopies(columns, "?"));
  }
}
