package dev.prospector.agents.internal;

import dev.prospector.error.InterruptedWorkException;

/**
 * A text that counts how often it is read, so that work on it ends: when it was read more often
 * than its length allows, and when the reading thread is interrupted. Used by one thread.
 */
public final class SteppedText implements CharSequence {

  /** So many reads go by between two looks at the thread's interruption. */
  private static final int STRIDE = 8_192;

  private static final long LEAST_ALLOWANCE = 1_000_000;
  private static final long ALLOWANCE_PER_CHARACTER = 1_000;

  private final String text;
  private final long allowance;
  private long taken;
  private int left = STRIDE;

  /** Allows a number of reads in proportion to the text's length. */
  public SteppedText(String text) {
    this(text, LEAST_ALLOWANCE + ALLOWANCE_PER_CHARACTER * text.length());
  }

  /**
   * Allows a number of reads.
   *
   * @param allowance the most reads, of which up to 8,192 more may be taken
   */
  public SteppedText(String text, long allowance) {
    this.text = text;
    this.allowance = allowance;
  }

  /** Returns how often a character was read so far. */
  public long steps() {
    return taken + STRIDE - left;
  }

  /**
   * {@inheritDoc}
   *
   * @throws TooManySteps if the allowance is used up
   * @throws InterruptedWorkException if the thread was interrupted; its flag stays set
   */
  @Override
  public char charAt(int index) {
    if (--left < 0) {
      look();
    }
    return text.charAt(index);
  }

  private void look() {
    taken += STRIDE;
    left = STRIDE - 1;
    Interruption.check("reading a text");
    if (taken >= allowance) {
      throw TooManySteps.INSTANCE;
    }
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

  /** The allowance of a text is used up. Carries no stack trace: the search that ran catches it. */
  public static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final TooManySteps INSTANCE = new TooManySteps();

    private TooManySteps() {
      super("too many steps", null, false, false);
    }
  }
}
