package dev.prospector.agents.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A regular expression over text from outside. For every text its searches end after a number of
 * steps in proportion to its length, and when their thread is interrupted. Immutable.
 */
public final class Expression {

  private final Pattern pattern;

  private Expression(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Compiles an expression of {@link Pattern}. */
  public static Expression of(String regex) {
    return new Expression(Pattern.compile(regex));
  }

  /** Compiles an expression with flags of {@link Pattern}. */
  public static Expression of(String regex, int flags) {
    return new Expression(Pattern.compile(regex, flags));
  }

  /** Returns a search through a text, at its beginning. */
  public Search matcher(CharSequence text) {
    return new Search(pattern, new SteppedText(text.toString()));
  }

  /** Returns whether the expression matches somewhere in a text. */
  public boolean isIn(CharSequence text) {
    return matcher(text).find();
  }

  /** Returns whether the expression matches the whole of a text. */
  public boolean isAllOf(CharSequence text) {
    return matcher(text).matches();
  }

  /** Returns the texts of all matches, in their order. */
  public List<String> all(CharSequence text) {
    List<String> all = new ArrayList<>();
    for (Search search = matcher(text); search.find(); ) {
      all.add(search.group());
    }
    return all;
  }

  /**
   * Returns the parts of a text between the matches, without empty ones at its end; the text itself
   * where there is no match.
   */
  public List<String> split(CharSequence text) {
    try {
      return List.of(pattern.split(new SteppedText(text.toString())));
    } catch (SteppedText.TooManySteps e) {
      return List.of(text.toString());
    }
  }

  /** Returns the expression as written. */
  public String pattern() {
    return pattern.pattern();
  }

  Pattern compiled() {
    return pattern;
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
