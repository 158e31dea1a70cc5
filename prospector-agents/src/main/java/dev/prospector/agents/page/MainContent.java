package dev.prospector.agents.page;

import java.util.List;

/** Tells the lines that are a page's own subject from those around it. */
final class MainContent {

  /** Below so many characters, the whole page is looked at instead of its best part. */
  private static final int LITTLE_TEXT = 200;

  private final Layout layout;
  private final List<Line> lines;
  private final boolean[] pruned;

  private MainContent(Layout layout) {
    this.layout = layout;
    this.lines = layout.lines();
    this.pruned = Surroundings.of(layout);
  }

  /** Returns for each line of the layout whether it is main content. */
  static boolean[] of(Layout layout) {
    return new MainContent(layout).choose();
  }

  private boolean[] choose() {
    Box root = MainRoot.of(layout, pruned);
    boolean[] main = MainLines.of(lines, root, pruned);
    if (chars(main) >= LITTLE_TEXT) {
      return main;
    }
    boolean[] all = whole();
    return chars(all) > 2 * chars(main) ? all : main;
  }

  /** Everything that no name or position sets apart, for pages without a text of their own. */
  private boolean[] whole() {
    boolean[] main = new boolean[lines.size()];
    for (int i = 0; i < main.length; i++) {
      Line line = lines.get(i);
      main[i] = !pruned[i] && (!line.mostlyLinks() || line.heading());
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
}
