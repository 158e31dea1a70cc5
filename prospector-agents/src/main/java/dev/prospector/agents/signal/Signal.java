package dev.prospector.agents.signal;

import dev.prospector.agents.relevance.TextPassage;
import java.util.Locale;

/**
 * A sentence by which a company announces something.
 *
 * @param kind what it announces
 * @param sentence where it stands in the text
 * @param dated whether it names this year or the last
 */
public record Signal(Kind kind, TextPassage sentence, boolean dated) {

  /** What is announced. */
  public enum Kind {
    /** That it has open positions now. */
    HIRING,
    /** That it opens or enlarges a place of its own. */
    EXPANSION;

    String subject() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
