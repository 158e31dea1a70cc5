package dev.prospector.agents.page.layout;

import dev.prospector.agents.internal.Expression;
import java.util.List;

/** Chooses the lines of the main element that are content. */
final class MainLines {

  private static final int PROSE = 80;

  private static final Expression YEAR = Expression.of("\\b(?:19|20)[0-9]{2}\\b");

  private final List<Line> lines;
  private final Box root;
  private final boolean[] main;

  private MainLines(List<Line> lines, Box root, boolean[] candidates) {
    this.lines = lines;
    this.root = root;
    this.main = candidates.clone();
  }

  static boolean[] of(List<Line> lines, Box root, boolean[] candidates) {
    MainLines chosen = new MainLines(lines, root, candidates);
    chosen.dropLinks();
    chosen.dropNotes();
    chosen.trimHead();
    chosen.trimTail();
    return chosen.main;
  }

  private void dropLinks() {
    for (int i = root.firstLine(); i < root.endLine(); i++) {
      Line line = lines.get(i);
      if (line.mostlyLinks() && line.text().length() < PROSE && !linkInText(line)) {
        main[i] = false;
      }
    }
  }

  /** A heading, a row of data, or an address written out is text although it is linked. */
  private static boolean linkInText(Line line) {
    String text = line.text();
    return (line.heading() && line.linkChars() * 10 < text.length() * 9)
        || (text.indexOf('\t') > 0 && line.plainChars() > 4)
        || (line.box().element().nameIs("p")
            && (text.indexOf('@') > 0 || text.startsWith("http") || text.startsWith("www.")));
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

  /** Drops headline, date and names before the first paragraph or the heading just above it. */
  private void trimHead() {
    int first = root.firstLine();
    while (first < root.endLine() && !(main[first] && prose(lines.get(first)))) {
      first++;
    }
    int start = root.firstLine();
    for (int i = start; i < first; i++) {
      start = headline(i) ? i + 1 : start;
    }
    while (start < first && !opens(lines.get(start))) {
      start++;
    }
    for (int i = root.firstLine(); i < start && first < root.endLine(); i++) {
      main[i] = false;
    }
  }

  private boolean headline(int index) {
    return lines.get(index).box().element().nameIs("h1");
  }

  private static boolean prose(Line line) {
    return !line.heading() && LineValue.of(line) > 0;
  }

  private static boolean opens(Line line) {
    return (line.heading() || line.box().element().nameIs("p"))
        && !YEAR.matcher(line.text()).find();
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
