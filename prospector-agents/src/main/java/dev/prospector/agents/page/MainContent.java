package dev.prospector.agents.page;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells the lines that are a page's own subject from those around it. */
final class MainContent {

  private static final Vocabulary VOCABULARY = Vocabulary.read("element-names.txt");
  private static final NameVocabulary BODY = NameVocabulary.of(VOCABULARY.section("body"));
  private static final NameVocabulary CONTENT = NameVocabulary.of(VOCABULARY.section("content"));
  private static final NameVocabulary SURROUNDING =
      NameVocabulary.of(VOCABULARY.section("surrounding"));
  private static final NameVocabulary COMMENTS = NameVocabulary.of(VOCABULARY.section("comments"));
  private static final Set<String> SURROUNDING_TAGS =
      Set.of("nav", "footer", "aside", "form", "dialog", "menu", "figcaption", "fieldset");
  private static final Set<String> SURROUNDING_ROLES =
      Set.of("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alert");

  /** Below so many characters, the whole page is looked at instead of its best part. */
  private static final int LITTLE_TEXT = 200;

  private final Layout layout;
  private final List<Line> lines;
  private final boolean[] pruned;
  private final double[] values;

  private MainContent(Layout layout) {
    this.layout = layout;
    this.lines = layout.lines();
    this.pruned = new boolean[lines.size()];
    this.values = new double[lines.size()];
  }

  static boolean[] of(Layout layout) {
    return new MainContent(layout).choose();
  }

  private boolean[] choose() {
    for (int i = 0; i < values.length; i++) {
      values[i] = value(lines.get(i));
    }
    prune();
    boolean[] main = within(root());
    return chars(main) >= LITTLE_TEXT ? main : within(layout.boxes().get(0));
  }

  private boolean[] within(Box root) {
    boolean[] main = new boolean[lines.size()];
    for (int i = root.firstLine(); i < root.endLine(); i++) {
      main[i] = !pruned[i] && kept(lines.get(i));
    }
    return main;
  }

  private int chars(boolean[] main) {
    int chars = 0;
    for (int i = 0; i < main.length; i++) {
      chars += main[i] ? lines.get(i).text().length() : 0;
    }
    return chars;
  }

  private static boolean kept(Line line) {
    return !(line.mostlyLinks() && !line.heading() && line.text().length() < 80);
  }

  /** Prose counts by its length; short and linked lines count against the element around them. */
  private static double value(Line line) {
    int plain = line.plainChars();
    if (line.mostlyLinks()) {
      return -30;
    }
    if (plain < 40) {
      return line.heading() ? 0 : -10;
    }
    return plain;
  }

  private void prune() {
    double[] sums = sums();
    double total = sums[sums.length - 1];
    for (Box box : layout.boxes()) {
      if (box.parent() == null || box.lineCount() == 0) {
        continue;
      }
      double share = (sums[box.endLine()] - sums[box.firstLine()]) / Math.max(1, total);
      if (comments(box) || (share < 0.5 && surrounding(box))) {
        for (int i = box.firstLine(); i < box.endLine(); i++) {
          pruned[i] = true;
        }
      }
    }
  }

  private double[] sums() {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + (pruned[i] ? 0 : Math.max(0, values[i]));
    }
    return sums;
  }

  private static boolean comments(Box box) {
    return !box.element().nameIs("article") && box.names().match(COMMENTS);
  }

  private static boolean surrounding(Box box) {
    Element element = box.element();
    if (SURROUNDING_TAGS.contains(element.normalName())
        || SURROUNDING_ROLES.contains(element.attr("role"))) {
      return true;
    }
    return box.names().match(SURROUNDING);
  }

  private Box root() {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + (pruned[i] ? 0 : values[i]);
    }
    Box best = layout.boxes().get(0);
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Box box : layout.boxes()) {
      double score = (sums[box.endLine()] - sums[box.firstLine()]) * weight(box);
      if (score >= bestScore) {
        best = box;
        bestScore = score;
      }
    }
    return best;
  }

  private static double weight(Box box) {
    Element element = box.element();
    if (element.attr("itemprop").equals("articleBody") || box.names().match(BODY)) {
      return 1.3;
    }
    if (element.nameIs("article") || element.nameIs("main") || box.names().match(CONTENT)) {
      return 1.1;
    }
    return 1;
  }
}
