package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.evaluation.Score.WrongCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares a set of expected keys with a set of found ones, page by page, and adds up. */
final class SetTally {

  private final String name;
  private final boolean personal;
  private final List<WrongCase> wrong = new ArrayList<>();
  private long right;
  private long missed;
  private long extra;
  private long pages;
  private double pageSum;

  /**
   * Begins at zero.
   *
   * @param name what is counted
   * @param personal whether the keys must not be shown in wrong cases
   */
  SetTally(String name, boolean personal) {
    this.name = name;
    this.personal = personal;
  }

  void add(String page, Set<String> expected, Set<String> found) {
    if (!expected.isEmpty() || !found.isEmpty()) {
      pages++;
      long both = expected.stream().filter(found::contains).count();
      pageSum += 2.0 * both / (expected.size() + found.size());
    }
    for (String key : expected) {
      if (found.contains(key)) {
        right++;
      } else {
        missed++;
        wrong.add(new WrongCase(page, name + ' ' + shown(key), "missing"));
      }
    }
    for (String key : found) {
      if (!expected.contains(key)) {
        extra++;
        wrong.add(new WrongCase(page, "no such " + name, shown(key)));
      }
    }
  }

  double recall() {
    return right == 0 ? 0 : (double) right / (right + missed);
  }

  /** Returns the harmonic mean of precision and recall over all pages together. */
  double f1() {
    return right == 0 ? 0 : 2.0 * right / (2.0 * right + missed + extra);
  }

  /** Returns the mean F1 of the pages where anything is expected or found, each counting alike. */
  double pageF1() {
    return pages == 0 ? 0 : pageSum / pages;
  }

  long right() {
    return right;
  }

  String name() {
    return name;
  }

  long expected() {
    return right + missed;
  }

  long found() {
    return right + extra;
  }

  List<WrongCase> wrong() {
    return wrong;
  }

  /** Letters and digits are hidden, the form stays. */
  private String shown(String key) {
    return personal ? key.replaceAll("\\p{L}", "x").replaceAll("\\d", "9") : key;
  }
}
