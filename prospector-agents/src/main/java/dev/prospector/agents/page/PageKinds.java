package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.Vocabulary;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells the kind of a page by words of its address, title and headings. */
final class PageKinds {

  private static final int MAX_LENGTH = 300;
  private static final int MAX_WORDS = 3;
  private static final int MAX_TITLE_WORDS = 6;

  private static final Map<String, PageKind> RULES = new HashMap<>();

  static {
    Vocabulary vocabulary = Vocabulary.read("page-kinds.txt");
    for (String name : vocabulary.names()) {
      for (String line : vocabulary.section(name)) {
        for (String phrase : line.split(" ")) {
          RULES.putIfAbsent(phrase, PageKind.valueOf(name.toUpperCase(Locale.ROOT)));
        }
      }
    }
  }

  private PageKinds() {}

  static PageKind of(String url, List<String> titles) {
    List<String> segments = segments(url);
    if (segments.isEmpty() && !url.isEmpty()) {
      return PageKind.HOME;
    }
    if (dated(segments) || segments.stream().anyMatch(s -> kind(words(s)) == PageKind.NEWS)) {
      return PageKind.NEWS; // An article is news, on any subject.
    }
    for (int i = segments.size() - 1; i >= 0; i--) {
      PageKind kind = kind(words(segments.get(i)));
      boolean index = kind == PageKind.HOME && i > 0; // The first page of a folder.
      if (kind != PageKind.OTHER && !index) {
        return kind;
      }
    }
    for (String title : titles) {
      PageKind kind = ofTitle(title);
      if (kind != PageKind.OTHER && kind != PageKind.HOME) {
        return kind;
      }
    }
    return PageKind.OTHER;
  }

  /**
   * Titles name the page and the site, apart by a bar or a dash; the page's part is a short one.
   */
  private static PageKind ofTitle(String title) {
    String bounded = title.substring(0, Math.min(MAX_LENGTH, title.length()));
    for (String part : bounded.split(" [-|–—:·»] |[|»]")) {
      List<String> words = words(part);
      PageKind kind = words.size() <= MAX_TITLE_WORDS ? leading(words) : PageKind.OTHER;
      if (kind != PageKind.OTHER) {
        return kind;
      }
    }
    return PageKind.OTHER;
  }

  /** In a title the words must stand alone or at its beginning. */
  private static PageKind leading(List<String> words) {
    for (int length = Math.min(MAX_WORDS, words.size()); length > 0; length--) {
      boolean alone = length == words.size() || length > 1;
      PageKind kind = RULES.get(String.join("-", words.subList(0, length)));
      if (kind != null && alone) {
        return kind;
      }
    }
    return PageKind.OTHER;
  }

  private static PageKind kind(List<String> words) {
    for (int length = Math.min(MAX_WORDS, words.size()); length > 0; length--) {
      for (int i = 0; i + length <= words.size(); i++) {
        PageKind kind = RULES.get(String.join("-", words.subList(i, i + length)));
        boolean strong = length > 1 || words.size() <= MAX_WORDS;
        if (kind != null && strong) {
          return kind;
        }
      }
    }
    return PageKind.OTHER;
  }

  private static List<String> segments(String url) {
    String rest = url.substring(0, Math.min(MAX_LENGTH, url.length()));
    int scheme = rest.indexOf("://");
    if (scheme >= 0) {
      int slash = rest.indexOf('/', scheme + 3);
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    String path = PercentDecoder.decode(rest.split("[?#]", 2)[0]);
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/")) {
      String name = segment.replaceFirst("\\.(?:html?|php\\d?|aspx?|jsp|cfm|shtml)$", "");
      if (!name.isBlank() && !languagePrefix(name, segments)) {
        segments.add(name);
      }
    }
    return segments;
  }

  /** Says whether a year and a month stand in the address, as blogs write it. */
  private static boolean dated(List<String> segments) {
    for (int i = 1; i < segments.size(); i++) {
      String year = segments.get(i - 1);
      String month = segments.get(i);
      boolean digits = (year + month).chars().allMatch(c -> c >= '0' && c <= '9');
      if (digits && year.length() == 4 && month.length() <= 2) {
        return true;
      }
    }
    return false;
  }

  private static boolean languagePrefix(String name, List<String> before) {
    return before.isEmpty() && name.matches("(?i)[a-z]{2}(?:[-_][a-z]{2})?");
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
