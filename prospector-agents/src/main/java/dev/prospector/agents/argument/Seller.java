package dev.prospector.agents.argument;

import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.Sentence;
import dev.prospector.agents.relevance.Sought;
import dev.prospector.agents.relevance.TextPassage;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The seller's own words, as sentences for people use them: in quotation marks where they are of
 * another language than the sentence.
 */
public final class Seller {

  private final BusinessContext context;
  private final Language spoken;

  /** Reads a context. */
  public Seller(BusinessContext context) {
    this.context = context;
    this.spoken = ContextLanguage.of(context);
  }

  /** Returns the language in which the context is written. */
  public Language language() {
    return spoken;
  }

  /** Returns the entries of a list that say something. */
  public List<String> items(Items property) {
    return context.items(property).stream().map(String::strip).filter(i -> !i.isEmpty()).toList();
  }

  /** Returns words of the context as they stand in a sentence of the output's language. */
  public String own(String words) {
    String bare = words.strip().replaceAll("\\s+", " ").replaceFirst("[.;]$", "");
    boolean same = spoken.code().equals(context.language().tag().substring(0, 2));
    return same ? bare : Quoted.of(bare);
  }

  /** Returns what is looked for in the passages of pages. */
  public Sought sought(String words) {
    return Sought.of(words, spoken);
  }

  /** Returns the one of several entries that speaks most of something; the first of equal ones. */
  public Optional<String> nearest(String words, List<String> entries) {
    Sought sought = sought(words);
    return entries.stream()
        .filter(entry -> closeness(sought, entry) > 0)
        .max(
            Comparator.comparingDouble((String entry) -> closeness(sought, entry))
                .thenComparing(entry -> -entries.indexOf(entry)));
  }

  private double closeness(Sought sought, String entry) {
    if (entry.isBlank()) {
      return 0;
    }
    Sentence sentence = Sentence.of(entry, new TextPassage(0, entry.length()), spoken);
    return sought.closeness(sentence);
  }
}
