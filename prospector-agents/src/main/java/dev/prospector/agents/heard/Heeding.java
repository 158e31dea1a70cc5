package dev.prospector.agents.heard;

import dev.prospector.agents.page.OtherCompanies;
import dev.prospector.agents.relevance.TextPassage;

/**
 * Decides which sentences of a region are heard at all, asked in their order: none about another
 * company, and none within the rest of a line that gives orders to machines.
 */
public final class Heeding {

  private final String text;
  private final OtherCompanies others;
  private int orderedUntil;
  private int orders;

  /** Begins with a region of a text. */
  public Heeding(String text, OtherCompanies others) {
    this.text = text;
    this.others = others;
  }

  /** Returns whether the next sentence is heard. */
  public boolean hears(TextPassage sentence) {
    int ordered = MachineOrders.until(text, sentence);
    orders += ordered > 0 ? 1 : 0;
    orderedUntil = Math.max(orderedUntil, ordered);
    return sentence.start() >= orderedUntil && !others.cover(sentence.start(), sentence.end());
  }

  /** Returns how many of the sentences address a machine. */
  public int orders() {
    return orders;
  }
}
