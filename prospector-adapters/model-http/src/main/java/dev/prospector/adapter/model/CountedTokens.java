package dev.prospector.adapter.model;

import dev.prospector.model.Tokens;

/** Tokens as providers count them, who do not always count the parts within the whole. */
final class CountedTokens {

  private CountedTokens() {}

  static Tokens of(long prompt, long cached, long written, long answer, long reasoning) {
    long fromCache = Math.min(cached, prompt);
    return new Tokens(
        prompt,
        fromCache,
        Math.min(written, prompt - fromCache),
        answer,
        Math.min(reasoning, answer));
  }
}
