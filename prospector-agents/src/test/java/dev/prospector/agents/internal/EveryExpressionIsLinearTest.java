package dev.prospector.agents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** M: a page of two kilobytes holds a lead for a minute. Counts steps, looks at no clock. */
class EveryExpressionIsLinearTest {

  private static final int LENGTH = 200_000;

  /**
   * So many reads of a character, on average, are far from the thousands of a pattern gone wild.
   */
  private static final int STEPS_PER_CHARACTER = 300;

  private static final List<String> JOINTS = List.of("", " ", ", ");

  @Test
  void everyExpressionReadsItsOwnBeginningsInStepsProportionalToTheirLength() throws Exception {
    SortedMap<String, Expression> expressions = ShippedExpressions.find();
    assertThat(expressions).hasSizeGreaterThan(100);
    Map<String, Long> slow = new LinkedHashMap<>();
    expressions.forEach(
        (name, expression) -> {
          long worst = 0;
          for (String beginning : beginnings(expression.pattern())) {
            worst = Math.max(worst, steps(expression, repeated(beginning)));
          }
          if (worst > (long) STEPS_PER_CHARACTER * LENGTH) {
            slow.put(name, worst / LENGTH);
          }
        });
    assertThat(slow).as("reads of each character").isEmpty();
  }

  /** What it matches, without its end, and half of it, each after itself in three ways. */
  private static Set<String> beginnings(String source) {
    Set<String> beginnings = new LinkedHashSet<>();
    for (long seed = 0; seed < 3; seed++) {
      String whole = PatternSamples.of(source, seed);
      String joint = JOINTS.get((int) seed);
      beginnings.add(whole.substring(0, Math.max(0, whole.length() - 1)) + joint);
      beginnings.add(whole.substring(0, (whole.length() + 1) / 2) + joint);
    }
    beginnings.removeIf(String::isEmpty);
    return beginnings;
  }

  private static String repeated(String beginning) {
    return beginning.repeat(LENGTH / beginning.length() + 1).substring(0, LENGTH);
  }

  /** Counts without the allowance that would end the search. */
  private static long steps(Expression expression, String text) {
    SteppedText counted = new SteppedText(text, 20_000L * LENGTH);
    Matcher matcher = expression.compiled().matcher(counted);
    try {
      while (matcher.find()) {
        continue;
      }
    } catch (SteppedText.TooManySteps | StackOverflowError e) {
      return 20_000L * LENGTH;
    }
    return counted.steps();
  }
}
