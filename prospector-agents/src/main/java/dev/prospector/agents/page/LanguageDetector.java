package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the language of a text by its frequent words; where there are too few of them, by what the
 * page declares.
 */
public final class LanguageDetector {

  private static final int MAX_CHARS = 20_000;
  private static final int MAX_WORD = 20;

  /** So much weight of known words decides against a declared language. */
  private static final double SURE = 6;

  /** So much decides where nothing is declared. */
  private static final double LIKELY = 1.5;

  private static final List<String> CODES = new ArrayList<>();
  private static final Map<String, double[]> WORDS = new HashMap<>();

  static {
    Vocabulary vocabulary = Vocabulary.read("languages.txt");
    CODES.addAll(vocabulary.names());
    for (int i = 0; i < CODES.size(); i++) {
      for (String line : vocabulary.section(CODES.get(i))) {
        for (String word : line.split(" ")) {
          WORDS.computeIfAbsent(word, key -> new double[CODES.size()])[i] = 1;
        }
      }
    }
    WORDS.values().forEach(LanguageDetector::share);
  }

  private LanguageDetector() {}

  /**
   * Returns the language of a text.
   *
   * @param text the visible text
   * @param declared the language that the page declares, such as {@code pt-BR}; empty when none
   */
  public static Language detect(String text, String declared) {
    String bounded = bounded(text);
    Language stated = ofCode(declared);
    if (foreignScript(bounded)) {
      return Language.OTHER;
    }
    double enough = stated == Language.UNKNOWN ? LIKELY : SURE;
    return written(bounded, enough).map(LanguageDetector::ofCode).orElse(stated);
  }

  /**
   * Returns the ISO 639-1 code of the language that a text is written in, also of languages that no
   * rules are for; empty where its frequent words tell none.
   */
  public static Optional<String> code(String text) {
    return written(bounded(text), LIKELY);
  }

  private static String bounded(String text) {
    return text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
  }

  private static Optional<String> written(String text, double enough) {
    double[] weights = weigh(text.toLowerCase(Locale.ROOT));
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      best = weights[i] > weights[best] ? i : best;
    }
    return weights[best] >= enough ? Optional.of(CODES.get(best)) : Optional.empty();
  }

  private static void share(double[] weights) {
    double languages = 0;
    for (double weight : weights) {
      languages += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= languages;
    }
  }

  private static double[] weigh(String text) {
    double[] weights = new double[CODES.size()];
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        double[] known = i - start > MAX_WORD ? null : WORDS.get(text.substring(start, i));
        for (int j = 0; known != null && j < weights.length; j++) {
          weights[j] += known[j];
        }
        start = -1;
      }
    }
    return weights;
  }

  /** Says whether most letters are of a script that none of the known languages is written in. */
  private static boolean foreignScript(String text) {
    int foreign = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x370 && Character.isLetter(c) && (c < 0x1e00 || c > 0x1eff)) {
        foreign++;
      } else if (Character.isLetter(c)) {
        latin++;
      }
    }
    return foreign > 20 && foreign > latin;
  }

  private static Language ofCode(String code) {
    String primary = code.strip().toLowerCase(Locale.ROOT).split("[-_,; ]", 2)[0];
    for (Language language : Language.values()) {
      if (language.code().equals(primary)) {
        return language;
      }
    }
    return primary.length() == 2 || primary.length() == 3 ? Language.OTHER : Language.UNKNOWN;
  }
}
