package dev.prospector.agents.qualification;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.evidence.Claim;

/**
 * What a model argues for or against one factor of a verdict, with the words that it rests on. A
 * judgement, not a fact: it moves the factor's range a little, by code.
 *
 * @param factor what it is about
 * @param side whether it speaks for the lead
 * @param said the argument in a sentence, in the language of the context, and the quote behind it;
 *     derived where the sentence itself stands in the quote
 */
public record Argument(
    @JsonProperty("factor") Factor.Kind factor,
    @JsonProperty("side") Side side,
    @JsonProperty("said") Claim<String> said) {

  /** Whether something speaks for a lead. */
  public enum Side {
    /** It does. */
    FOR,
    /** It speaks against it. */
    AGAINST
  }
}
