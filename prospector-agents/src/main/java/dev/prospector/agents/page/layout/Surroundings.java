package dev.prospector.agents.page.layout;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Finds the elements whose names, roles or tags say that they surround the main content. */
final class Surroundings {

  private static final NameVocabulary STRONG = NameVocabulary.of("surrounding");
  private static final NameVocabulary WEAK = NameVocabulary.of("accessory");
  private static final NameVocabulary COMMENTS = NameVocabulary.of("comments");
  private static final Set<String> STRONG_TAGS = Set.of("nav", "footer", "aside", "dialog", "menu");
  private static final Set<String> WEAK_TAGS = Set.of("form", "figcaption", "fieldset");
  private static final Set<String> STRONG_ROLES =
      Set.of("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alert");

  /** An element with more than this share of the page's prose is no surrounding, by its kind. */
  private static final double MOST = 0.8;

  private static final double MUCH = 0.25;

  private static final double HALF = 0.4;

  private final List<Line> lines;
  private final boolean[] surrounding;
  private final boolean[] accessory;
  private final double[] prose;
  private final double[] plain;

  private final Set<Box> holders;

  private Surroundings(Layout layout) {
    this.lines = layout.lines();
    this.surrounding = new boolean[lines.size()];
    this.accessory = new boolean[lines.size()];
    this.prose = new double[lines.size() + 1];
    this.plain = new double[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      prose[i + 1] = prose[i] + Math.max(0, LineValue.of(lines.get(i)));
      plain[i + 1] = plain[i] + lines.get(i).plainChars();
    }
    this.holders = holders(layout);
  }

  /** The elements that are or hold one named as an article's body with much of the prose. */
  private Set<Box> holders(Layout layout) {
    Set<Box> holders = new HashSet<>();
    for (Box box : layout.boxes()) {
      if (share(box) >= MUCH && MainRoot.isBody(box)) {
        for (Box holder = box; holder != null && holders.add(holder); ) {
          holder = holder.parent();
        }
      }
    }
    return holders;
  }

  /** Share in the page's prose or, where that is larger, in its text outside links. */
  private double share(Box box) {
    return Math.max(share(prose, box), share(plain, box));
  }

  private double share(double[] sums, Box box) {
    return (sums[box.endLine()] - sums[box.firstLine()]) / Math.max(1, sums[lines.size()]);
  }

  static Surroundings of(Layout layout) {
    Surroundings surroundings = new Surroundings(layout);
    for (Box box : layout.boxes()) {
      if (box.parent() != null && box.lineCount() > 0 && !surroundings.holders.contains(box)) {
        surroundings.mark(box);
      }
    }
    return surroundings;
  }

  /** Says whether a line lies in navigation, footer, side bar, comments or the like. */
  boolean surrounding(int line) {
    return surrounding[line];
  }

  /**
   * Says whether a line lies there, or in an accessory of an article, such as its author's name.
   */
  boolean any(int line) {
    return surrounding[line] || accessory[line];
  }

  private void mark(Box box) {
    Element element = box.element();
    boolean article = element.nameIs("article") || element.nameIs("main");
    double share = share(box);
    if ((!article && box.names().match(COMMENTS)) || (share < MOST && strong(box))) {
      Arrays.fill(surrounding, box.firstLine(), box.endLine(), true);
    } else if (share < HALF
        && (WEAK_TAGS.contains(element.normalName()) || box.names().match(WEAK))) {
      Arrays.fill(accessory, box.firstLine(), box.endLine(), true);
    }
  }

  private static boolean strong(Box box) {
    return STRONG_TAGS.contains(box.element().normalName())
        || STRONG_ROLES.contains(box.element().attr("role"))
        || box.names().match(STRONG);
  }
}
