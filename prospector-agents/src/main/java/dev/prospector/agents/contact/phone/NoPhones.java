package dev.prospector.agents.contact.phone;

import dev.prospector.agents.contact.text.ResourceLines;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blots out what has many digits but is no phone: registration numbers, dates, prices, codes. */
final class NoPhones {

  private static final List<Pattern> PATTERNS =
      ResourceLines.of("no-phones.txt").stream().map(Pattern::compile).toList();
  private static final Pattern DIGIT = Pattern.compile("\\d");

  private NoPhones() {}

  /** Returns the line with the digits of such stretches replaced, all else at its place. */
  static String blot(String line) {
    String result = line;
    for (Pattern pattern : PATTERNS) {
      Matcher matcher = pattern.matcher(result);
      if (matcher.find()) {
        result = matcher.replaceAll(m -> Matcher.quoteReplacement(hidden(m.group())));
      }
    }
    return result;
  }

  private static String hidden(String stretch) {
    return DIGIT.matcher(stretch).replaceAll("_");
  }
}
