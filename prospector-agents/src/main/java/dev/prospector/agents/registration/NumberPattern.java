package dev.prospector.agents.registration;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.List;
import java.util.Optional;

/**
 * One way to state a number: its label, its written form, and the country prefix that the label
 * stands for. Patterns read lower case.
 */
record NumberPattern(RegistrationKind kind, Expression pattern, String prefix, boolean labelled) {

  /** What may stand between a label and its number: punctuation and words for "number". */
  private static final String FILLER =
      "(?:[\\s:;.,#=|()\\[\\]–-]|n(?:\\.?[º°ªo]|r|um)?(?!\\p{L})\\.?|n[úuü]m[eé]ro|nummer|number|sob|of|o|é|is){0,10}+";

  private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}]|[.,/-]\\d)";

  static List<NumberPattern> shipped() {
    return Table.lines("numbers.tsv").map(NumberPattern::fromColumns).toList();
  }

  private static NumberPattern fromColumns(String[] columns) {
    boolean labelled = !columns[2].isEmpty();
    String label = labelled ? "(?:" + columns[2] + ")" + FILLER : "";
    String digits = columns[3].replaceAll("#(\\d+)", "(?:[\\\\h.-]?\\\\d){$1}");
    Expression pattern = Expression.of(label + "(?<number>" + digits + ")" + NO_WORD_AFTER);
    return new NumberPattern(RegistrationKind.valueOf(columns[0]), pattern, columns[1], labelled);
  }

  /** Tells whether a match can begin with a character: after it the pattern wants more. */
  boolean canStartWith(char c) {
    Search matcher = pattern.matcher(String.valueOf(c));
    return matcher.lookingAt() || matcher.hitEnd();
  }

  Optional<RegistrationNumber> read(String written) {
    return RegistrationNumber.parse(kind, prefix + written);
  }
}
