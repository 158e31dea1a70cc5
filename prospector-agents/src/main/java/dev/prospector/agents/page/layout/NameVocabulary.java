package dev.prospector.agents.page.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules on the words of an element's names. A rule is a word, several words joined by hyphens that
 * must follow each other, a beginning ({@code share*}) or a whole name ({@code =post}). Names that
 * begin with certain words, such as {@code tag-}, list topics and match by their first two words
 * only.
 */
final class NameVocabulary {

  private static final Vocabulary FILE = Vocabulary.read("element-names.txt");
  private static final int SHORTEST_BEGINNING = 3;
  private static final int LONGEST_BEGINNING = 14;

  private final Set<String> words = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private final Set<String> wholes = new HashSet<>();
  private final Set<String> passedOver;

  private NameVocabulary(List<String> passedOver) {
    this.passedOver = Set.copyOf(passedOver);
  }

  /** Returns the rules of one section of {@code element-names.txt}. */
  static NameVocabulary of(String section) {
    return of(FILE, section);
  }

  /** Returns the rules of one section of another file. */
  static NameVocabulary of(Vocabulary file, String section) {
    NameVocabulary vocabulary = new NameVocabulary(FILE.section("passed-over"));
    file.section(section).forEach(vocabulary::add);
    return vocabulary;
  }

  private void add(String rule) {
    if (rule.endsWith("*")) {
      beginnings.add(rule.substring(0, rule.length() - 1));
    } else if (rule.startsWith("=")) {
      wholes.add(rule.substring(1));
    } else {
      words.add(rule);
    }
  }

  boolean matches(List<String> name) {
    if (name.isEmpty()) {
      return false;
    }
    if (name.size() > 1 && passedOver.contains(name.get(0))) {
      return words.contains(name.get(0) + '-' + name.get(1));
    }
    if (!wholes.isEmpty() && wholes.contains(String.join("-", name))) {
      return true;
    }
    for (int i = 0; i < name.size(); i++) {
      if (matchesAt(name, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesAt(List<String> name, int index) {
    String word = name.get(index);
    if (words.contains(word) || beginningKnown(word)) {
      return true;
    }
    if (index + 1 < name.size() && words.contains(word + '-' + name.get(index + 1))) {
      return true;
    }
    return index + 2 < name.size()
        && words.contains(word + '-' + name.get(index + 1) + '-' + name.get(index + 2));
  }

  private boolean beginningKnown(String word) {
    int longest = Math.min(LONGEST_BEGINNING, word.length());
    for (int length = SHORTEST_BEGINNING; length <= longest; length++) {
      if (beginnings.contains(word.substring(0, length))) {
        return true;
      }
    }
    return false;
  }
}
