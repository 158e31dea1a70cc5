package dev.prospector.agents.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A statement of fact in an answer: what, in which source, in which words. It becomes a claim only
 * by its quote.
 *
 * @param value what is said
 * @param source the number of the source
 * @param quote the words of the source
 */
public record Said(
    @JsonProperty("value") @Nullable String value,
    @JsonProperty("source") int source,
    @JsonProperty("quote") @Nullable String quote) {

  /** Returns what is said; empty if nothing is. */
  public String text() {
    return value == null ? "" : value.strip();
  }

  /** Returns the words of the source; empty if there are none. */
  public String words() {
    return quote == null ? "" : quote;
  }
}
