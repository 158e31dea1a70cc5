package dev.prospector.agents.page;

import java.util.List;

/** Tells the lines that are a page's own subject from those around it. */
final class MainContent {

  /** Below so many characters, the whole page is looked at instead of its best part. */
  private static final int LITTLE_TEXT = 200;

  /** Beside so many characters of prose, teasers announce other pages. */
  private static final int MUCH_PROSE = 1_000;

  /** So many lines above the main element may lie between it and its headline. */
  private static final int LEAD_LINES = 20;

  private static final int LEAD_CHARS = 80;
  private static final NameVocabulary LEAD = NameVocabulary.of("lead");

  private final Layout layout;
  private final List<Line> lines;
  private final boolean[] pruned;
  private final boolean[] teasers;

  private MainContent(Layout layout) {
    this.layout = layout;
    this.lines = layout.lines();
    this.pruned = Surroundings.of(layout);
    this.teasers = Teasers.of(layout);
  }

  /** Returns for each line of the layout whether it is main content. */
  static boolean[] of(Layout layout) {
    return new MainContent(layout).choose();
  }

  private boolean[] choose() {
    Box root = MainRoot.of(layout, pruned, teasers);
    boolean[] main = MainLines.of(lines, root, main(root));
    addLead(root, main);
    if (chars(main) >= LITTLE_TEXT) {
      return main;
    }
    boolean[] all = whole();
    return chars(all) > 2 * chars(main) ? all : main;
  }

  /** The lines of the main element without surroundings, and without teasers beside much prose. */
  private boolean[] main(Box root) {
    boolean[] main = new boolean[lines.size()];
    int prose = 0;
    for (int i = root.firstLine(); i < root.endLine(); i++) {
      main[i] = !pruned[i] && !teasers[i];
      prose += main[i] ? (int) Math.max(0, LineValue.of(lines.get(i))) : 0;
    }
    for (int i = root.firstLine(); i < root.endLine(); i++) {
      main[i] |= !pruned[i] && prose < MUCH_PROSE;
    }
    return main;
  }

  /** Adds paragraphs just above the main element whose author named them its lead. */
  private void addLead(Box root, boolean[] main) {
    for (int i = Math.max(0, root.firstLine() - LEAD_LINES); i < root.firstLine(); i++) {
      Line line = lines.get(i);
      main[i] = line.linkChars() == 0 && LineValue.of(line) >= LEAD_CHARS && lead(line.box());
    }
  }

  private static boolean lead(Box innermost) {
    Box box = innermost;
    for (int i = 0; i < 3 && box != null; i++) {
      if (box.names().match(LEAD)) {
        return true;
      }
      box = box.parent();
    }
    return false;
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
