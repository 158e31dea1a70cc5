package dev.prospector.agents.draft;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that a text says and that nothing backs, or that it must not say.
 *
 * @param kind what it is
 * @param text the words
 */
public record Found(@JsonProperty("kind") Kind kind, @JsonProperty("text") String text) {

  /** What was found. */
  public enum Kind {
    /** A number without a source. */
    NUMBER,
    /** An amount of money without a source. */
    MONEY,
    /** A date or span without a source. */
    DATE,
    /** A name of a person, firm or place without a source. */
    NAME,
    /** An address, link or number that is neither the recipient's nor the seller's. */
    ADDRESS,
    /** A quotation that stands in no source. */
    QUOTATION,
    /** An event without a source. */
    EVENT,
    /** Earlier contact that nobody recorded, or a word that something was sent or verified. */
    CONTACT,
    /** A promise or guarantee that the seller does not make. */
    PROMISE,
    /** A superlative. */
    SUPERLATIVE,
    /** A comparison with competitors. */
    COMPARISON,
    /** A place that was left to be filled in. */
    PLACEHOLDER,
    /** More or less than the channel takes. */
    LENGTH
  }
}
