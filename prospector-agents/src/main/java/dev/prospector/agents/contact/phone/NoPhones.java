package dev.prospector.agents.contact.phone;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.List;

/** Blots out what has many digits but is no phone: registration numbers, dates, prices, codes. */
final class NoPhones {

  private static final List<Expression> PATTERNS =
      ResourceLines.of("no-phones.txt").stream().map(Expression::of).toList();
  private static final Expression DIGIT = Expression.of("\\d");

  private NoPhones() {}

  /** Returns the line with the digits of such stretches replaced, all else at its place. */
  static String blot(String line) {
    String result = line;
    for (Expression pattern : PATTERNS) {
      Search matcher = pattern.matcher(result);
      if (matcher.find()) {
        result = matcher.replaceAll(m -> hidden(m.group()));
      }
    }
    return result;
  }

  private static String hidden(String stretch) {
    return DIGIT.matcher(stretch).replaceAll("_");
  }
}
