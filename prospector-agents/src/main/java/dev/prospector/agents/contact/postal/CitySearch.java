package dev.prospector.agents.contact.postal;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the name of a city right before a state or postal code, or right after a postal code. */
final class CitySearch {

  private static final int MAX_WORDS = 4;
  private static final int MAX_LOOK = 60;
  private static final Set<String> SMALL =
      Set.of(
          "de", "da", "do", "dos", "das", "del", "la", "le", "of", "upon", "on", "am", "an", "aan",
          "den", "der", "en", "y", "e");
  private static final Expression AFTER =
      Expression.of(
          "[ ,-]{1,3}((?:['’]s-)?\\p{Lu}[\\p{L}'’.-]{1,25}(?:[ ](?:\\p{Lu}[\\p{L}'’-]{1,25}|aan|den|de|am|an|der|do|da|la)){0,3})");

  private final String text;

  CitySearch(String text) {
    this.text = text;
  }

  /** Returns the city that ends right before an index, separated by a comma, a space or a line. */
  Optional<Streets.Span> before(int index) {
    int end = index;
    while (end > 0 && index - end < 5 && " ,\n\u00a0|•·-–/(".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    Deque<Streets.Span> words = wordsBefore(end);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<Streets.Span> list = new ArrayList<>(words);
    for (int i = 0; i < list.size(); i++) {
      if (Towns.isTown(text.substring(list.get(i).start(), end))) {
        return Optional.of(new Streets.Span(list.get(i).start(), end));
      }
    }
    boolean clean = list.size() <= 3 && breaksBefore(list.get(0).start());
    int start = clean ? list.get(0).start() : list.get(list.size() - 1).start();
    return Optional.of(new Streets.Span(start, end));
  }

  /** Returns the longest run of words of one kind that ends right before an index. */
  Optional<Streets.Span> before(int index, Predicate<String> kind) {
    Streets.Span segment = segmentBefore(index);
    if (kind.test(text.substring(segment.start(), segment.end()))) {
      return Optional.of(segment);
    }
    for (Streets.Span word : wordsBefore(segment.end())) {
      if (kind.test(text.substring(word.start(), segment.end()))) {
        return Optional.of(new Streets.Span(word.start(), segment.end()));
      }
    }
    return Optional.empty();
  }

  /** Returns what stands between an index and the comma or line end before it. */
  private Streets.Span segmentBefore(int index) {
    int end = index;
    while (end > 0 && index - end < 5 && " ,\n\u00a0|.".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < MAX_LOOK && ",\n|".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    return new Streets.Span(start, end);
  }

  private boolean breaksBefore(int index) {
    int i = index - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 || ",\n|•·-–".indexOf(text.charAt(i)) >= 0;
  }

  private Deque<Streets.Span> wordsBefore(int end) {
    Deque<Streets.Span> words = new ArrayDeque<>();
    int at = end;
    while (words.size() < MAX_WORDS && end - at < MAX_LOOK) {
      int start = at;
      while (start > 0 && isWord(text.charAt(start - 1))) {
        start--;
      }
      String word = text.substring(start, at);
      boolean saint = word.equals("St") && breaksBefore(start);
      boolean street = !words.isEmpty() && !saint && Streets.isSuffix(strip(word));
      if (word.isEmpty() || !isName(word) || street) {
        break;
      }
      words.addFirst(new Streets.Span(start, at));
      if (start == 0 || text.charAt(start - 1) != ' ') {
        break;
      }
      at = start - 1;
    }
    while (!words.isEmpty()
        && SMALL.contains(text.substring(words.peekFirst().start(), words.peekFirst().end()))) {
      words.removeFirst();
    }
    return words;
  }

  private static String strip(String word) {
    return word.endsWith(".") && !word.equals("St.") ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean isWord(char c) {
    return Character.isLetter(c) || c == '.' || c == '\'' || c == '’' || c == '-';
  }

  private static boolean isName(String word) {
    return Character.isUpperCase(word.charAt(0)) || SMALL.contains(word);
  }

  /** Returns the city that begins right after an index. */
  Optional<Streets.Span> after(int index) {
    Search matcher = AFTER.matcher(text);
    if (!matcher.findAt(index)) {
      return Optional.empty();
    }
    int end = matcher.end(1);
    while (".-'’".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return Optional.of(new Streets.Span(matcher.start(1), end));
  }
}
