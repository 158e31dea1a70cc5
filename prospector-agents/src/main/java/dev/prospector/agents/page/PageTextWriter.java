package dev.prospector.agents.page;

import dev.prospector.agents.page.PageText.Region;
import dev.prospector.agents.page.layout.Line;
import dev.prospector.agents.page.layout.PageRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

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

  void visible(List<Line> lines, boolean[] main, IntFunction<PageRole> roles) {
    for (int i = 0; i < main.length; ) {
      int start = text.length();
      boolean own = main[i];
      PageRole role = roles.apply(i);
      while (i < main.length && main[i] == own && roles.apply(i) == role) {
        text.append(lines.get(i++).text()).append('\n');
      }
      Region.Kind kind = own ? Region.Kind.MAIN : Region.Kind.SURROUNDING;
      regions.add(new Region(kind, start, text.length() - 1, role));
    }
  }

  void entries(Region.Kind kind, String header, List<String> entries, IntFunction<PageRole> roles) {
    if (entries.isEmpty()) {
      return;
    }
    text.append('\n').append('[').append(header).append("]\n");
    for (int i = 0; i < entries.size(); ) {
      int start = text.length();
      PageRole role = roles.apply(i);
      while (i < entries.size() && roles.apply(i) == role) {
        appendEntry(entries.get(i++));
      }
      regions.add(new Region(kind, start, text.length() - 1, role));
    }
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
