package dev.prospector.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The tokens of one call, as the provider counted them.
 *
 * @param prompt all of the prompt, cached ones included
 * @param cached of the prompt, read from the provider's cache
 * @param cacheWritten of the prompt, written to the provider's cache
 * @param answer all of the answer, reasoning included
 * @param reasoning of the answer, thought and not told
 */
public record Tokens(
    @JsonProperty("prompt") long prompt,
    @JsonProperty("cached") long cached,
    @JsonProperty("cacheWritten") long cacheWritten,
    @JsonProperty("answer") long answer,
    @JsonProperty("reasoning") long reasoning) {

  /** Nothing is known of them. */
  public static final Tokens UNKNOWN = new Tokens(0, 0, 0, 0, 0);

  /** Checks that none is negative, and that parts are no more than the whole. */
  public Tokens {
    if (prompt < 0 || cached < 0 || cacheWritten < 0 || answer < 0 || reasoning < 0) {
      throw new IllegalArgumentException("tokens are never negative");
    }
    if (cached + cacheWritten > prompt || reasoning > answer) {
      throw new IllegalArgumentException(
          "a part of the tokens is more than the whole: %d + %d of %d, %d of %d"
              .formatted(cached, cacheWritten, prompt, reasoning, answer));
    }
  }

  /** Returns tokens of a prompt and its answer, of which nothing was cached. */
  public static Tokens of(long prompt, long answer) {
    return new Tokens(prompt, 0, 0, answer, 0);
  }

  /** Returns how many there are together. */
  public long total() {
    return prompt + answer;
  }
}
