package dev.prospector.agents.contact.text;

import dev.prospector.agents.internal.SortedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table of names of one or more words, found in a text in one pass, the longest first. */
public final class PhraseTable {

  /** A name at a place of a text. */
  public record Hit(int start, int end, String value) {}

  private static final int MAX_WORDS = 6;

  private final Names names;

  private PhraseTable(Names names) {
    this.names = names;
  }

  /** Returns the table of the given names with their values; of one name the first value counts. */
  public static PhraseTable of(Map<String, String> values) {
    GivenNames names = new GivenNames();
    values.forEach(names::put);
    return new PhraseTable(names);
  }

  /** Returns a table whose keys are the words of names, in lower case with a space between. */
  public static PhraseTable of(SortedTable table) {
    return new PhraseTable(new TableNames(table));
  }

  /** Returns the value of a name. */
  public Optional<String> value(String name) {
    List<int[]> words = Words.of(name);
    return names.value(key(name, words, 0, words.size()));
  }

  /** Returns the names in a text that begin with a capital letter; they do not overlap. */
  public List<Hit> find(String text) {
    List<Hit> hits = new ArrayList<>();
    List<int[]> words = Words.of(text);
    int i = 0;
    while (i < words.size()) {
      int count = Character.isUpperCase(text.charAt(words.get(i)[0])) ? countAt(text, words, i) : 0;
      if (count > 0) {
        String value = names.value(key(text, words, i, count)).orElse("");
        hits.add(new Hit(words.get(i)[0], words.get(i + count - 1)[1], value));
      }
      i += Math.max(1, count);
    }
    return hits;
  }

  private int countAt(String text, List<int[]> words, int first) {
    int most = names.longest(word(text, words.get(first)));
    for (int n = Math.min(most, words.size() - first); n > 0; n--) {
      if (close(text, words, first, n) && names.value(key(text, words, first, n)).isPresent()) {
        return n;
      }
    }
    return 0;
  }

  /** Tells whether only a space, a hyphen or a point stands between the words. */
  private static boolean close(String text, List<int[]> words, int first, int count) {
    for (int i = first + 1; i < first + count; i++) {
      int gap = words.get(i)[0] - words.get(i - 1)[1];
      if (gap > 2 || text.substring(words.get(i - 1)[1], words.get(i)[0]).indexOf(',') >= 0) {
        return false;
      }
    }
    return true;
  }

  private static String key(String text, List<int[]> words, int first, int count) {
    StringBuilder key = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      key.append(i == first ? "" : " ").append(word(text, words.get(i)));
    }
    return key.toString();
  }

  private static String word(String text, int[] range) {
    return text.substring(range[0], range[1]).toLowerCase(Locale.ROOT);
  }

  /** What is asked of a table of names. */
  private interface Names {

    Optional<String> value(String key);

    /** Returns a number of words that no name is longer than which begins with a word. */
    int longest(String firstWord);
  }

  private static final class GivenNames implements Names {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();

    void put(String name, String value) {
      List<int[]> words = Words.of(name);
      if (!words.isEmpty() && words.size() <= MAX_WORDS) {
        values.putIfAbsent(key(name, words, 0, words.size()), value);
        longest.merge(word(name, words.get(0)), words.size(), Math::max);
      }
    }

    @Override
    public Optional<String> value(String key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public int longest(String firstWord) {
      return longest.getOrDefault(firstWord, 0);
    }
  }

  private record TableNames(SortedTable table) implements Names {

    @Override
    public Optional<String> value(String key) {
      return table.value(key);
    }

    @Override
    public int longest(String firstWord) {
      return table.hasKeyWith(firstWord + " ") ? MAX_WORDS : 1;
    }
  }
}
