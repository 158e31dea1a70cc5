package dev.prospector.agents.company;

import dev.prospector.agents.page.PageText;
import dev.prospector.agents.relevance.TextPassage;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The titles and main texts of all pages as one text, with the way back to each page. */
final class SiteText {

  private final StringBuilder text = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();

  /** A stretch of the whole that stands in one page. */
  private record Part(int start, int end, Snapshot snapshot, int origin) {}

  void add(Snapshot snapshot, PageText page) {
    for (PageText.Region region : page.regions()) {
      boolean own =
          region.kind() == PageText.Region.Kind.MAIN || region.kind() == PageText.Region.Kind.TITLE;
      if (own && region.end() > region.start()) {
        int start = text.length();
        text.append(page.text(region));
        parts.add(new Part(start, text.length(), snapshot, region.start()));
        text.append('\n');
      }
    }
  }

  String text() {
    return text.toString();
  }

  /** Returns where a passage of the whole stands; empty if it stands in two pages. */
  Optional<Passage> passage(TextPassage passage) {
    return parts.stream()
        .filter(p -> passage.start() >= p.start() && passage.start() < p.end())
        .findFirst()
        .flatMap(p -> within(p, passage));
  }

  private static Optional<Passage> within(Part part, TextPassage passage) {
    int end = Math.min(passage.end(), part.end());
    int shift = part.origin() - part.start();
    return Optional.of(new Passage(part.snapshot(), passage.start() + shift, end + shift));
  }
}
