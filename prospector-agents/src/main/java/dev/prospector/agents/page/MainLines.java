package dev.prospector.agents.page;

import java.util.List;

/** Chooses the lines of the main element that are content. */
final class MainLines {

  private static final int PROSE = 80;

  private final List<Line> lines;
  private final Box root;
  private final boolean[] main;

  private MainLines(List<Line> lines, Box root) {
    this.lines = lines;
    this.root = root;
    this.main = new boolean[lines.size()];
  }

  static boolean[] of(List<Line> lines, Box root, boolean[] pruned) {
    MainLines chosen = new MainLines(lines, root);
    for (int i = root.firstLine(); i < root.endLine(); i++) {
      chosen.main[i] = !pruned[i];
    }
    chosen.dropLinks();
    chosen.dropNotes();
    chosen.trimHead();
    chosen.trimTail();
    return chosen.main;
  }

  private void dropLinks() {
    for (int i = root.firstLine(); i < root.endLine(); i++) {
      Line line = lines.get(i);
      boolean row = line.text().indexOf('\t') > 0 && line.plainChars() > 4;
      if (line.mostlyLinks() && !row && !line.heading() && line.text().length() < PROSE) {
        main[i] = false;
      }
    }
  }

  /** Drops notes on the site rather than the subject, with the links and short lines they lead. */
  private void dropNotes() {
    boolean leading = false;
    for (int i = root.firstLine(); i < root.endLine(); i++) {
      Line line = lines.get(i);
      if (!main[i]) {
        continue;
      }
      if (SiteNotes.leads(line)) {
        leading = true;
        main[i] = false;
      } else if (SiteNotes.is(line)) {
        main[i] = false;
      } else if (leading && (line.mostlyLinks() || LineValue.of(line) < 0)) {
        main[i] = false;
      } else {
        leading = false;
      }
    }
  }

  /** Drops headline, date and names before the first paragraph, but not a heading just above it. */
  private void trimHead() {
    int first = root.firstLine();
    while (first < root.endLine()
        && (!main[first] || lines.get(first).heading() || LineValue.of(lines.get(first)) <= 0)) {
      first++;
    }
    if (first == root.endLine()) {
      return;
    }
    int headline = root.firstLine() - 1;
    for (int i = root.firstLine(); i < first; i++) {
      headline = lines.get(i).box().element().nameIs("h1") ? i : headline;
    }
    for (int i = root.firstLine(); i < first; i++) {
      Line line = lines.get(i);
      if (i <= headline || !(line.heading() || line.box().element().nameIs("p"))) {
        main[i] = false;
      }
    }
  }

  /** Drops headings and links after the last paragraph or list item. */
  private void trimTail() {
    for (int i = root.endLine() - 1; i >= root.firstLine(); i--) {
      if (main[i]) {
        Line line = lines.get(i);
        if (!line.heading() && !line.mostlyLinks()) {
          return;
        }
        main[i] = false;
      }
    }
  }
}
