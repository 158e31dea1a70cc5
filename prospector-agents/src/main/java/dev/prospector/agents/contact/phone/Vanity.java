package dev.prospector.agents.contact.phone;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;

/** North American numbers spelt with letters: {@code 1-800-FLOWERS}, {@code (520) 494-STAR}. */
final class Vanity {

  /** Area codes that companies buy for words; others need brackets or an announcing word. */
  private static final Expression SPELT =
      Expression.of(
          "(?<![\\w.-])(?:\\+?1[-. ]{1,3})?(?:\\(([2-9]\\d{2})\\)|([2-9]\\d{2}))[-. ]{1,3}"
              + "(?=[-. \\d]{0,6}[A-Z]{2})([A-Z\\d](?:[-. ]?[A-Z\\d]){5,14})(?![a-z])"
              + "(?:\\s?\\(\\d[\\d -]{2,8}\\d\\))?");

  private static final Expression BOUGHT = Expression.of("8(?:00|22|33|44|55|66|77|88)|900");
  private static final Expression LETTERS = Expression.of("[A-Z]");
  private static final String KEYS = "22233344455566677778889999";
  private static final int LENGTH = 7;

  private Vanity() {}

  static List<PhoneMatch> find(String line) {
    List<PhoneMatch> found = new ArrayList<>();
    Search matcher = SPELT.matcher(line);
    while (matcher.find()) {
      String word = matcher.group(3);
      int length = lengthOfNumber(word);
      int start = matcher.start();
      int end = matcher.start(3) + length;
      if (length > 0 && isDialled(line, matcher)) {
        NumberingPlan.parse("+1" + area(matcher) + digits(word.substring(0, length)), "US")
            .ifPresent(n -> found.add(new PhoneMatch(n, start, end, false)));
      }
    }
    return found;
  }

  private static boolean isDialled(String line, Search matcher) {
    return !matcher.has(2)
        || BOUGHT.matcher(matcher.group(2)).matches()
        || PhoneWords.announced(line.substring(0, matcher.start()));
  }

  private static String area(Search matcher) {
    return !matcher.has(1) ? matcher.group(2) : matcher.group(1);
  }

  /** Returns where the seventh key lies; words may run on, since further keys are ignored. */
  private static int lengthOfNumber(String word) {
    int keys = 0;
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetterOrDigit(word.charAt(i)) && ++keys == LENGTH) {
        return LETTERS.matcher(word.substring(0, i + 1)).find() ? i + 1 : 0;
      }
    }
    return 0;
  }

  private static String digits(String word) {
    StringBuilder digits = new StringBuilder();
    for (char c : word.toCharArray()) {
      if (Character.isDigit(c)) {
        digits.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        digits.append(KEYS.charAt(c - 'A'));
      }
    }
    return digits.toString();
  }
}
