package dev.prospector.agents.company.industry;

import dev.prospector.agents.internal.ResourceSections;
import dev.prospector.agents.page.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that say nothing about an industry. */
final class Stopwords {

  private static final Map<String, List<String>> WORDS =
      ResourceSections.read(Stopwords.class, "stopwords.txt");
  private static final Set<String> ENGLISH = words("function");
  private static final Set<String> PORTUGUESE = words("function-pt");
  private static final Set<String> SPANISH = words("function-es");

  /** English words that fill company profiles, stemmed. */
  private static final Set<String> FILLER = stems("filler");

  private Stopwords() {}

  static boolean function(String word, Language language) {
    return switch (language) {
      case PORTUGUESE -> PORTUGUESE.contains(word);
      case SPANISH -> SPANISH.contains(word);
      default -> ENGLISH.contains(word);
    };
  }

  static boolean filler(String stem) {
    return FILLER.contains(stem);
  }

  private static Set<String> words(String section) {
    Set<String> words = new HashSet<>();
    WORDS.getOrDefault(section, List.of()).forEach(line -> words.addAll(Tokens.words(line)));
    return words;
  }

  private static Set<String> stems(String section) {
    Set<String> stems = new HashSet<>();
    words(section).forEach(word -> stems.add(Stems.english(word)));
    return stems;
  }
}
