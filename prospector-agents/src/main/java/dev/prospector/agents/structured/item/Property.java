package dev.prospector.agents.structured.item;

import java.util.Objects;

/**
 * One value under its name; a property with several values occurs several times.
 *
 * @param name the name as the syntax spells it: a word, or for RDFa an IRI
 * @param value the value
 */
public record Property(String name, Value value) {

  /** Checks that both parts are given. */
  public Property {
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
  }
}
