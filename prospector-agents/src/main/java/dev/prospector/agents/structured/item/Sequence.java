package dev.prospector.agents.structured.item;

import java.util.List;

/**
 * Several values that the page wrote as one list (a JSON array, or a list of RDFa {@code inlist}).
 *
 * @param values the values in the page's order; may be empty
 */
public record Sequence(List<Value> values) implements Value {

  /** Copies the list. */
  public Sequence {
    values = List.copyOf(values);
  }
}
