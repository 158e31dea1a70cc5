package dev.prospector.agents.relevance;

import dev.prospector.agents.page.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How much a word tells: its inverse document frequency, {@code ln(1/share) / ln(1/least)}, where
 * share is how many of the documents of a corpus hold it (K. Spärck Jones, Journal of Documentation
 * 28, 1972).
 *
 * <p>The corpus that was counted is of English company profiles and web sites. A Portuguese or
 * Spanish word counts as frequent as the English word that begins like it, since most such words
 * are relatives. Words of business, contact and web sites are listed by hand for each language.
 */
final class WordWeights {

  private static final double LEAST_SHARE = 0.004;
  private static final double ORDINARY_SHARE = 0.45;

  /** A word that more documents hold than this tells nothing by itself. */
  private static final double DISTINCTIVE_SHARE = 0.2;

  private static final int RELATED = 6;
  private static final Map<String, Double> SHARES = new HashMap<>();
  private static final Map<String, Double> BY_BEGINNING = new HashMap<>();
  private static final Map<Language, Set<String>> ORDINARY = new EnumMap<>(Language.class);

  static {
    for (String line : ResourceText.lines("document-frequencies.txt")) {
      String[] parts = line.split(" ");
      double share = Double.parseDouble(parts[1]) / 1000;
      SHARES.put(parts[0], share);
      if (parts[0].length() >= RELATED) {
        BY_BEGINNING.merge(parts[0].substring(0, RELATED), share, Math::max);
      }
    }
    List<String> lines = ResourceText.lines("ordinary.txt");
    List<Language> languages = List.of(Language.PORTUGUESE, Language.ENGLISH, Language.SPANISH);
    for (int i = 0; i < languages.size(); i++) {
      Set<String> stems = new HashSet<>();
      Terms.of(lines.get(i), languages.get(i)).forEach(t -> stems.add(t.stem()));
      ORDINARY.put(languages.get(i), stems);
    }
  }

  private WordWeights() {}

  /** Returns the weight in 0..1 of a word by its stem. */
  static double of(String stem, Language language) {
    return Math.log(1 / share(stem, language)) / Math.log(1 / LEAST_SHARE);
  }

  /** Returns whether a word tells something by itself. */
  static boolean isDistinctive(String stem, Language language) {
    return share(stem, language) <= DISTINCTIVE_SHARE && stem.chars().anyMatch(Character::isLetter);
  }

  static boolean isOrdinary(String stem, Language language) {
    return ORDINARY.getOrDefault(language, Set.of()).contains(stem);
  }

  private static double share(String stem, Language language) {
    if (isOrdinary(stem, language)) {
      return ORDINARY_SHARE;
    }
    if (language == Language.PORTUGUESE || language == Language.SPANISH) {
      String beginning = stem.toLowerCase(Locale.ROOT);
      return beginning.length() < RELATED
          ? 2 * LEAST_SHARE
          : BY_BEGINNING.getOrDefault(beginning.substring(0, RELATED), LEAST_SHARE);
    }
    return Math.max(LEAST_SHARE, SHARES.getOrDefault(stem, LEAST_SHARE));
  }
}
