package dev.prospector.agents.structured.item;

/**
 * How much one page may still yield in one syntax, so that markup which refers to itself or nests
 * without end costs no more than a large honest page.
 */
public final class Allowance {

  /** Markup nested deeper than this is not followed. */
  public static final int DEPTH = 200;

  private static final int VALUES = 20_000;
  private static final int CHARACTERS = 8_000_000;

  private int values = VALUES;
  private int characters = CHARACTERS;

  /** Takes one value of this many characters; false when the page has used up its share. */
  public boolean take(int length) {
    if (values == 0 || characters < length) {
      values = 0;
      return false;
    }
    values--;
    characters -= length;
    return true;
  }

  public boolean exhausted() {
    return values == 0;
  }
}
