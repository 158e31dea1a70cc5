package dev.prospector.agents.argument;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Inseparable;
import java.util.List;
import java.util.Objects;

/**
 * A text for people, in the language of the context, with what it rests on.
 *
 * @param text one sentence or a few words; never blank
 * @param basis the quotes that it rests on; at least one if it is stated or signalled
 * @param ground how it follows from them, or that it is assumed, or the seller's own
 */
public record Statement(
    @JsonProperty("text") String text,
    @JsonProperty("basis") List<Claim<String>> basis,
    @JsonProperty("ground") Ground ground)
    implements Inseparable {

  /** Checks that what is said to have a source has one. */
  public Statement {
    basis = List.copyOf(basis);
    Objects.requireNonNull(ground);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a statement says something");
    }
    boolean sourced = ground == Ground.STATED || ground == Ground.SIGNALLED;
    if (sourced && basis.isEmpty()) {
      throw new IllegalArgumentException("a statement without a quote is not " + ground);
    }
  }

  /** Returns what nobody says, as such. */
  public static Statement assumed(String text) {
    return new Statement(text, List.of(), Ground.ASSUMED);
  }

  /** Returns the seller's own words. */
  public static Statement context(String text) {
    return new Statement(text, List.of(), Ground.CONTEXT);
  }

  /** Returns what a source says. */
  public static Statement stated(String text, List<Claim<String>> basis) {
    return new Statement(text, basis, Ground.STATED);
  }

  /** Returns what a source shows a sign of. */
  public static Statement signalled(String text, List<Claim<String>> basis) {
    return new Statement(text, basis, Ground.SIGNALLED);
  }
}
