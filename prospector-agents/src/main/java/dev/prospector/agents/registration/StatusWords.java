package dev.prospector.agents.registration;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.registration.RegistrationMention.StatusWord;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words that say whether a registration is in force, and where they count. */
final class StatusWords {

  /** A status is read from the words of this vocabulary. */
  static final ValueType<RegistrationStatus> TYPE = ValueTypes.readBy(StatusWords::readings);

  private static final int REACH_AFTER = 90;
  private static final int REACH_BEFORE = 60;

  private final List<Word> words;

  private StatusWords(List<Word> words) {
    this.words = words;
  }

  static StatusWords shipped() {
    return new StatusWords(
        Table.lines("status.tsv")
            .map(columns -> new Word(RegistrationStatus.valueOf(columns[0]), compile(columns[1])))
            .toList());
  }

  private static final class Shipped {
    static final StatusWords WORDS = shipped();
  }

  private static List<RegistrationStatus> readings(String quote) {
    return Shipped.WORDS.read(quote).stream().toList();
  }

  private static Expression compile(String words) {
    return Expression.of(
        "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Returns the nearest word after the number, or else before it on its line. */
  Optional<StatusWord> near(String text, int start, int end) {
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    Optional<StatusWord> after = first(text, end, Math.min(text.length(), end + REACH_AFTER));
    return after.isPresent()
        ? after
        : first(text, Math.max(lineStart, start - REACH_BEFORE), start);
  }

  /** Returns what a register's own word for the status says. */
  Optional<RegistrationStatus> read(String word) {
    return first(word, 0, word.length()).map(StatusWord::status);
  }

  private Optional<StatusWord> first(String text, int from, int to) {
    Optional<StatusWord> first = Optional.empty();
    for (Word word : words) {
      Search matcher = word.pattern().matcher(text).region(from, to).withTransparentBounds();
      if (matcher.find() && first.map(StatusWord::start).orElse(to) > matcher.start()) {
        first = Optional.of(new StatusWord(word.status(), matcher.start(), matcher.end()));
      }
    }
    return first;
  }

  private record Word(RegistrationStatus status, Expression pattern) {}
}
