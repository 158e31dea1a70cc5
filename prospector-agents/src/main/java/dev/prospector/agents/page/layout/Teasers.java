package dev.prospector.agents.page.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds teasers: at least three neighbours of one form, each a linked line with at most a few
 * sentences, as they announce other pages.
 */
final class Teasers {

  private static final int FEW = 3;
  private static final int MOST_LINES = 8;
  private static final int MOST_CHARS = 500;
  private static final int SHORTEST_TITLE = 10;

  private final List<Line> lines;
  private final Map<Place, List<Box>> places = new HashMap<>();

  private Teasers(Layout layout) {
    this.lines = layout.lines();
    for (Box box : layout.boxes()) {
      Box parent = box.parent();
      if (parent != null && teaser(box)) {
        Place place = new Place(parent, box.element().normalName(), box.names().firstClass());
        places.computeIfAbsent(place, key -> new ArrayList<>()).add(box);
      }
    }
  }

  /** Returns for each line whether it belongs to a teaser. */
  static boolean[] of(Layout layout) {
    Teasers teasers = new Teasers(layout);
    boolean[] found = new boolean[teasers.lines.size()];
    for (List<Box> boxes : teasers.places.values()) {
      if (boxes.size() >= FEW) {
        for (Box box : boxes) {
          for (int i = box.firstLine(); i < box.endLine(); i++) {
            found[i] = true;
          }
        }
      }
    }
    return found;
  }

  private boolean teaser(Box box) {
    if (box.lineCount() < 2 || box.lineCount() > MOST_LINES) {
      return false;
    }
    int titles = 0;
    int chars = 0;
    for (int i = box.firstLine(); i < box.endLine(); i++) {
      Line line = lines.get(i);
      chars += line.plainChars();
      if (line.linkChars() * 10 >= line.text().length() * 9
          && line.text().length() >= SHORTEST_TITLE) {
        titles++;
      }
    }
    return titles > 0 && chars <= MOST_CHARS;
  }

  /** Where and of what form an element is. */
  private record Place(Box parent, String tag, String firstClass) {}
}
