package dev.prospector.agents.page.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the element that holds the main content: one that its author named so if it holds much of
 * the page's prose, otherwise the one whose prose most outweighs its links and short lines.
 */
final class MainRoot {

  private static final NameVocabulary BODY = NameVocabulary.of("body");
  private static final NameVocabulary CONTENT = NameVocabulary.of("content");

  /** A named element is taken when it has this share of the best element's value. */
  private static final double BODY_SHARE = 0.35;

  private static final double CONTENT_SHARE = 0.6;

  /** Elements of one name with at least this share of the largest belong together. */
  private static final double PEER = 0.3;

  private final List<Box> boxes;
  private final double[] sums;

  private MainRoot(Layout layout, Surroundings surroundings, boolean[] teasers) {
    this.boxes = layout.boxes();
    List<Line> lines = layout.lines();
    this.sums = new double[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      sums[i + 1] = sums[i] + (surroundings.any(i) ? 0 : value(lines.get(i), teasers[i]));
    }
  }

  static Box of(Layout layout, Surroundings surroundings, boolean[] teasers) {
    return new MainRoot(layout, surroundings, teasers).choose();
  }

  private Box choose() {
    Box best = boxes.get(0);
    for (Box box : boxes) {
      best = value(box) >= value(best) ? box : best;
    }
    Box body = largest(true);
    if (body != null && value(body) >= BODY_SHARE * value(best)) {
      return body;
    }
    Box content = largest(false);
    return content != null && value(content) >= CONTENT_SHARE * value(best) ? content : best;
  }

  private @Nullable Box largest(boolean body) {
    Box largest = null;
    for (Box box : boxes) {
      if (value(box) > 0 && (body ? isBody(box) : isContent(box))) {
        largest = largest == null || value(box) >= value(largest) ? box : largest;
      }
    }
    return largest == null ? null : withPeers(largest, body);
  }

  private Box withPeers(Box largest, boolean body) {
    Box common = largest;
    for (Box box : boxes) {
      boolean apart = box.firstLine() >= common.endLine() || box.endLine() <= common.firstLine();
      if (apart && value(box) >= PEER * value(largest) && (body ? isBody(box) : isContent(box))) {
        common = commonParent(common, box);
      }
    }
    return common;
  }

  private Box commonParent(Box one, Box other) {
    Box box = one;
    while (box.parent() != null
        && (box.firstLine() > other.firstLine() || box.endLine() < other.endLine())) {
      box = box.parent();
    }
    return box;
  }

  private static double value(Line line, boolean teaser) {
    double value = LineValue.of(line);
    return teaser ? Math.min(0, value) : value;
  }

  private double value(Box box) {
    return sums[box.endLine()] - sums[box.firstLine()];
  }

  /** Says whether the element's author named it the content of the page. */
  static boolean named(Box box) {
    return isBody(box) || isContent(box);
  }

  static boolean isBody(Box box) {
    return box.element().attr("itemprop").equals("articleBody") || box.names().match(BODY);
  }

  private static boolean isContent(Box box) {
    return box.element().nameIs("article")
        || box.element().nameIs("main")
        || box.element().attr("role").equals("main")
        || box.names().match(CONTENT);
  }
}
