package dev.prospector.agents.page.layout;

import java.util.List;

/** Tells the lines that are a page's own subject from those around it. */
public final class MainContent {

  /** Less is no text of its own, unless its author named it so. */
  private static final double LITTLE = 200;

  /** So much prose makes an article, beside which much else may stand on the page. */
  private static final double ARTICLE = 1_000;

  private static final double SHARE = 0.3;
  private static final double SHARE_OF_LITTLE = 0.6;

  /** Beside so many characters of prose, teasers announce other pages. */
  private static final int MUCH_PROSE = 1_000;

  /** So many lines above the main element may lie between it and its headline. */
  private static final int LEAD_LINES = 20;

  private static final int LEAD_CHARS = 80;
  private static final NameVocabulary LEAD = NameVocabulary.of("lead");

  private final Layout layout;
  private final List<Line> lines;
  private final Surroundings surroundings;
  private final boolean[] teasers;

  private MainContent(Layout layout) {
    this.layout = layout;
    this.lines = layout.lines();
    this.surroundings = Surroundings.of(layout);
    this.teasers = Teasers.of(layout);
  }

  /** Returns for each line of the layout whether it is main content. */
  public static boolean[] of(Layout layout) {
    return new MainContent(layout).choose();
  }

  private boolean[] choose() {
    Box root = MainRoot.of(layout, surroundings, teasers);
    boolean[] main = MainLines.of(lines, root, main(root));
    addLead(root, main);
    boolean[] all = whole();
    double own = weight(main);
    if (own < LITTLE && !MainRoot.named(root)) {
      return all;
    }
    return own >= (own >= ARTICLE ? SHARE : SHARE_OF_LITTLE) * weight(all) ? main : all;
  }

  /** The lines of the main element without surroundings, and without teasers beside much prose. */
  private boolean[] main(Box root) {
    boolean[] main = new boolean[lines.size()];
    int prose = 0;
    for (int i = root.firstLine(); i < root.endLine(); i++) {
      main[i] = !surroundings.any(i) && !teasers[i];
      prose += main[i] ? (int) Math.max(0, LineValue.of(lines.get(i))) : 0;
    }
    for (int i = root.firstLine(); i < root.endLine(); i++) {
      main[i] |= !surroundings.any(i) && prose < MUCH_PROSE;
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

  /** All that does not surround a page without an article, such as a company's home page. */
  private boolean[] whole() {
    boolean[] main = new boolean[lines.size()];
    for (int i = 0; i < main.length; i++) {
      Line line = lines.get(i);
      main[i] =
          !surroundings.surrounding(i)
              && (!line.mostlyLinks() || line.heading())
              && !SiteNotes.is(line);
    }
    return main;
  }

  /** Prose counts by its length, other lines by a quarter of it. */
  private double weight(boolean[] main) {
    double weight = 0;
    for (int i = 0; i < main.length; i++) {
      Line line = lines.get(i);
      weight += main[i] ? Math.max(line.text().length() / 4.0, LineValue.of(line)) : 0;
    }
    return weight;
  }
}
