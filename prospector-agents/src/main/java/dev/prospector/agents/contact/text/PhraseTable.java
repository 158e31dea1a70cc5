package dev.prospector.agents.contact.text;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
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

  private static final Expression WORD = Expression.of("\\p{L}[\\p{L}\\p{M}]*+(?:['’]\\p{L}+)?");
  private static final int MAX_WORDS = 6;

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> longest = new HashMap<>();

  /** Adds a name; its value is what a hit returns. */
  public void put(String name, String value) {
    List<int[]> words = words(name);
    if (words.isEmpty() || words.size() > MAX_WORDS) {
      return;
    }
    values.putIfAbsent(key(name, words, 0, words.size()), value);
    longest.merge(word(name, words.get(0)), words.size(), Math::max);
  }

  public Optional<String> value(String name) {
    List<int[]> words = words(name);
    return Optional.ofNullable(values.get(key(name, words, 0, words.size())));
  }

  /** Returns the names in a text that begin with a capital letter; they do not overlap. */
  public List<Hit> find(String text) {
    List<Hit> hits = new ArrayList<>();
    List<int[]> words = words(text);
    int i = 0;
    while (i < words.size()) {
      int count = Character.isUpperCase(text.charAt(words.get(i)[0])) ? countAt(text, words, i) : 0;
      if (count > 0) {
        String value = values.getOrDefault(key(text, words, i, count), "");
        hits.add(new Hit(words.get(i)[0], words.get(i + count - 1)[1], value));
      }
      i += Math.max(1, count);
    }
    return hits;
  }

  private int countAt(String text, List<int[]> words, int first) {
    int most = longest.getOrDefault(word(text, words.get(first)), 0);
    for (int n = Math.min(most, words.size() - first); n > 0; n--) {
      if (close(text, words, first, n) && values.containsKey(key(text, words, first, n))) {
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
      key.append(word(text, words.get(i))).append(' ');
    }
    return key.toString();
  }

  private static String word(String text, int[] range) {
    return text.substring(range[0], range[1]).toLowerCase(Locale.ROOT);
  }

  private static List<int[]> words(String text) {
    List<int[]> words = new ArrayList<>();
    Search matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    return words;
  }
}
