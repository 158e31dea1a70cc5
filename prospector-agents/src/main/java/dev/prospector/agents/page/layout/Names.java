package dev.prospector.agents.page.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The words in an element's class, id and role, which site authors choose by what it holds. */
final class Names {

  private static final int MAX_NAMES = 24;
  private static final Names NONE = new Names(List.of(), "");

  private final List<List<String>> names;

  private final String firstClass;

  private Names(List<List<String>> names, String firstClass) {
    this.names = names;
    this.firstClass = firstClass;
  }

  static Names of(Element element) {
    String classes = element.className();
    String id = element.id();
    if (classes.isEmpty() && id.isEmpty()) {
      return NONE;
    }
    List<List<String>> names = new ArrayList<>(4);
    for (String name : (id + ' ' + classes).split("[ \\t\\n\\r\\f]+", MAX_NAMES)) {
      if (!name.isEmpty() && name.length() < 80) {
        names.add(words(name));
      }
    }
    return new Names(names, classes.strip().split("[ \\t\\n\\r\\f]", 2)[0]);
  }

  /** Returns the first class as written, empty when there is none. */
  String firstClass() {
    return firstClass;
  }

  /** Says whether a rule of the vocabulary matches one of the names. */
  boolean match(NameVocabulary vocabulary) {
    for (List<String> name : names) {
      if (vocabulary.matches(name)) {
        return true;
      }
    }
    return false;
  }

  /** Splits at hyphens, underscores, digits and before capitals: postBody-2 is post, body. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>(4);
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      boolean letter = Character.isLetter(c);
      boolean hump =
          letter
              && start >= 0
              && Character.isUpperCase(c)
              && Character.isLowerCase(name.charAt(i - 1));
      if (start >= 0 && (!letter || hump)) {
        words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
      if (letter && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
