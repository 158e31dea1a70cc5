package dev.prospector.agents.internal;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search for an expression in a text. When its steps are used up it finds nothing more. Used by
 * one thread.
 *
 * <p>Every method that looks throws {@link dev.prospector.error.InterruptedWorkException} when the
 * thread is interrupted.
 */
public final class Search {

  private final Matcher matcher;
  private final SteppedText text;
  private boolean spent;

  Search(Pattern pattern, SteppedText text) {
    this.matcher = pattern.matcher(text);
    this.text = text;
  }

  /** Looks for the next match. */
  public boolean find() {
    return look(Matcher::find);
  }

  /** Returns whether the text matches from an index on; what stands before is not seen. */
  public boolean findAt(int from) {
    return look(m -> m.region(from, text.length()).lookingAt());
  }

  /** Returns whether the whole text matches. */
  public boolean matches() {
    return look(Matcher::matches);
  }

  /** Returns whether the beginning of the text matches. */
  public boolean lookingAt() {
    return look(Matcher::lookingAt);
  }

  /** Looks only within a part of the text from now on, from its beginning. */
  public Search region(int from, int to) {
    matcher.region(from, to);
    return this;
  }

  /** Lets what is asserted of the surroundings see beyond the region. */
  public Search withTransparentBounds() {
    matcher.useTransparentBounds(true);
    return this;
  }

  /** Returns whether more text could have changed what was found. */
  public boolean hitEnd() {
    return matcher.hitEnd();
  }

  private boolean look(Predicate<Matcher> how) {
    if (spent) {
      return false;
    }
    try {
      return how.test(matcher);
    } catch (SteppedText.TooManySteps | StackOverflowError e) {
      // Java recurses into repeated groups: a text that drives it too deep has no match.
      spent = true;
      return false;
    }
  }

  /** Returns how many steps were taken so far. */
  long steps() {
    return text.steps();
  }

  /** Returns whether the search was given up. */
  boolean isSpent() {
    return spent;
  }

  /** Returns the text of the match. */
  public String group() {
    return matcher.group();
  }

  /** Returns whether a group has a part in the match. */
  public boolean has(int group) {
    return matcher.start(group) >= 0;
  }

  /** Returns whether a group has a part in the match. */
  public boolean has(String name) {
    return matcher.start(name) >= 0;
  }

  /** Returns the text of a group, empty when it has no part in the match. */
  public String group(int group) {
    return has(group) ? matcher.group(group) : "";
  }

  /** Returns the text of a group, empty when it has no part in the match. */
  public String group(String name) {
    return has(name) ? matcher.group(name) : "";
  }

  /** Returns where the match begins. */
  public int start() {
    return matcher.start();
  }

  /** Returns where a group begins, -1 when it has no part in the match. */
  public int start(int group) {
    return matcher.start(group);
  }

  /** Returns where a group begins, -1 when it has no part in the match. */
  public int start(String name) {
    return matcher.start(name);
  }

  /** Returns where the match ends. */
  public int end() {
    return matcher.end();
  }

  /** Returns where a group ends, -1 when it has no part in the match. */
  public int end(int group) {
    return matcher.end(group);
  }

  /** Returns where a group ends, -1 when it has no part in the match. */
  public int end(String name) {
    return matcher.end(name);
  }

  /** Returns the text with each match, from the beginning on, replaced by a text as it stands. */
  public String replaceAll(String replacement) {
    return replaceAll(found -> replacement);
  }

  /** Returns the text with each match replaced. */
  public String replaceAll(Function<Search, String> replacement) {
    matcher.reset();
    StringBuilder replaced = new StringBuilder();
    int end = 0;
    while (find()) {
      replaced.append(text.toString(), end, start()).append(replacement.apply(this));
      end = end();
    }
    return end == 0 && replaced.length() == 0
        ? text.toString()
        : replaced.append(text.toString(), end, text.length()).toString();
  }

  /** Returns the text with its first match replaced by a text as it stands. */
  public String replaceFirst(String replacement) {
    matcher.reset();
    return find()
        ? text.toString().substring(0, start()) + replacement + text.toString().substring(end())
        : text.toString();
  }
}
