package dev.prospector.agents.relevance;

import dev.prospector.agents.page.Language;
import java.util.List;

/**
 * A passage of a text as it is read: once, for all that is looked for in it.
 *
 * @param passage where it stands in the text
 * @param said its characters
 * @param language that it is in
 * @param terms its words, placed within {@code said}
 */
public record Sentence(TextPassage passage, String said, Language language, List<Term> terms) {

  /** Fixes the list. */
  public Sentence {
    terms = List.copyOf(terms);
  }

  /** Reads a passage. */
  public static Sentence of(String whole, TextPassage passage, Language language) {
    String said = passage.of(whole);
    return new Sentence(passage, said, language, Terms.of(said, language));
  }
}
