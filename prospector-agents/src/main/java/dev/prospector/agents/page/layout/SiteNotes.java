package dev.prospector.agents.page.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Knows lines that speak of the site rather than of the page's subject, in several languages. */
final class SiteNotes {

  private static final int LONGEST_LEAD = 70;
  private static final int LONGEST_NOTE = 400;

  private static final Beginnings LEADS;
  private static final Beginnings NOTES;
  private static final List<String> PASSAGES;

  static {
    Vocabulary vocabulary = Vocabulary.read("site-notes.txt");
    LEADS = new Beginnings(vocabulary.section("leads"));
    NOTES = new Beginnings(vocabulary.section("notes"));
    PASSAGES = vocabulary.section("passages");
  }

  private SiteNotes() {}

  /** Says whether the line leads a list of other pages, such as related articles. */
  static boolean leads(Line line) {
    return line.text().length() <= LONGEST_LEAD && LEADS.match(fold(line.text()));
  }

  /** Says whether the line alone is such a note. */
  static boolean is(Line line) {
    int length = line.text().length();
    if (length > LONGEST_NOTE) {
      return false;
    }
    String text = fold(line.text());
    if (length <= LONGEST_LEAD * 2 && NOTES.match(text)) {
      return true;
    }
    for (String passage : PASSAGES) {
      if (text.contains(passage)) {
        return true;
      }
    }
    return false;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /** Beginnings of lines, found by their first word. */
  private static final class Beginnings {

    private final Map<String, List<String>> byWord = new HashMap<>();

    Beginnings(List<String> phrases) {
      for (String phrase : phrases) {
        byWord.computeIfAbsent(firstWord(phrase), word -> new ArrayList<>()).add(phrase);
      }
    }

    boolean match(String text) {
      for (String phrase : byWord.getOrDefault(firstWord(text), List.of())) {
        if (phrase.endsWith("$")
            ? text.equals(phrase.substring(0, phrase.length() - 1))
                || text.equals(phrase.substring(0, phrase.length() - 1) + ':')
            : text.startsWith(phrase)) {
          return true;
        }
      }
      return false;
    }

    private static String firstWord(String text) {
      int end = 0;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      return text.substring(0, end);
    }
  }
}
