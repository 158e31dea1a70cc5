package dev.prospector.agents.trade;

import dev.prospector.evidence.Passage;
import java.util.List;

/**
 * How surely a company is of a trade.
 *
 * @param trade which one
 * @param strength in 0..1: 1 where it introduces itself so, less where its pages only mention it
 * @param introduced whether it introduces itself so, in a sentence, a title, a description or its
 *     name
 * @param said the words that say so, the strongest first; at most three
 */
public record Standing(Trade trade, double strength, boolean introduced, List<Passage> said) {

  /** Fixes the list. */
  public Standing {
    said = List.copyOf(said);
  }
}
