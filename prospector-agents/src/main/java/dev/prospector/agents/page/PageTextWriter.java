package dev.prospector.agents.page;

import dev.prospector.agents.page.PageText.Region;
import dev.prospector.agents.page.layout.Line;
import java.util.ArrayList;
import java.util.List;

/** Writes the regions of a page's text one after another and notes where each begins and ends. */
final class PageTextWriter {

  private final StringBuilder text = new StringBuilder();
  private final List<Region> regions = new ArrayList<>();

  void title(String title) {
    if (!title.isEmpty()) {
      text.append(title);
      regions.add(new Region(Region.Kind.TITLE, 0, text.length()));
      text.append("\n\n");
    }
  }

  void visible(List<Line> lines, boolean[] main) {
    for (int i = 0; i < main.length; ) {
      int start = text.length();
      boolean own = main[i];
      while (i < main.length && main[i] == own) {
        text.append(lines.get(i++).text()).append('\n');
      }
      Region.Kind kind = own ? Region.Kind.MAIN : Region.Kind.SURROUNDING;
      regions.add(new Region(kind, start, text.length() - 1));
    }
  }

  void entries(Region.Kind kind, String header, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    text.append('\n').append('[').append(header).append("]\n");
    int start = text.length();
    for (String entry : entries) {
      appendEntry(entry);
    }
    regions.add(new Region(kind, start, text.length() - 1));
  }

  private void appendEntry(String entry) {
    for (int i = 0; i < entry.length(); i++) {
      char c = entry.charAt(i);
      text.append(c < ' ' && c != '\t' ? ' ' : c);
    }
    text.append('\n');
  }

  PageText finish() {
    return new PageText(SafeText.wellFormed(text), regions);
  }
}
