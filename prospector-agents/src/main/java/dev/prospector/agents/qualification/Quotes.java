package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.value.ValueTypes;
import java.util.List;

/** Turns passages into quoted claims, and into words for a sentence. */
final class Quotes {

  private static final int LONGEST = 160;

  private final AgentInput input;

  Quotes(AgentInput input) {
    this.input = input;
  }

  /** Returns the claim that a passage backs, as a list of one. */
  List<Claim<String>> of(String field, Passage passage) {
    String words = passage.quote().strip();
    return input.evidence().claim(field, ValueTypes.TEXT, words, passage).stream().toList();
  }

  /** Returns the words of a passage, cut at a word where they are many. */
  static String shortened(Passage passage) {
    String words = passage.quote().strip().replaceAll("\\s+", " ");
    if (words.length() <= LONGEST) {
      return words;
    }
    int cut = words.lastIndexOf(' ', LONGEST);
    return words.substring(0, cut > 0 ? cut : LONGEST) + "…";
  }
}
