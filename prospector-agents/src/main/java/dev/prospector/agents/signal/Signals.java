package dev.prospector.agents.signal;

import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the sentences by which a company announces that it hires or grows, in Portuguese, English
 * and Spanish. Negation and tense are read: that there are no openings, that there once were or may
 * be, a form for applications and a question announce nothing. A heading announces nothing by
 * itself, and neither does the address of a page.
 */
public final class Signals {

  private static final int LEAST_WORDS = 3;

  private Signals() {}

  /**
   * Returns the announcements of a text, in their order.
   *
   * @param text of a page
   * @param start from where to read
   * @param end up to where to read
   * @param language of the text; in others than the three nothing is found
   * @param thisYear announcements that name only earlier years than the last are past
   */
  public static List<Signal> in(String text, int start, int end, Language language, int thisYear) {
    List<Signal> signals = new ArrayList<>();
    List<TextPassage> passages = Passages.of(text.substring(start, end));
    for (int i = 0; i < passages.size(); i++) {
      TextPassage placed =
          new TextPassage(passages.get(i).start() + start, passages.get(i).end() + start);
      String next =
          i + 1 < passages.size()
              ? text.substring(
                  passages.get(i + 1).start() + start, passages.get(i + 1).end() + start)
              : "";
      kind(placed.of(text), next, language, thisYear)
          .ifPresent(kind -> signals.add(new Signal(kind, placed, dated(placed.of(text)))));
    }
    return signals;
  }

  private static Optional<Signal.Kind> kind(
      String sentence, String next, Language language, int thisYear) {
    List<String> words = Phrases.words(sentence);
    char last = sentence.charAt(sentence.length() - 1);
    boolean label = ".!".indexOf(last) < 0 && words.size() < LEAST_WORDS;
    if (last == '?' || label || past(words, thisYear)) {
      return Optional.empty();
    }
    Phrases denied = SignalWords.of("denied", language);
    for (Signal.Kind kind : Signal.Kind.values()) {
      if (SignalWords.of(kind.subject(), language).occurIn(words)) {
        // A line without an end, such as a heading, goes on in the next, which may deny it.
        boolean takenBack = ".!".indexOf(last) < 0 && denied.occurIn(Phrases.words(next));
        boolean anothers =
            kind == Signal.Kind.EXPANSION && !Triggers.isOwnExpansion(words, language);
        return denied.occurIn(words) || takenBack || anothers
            ? Optional.empty()
            : Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static boolean isYear(String word) {
    return word.length() == 4
        && (word.startsWith("19") || word.startsWith("20"))
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean dated(String sentence) {
    return Phrases.words(sentence).stream().anyMatch(Signals::isYear);
  }

  /** Says whether a sentence names years and all of them are well past. */
  private static boolean past(List<String> words, int thisYear) {
    List<Integer> years = words.stream().filter(Signals::isYear).map(Integer::parseInt).toList();
    return !years.isEmpty() && years.stream().allMatch(year -> year < thisYear - 1);
  }
}
