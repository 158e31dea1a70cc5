package dev.prospector.agents.relevance;

import dev.prospector.agents.page.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells sentences from what else stands on pages: labels, menus, form fields, lists of places. A
 * passage is running text if it is long enough and is held together by the little words that
 * sentences need.
 */
public final class RunningText {

  private static final int LEAST_WORDS = 5;
  private static final int LEAST_LITTLE = 2;
  private static final double LEAST_SHARE = 0.15;

  /** Who writes these names no problem of a company: notes that every site has. */
  private static final List<String> NOTES =
      List.of(
          "cookie",
          "all rights reserved",
          "todos os direitos",
          "todos los derechos",
          "copyright",
          "©",
          "javascript",
          "política de privac",
          "privacy policy");

  private static final Map<Language, Set<String>> LITTLE =
      Map.of(
          Language.ENGLISH,
          Set.of(
              "the", "a", "an", "of", "to", "in", "and", "or", "is", "are", "was", "we", "our",
              "you", "your", "it", "that", "which", "who", "with", "for", "on", "at", "by", "from",
              "as", "have", "has", "had", "not", "no", "but", "this", "these", "their", "they",
              "be", "been", "will", "can", "when", "us", "i", "do", "does", "without", "so"),
          Language.PORTUGUESE,
          Set.of(
              "o", "a", "os", "as", "um", "uma", "de", "do", "da", "dos", "das", "e", "ou", "em",
              "no", "na", "nos", "nas", "que", "com", "para", "por", "pelo", "pela", "se", "é",
              "são", "foi", "não", "mais", "como", "mas", "nosso", "nossa", "nossos", "nossas",
              "seu", "sua", "ao", "à", "está", "estamos", "temos", "tem", "quando", "sem", "ainda"),
          Language.SPANISH,
          Set.of(
              "el",
              "la",
              "los",
              "las",
              "un",
              "una",
              "de",
              "del",
              "y",
              "o",
              "en",
              "que",
              "con",
              "para",
              "por",
              "se",
              "es",
              "son",
              "fue",
              "no",
              "más",
              "como",
              "pero",
              "nuestro",
              "nuestra",
              "nuestros",
              "su",
              "sus",
              "al",
              "está",
              "estamos",
              "tenemos",
              "cuando",
              "sin",
              "lo",
              "le",
              "todavía",
              "aún"));

  private RunningText() {}

  /**
   * Returns the passages of a stretch of a text that are sentences.
   *
   * @param whole the text
   * @param start of the stretch
   * @param end of the stretch
   * @param language of the text; passages of unknown languages are read as English
   */
  public static List<TextPassage> in(String whole, int start, int end, Language language) {
    List<TextPassage> sentences = new ArrayList<>();
    for (TextPassage passage : Passages.of(whole.substring(start, end))) {
      TextPassage placed = new TextPassage(passage.start() + start, passage.end() + start);
      if (isSentence(placed.of(whole), language)) {
        sentences.add(placed);
      }
    }
    return sentences;
  }

  /** Returns whether a passage is a sentence rather than a label, a menu or a list. */
  public static boolean isSentence(String passage, Language language) {
    String lower = passage.toLowerCase(Locale.ROOT);
    if (passage.endsWith(":") || NOTES.stream().anyMatch(lower::contains)) {
      return false;
    }
    String[] words = lower.split("[^\\p{L}\\p{N}'’-]+");
    Set<String> little = LITTLE.getOrDefault(language, Set.of());
    int held = 0;
    int counted = 0;
    for (String word : words) {
      counted += word.isEmpty() ? 0 : 1;
      held += little.contains(word) ? 1 : 0;
    }
    return counted >= LEAST_WORDS && held >= LEAST_LITTLE && held >= LEAST_SHARE * counted;
  }
}
