package dev.prospector.agents.technology;

import dev.prospector.agents.internal.Interruption;

/**
 * A text that ends a matcher's work when it has been read too often, so that no expression can be
 * made to backtrack for long. There is an allowance for each search and one for all together. Used
 * by one thread.
 */
final class SteppedText implements CharSequence {

  private static final long SEARCH_BASE = 100_000;
  private static final long SEARCH_FACTOR = 10;
  private static final long TOTAL_BASE = 5_000_000;
  private static final long TOTAL_FACTOR = 100;

  /** One look at the thread's interruption in so many reads, less one. */
  private static final long STRIDE = 8_191;

  private final String text;
  private long total;
  private long allowance;

  SteppedText(String text) {
    this.text = text;
    this.total = TOTAL_BASE + TOTAL_FACTOR * text.length();
  }

  /** Begins a search that reads the given number of characters if it never goes back. */
  void allow(int length) {
    allowance = Math.min(total, SEARCH_BASE + SEARCH_FACTOR * length);
    total -= allowance;
  }

  /** Ends a search and gives back what it left. */
  void settle() {
    total += Math.max(0, allowance);
  }

  @Override
  public char charAt(int index) {
    if (--allowance < 0) {
      throw TooManySteps.INSTANCE;
    }
    if ((allowance & STRIDE) == 0) {
      Interruption.check("looking for technologies");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Carries no stack trace: it is control flow, caught by the fingerprint that ran. */
  static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final TooManySteps INSTANCE = new TooManySteps();

    private TooManySteps() {
      super("too many steps", null, false, false);
    }
  }
}
