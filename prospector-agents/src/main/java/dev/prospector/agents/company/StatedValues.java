package dev.prospector.agents.company;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.ResourceSections;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values that a company lists under a heading that says so, or behind it in the same line. A
 * list ends where an entry names no value, since headings look like entries.
 */
final class StatedValues {

  private static final int MOST = 8;
  private static final int LONGEST = 80;

  private static final int LONGEST_HEADING = 40;

  private static final Map<String, List<String>> WORDS =
      ResourceSections.read(StatedValues.class, "values.txt");

  /** An entry's name, without the bullet before it and the sentence behind it. */
  private static final Expression ENTRY =
      Expression.of(
          "(?<!\\p{L})\\p{L}(?:[\\p{L}' ]|-(?=\\p{L})){1,79}(?=\\s{0,2}(?:$|[,;.:|•·–—-]))");

  private final AgentInput input;
  private final List<Claim<String>> claims = new ArrayList<>();

  private StatedValues(AgentInput input) {
    this.input = input;
  }

  static List<Fact.Known<String>> of(AgentInput input) {
    StatedValues values = new StatedValues(input);
    for (SitePage page : input.get(Website.KEY).pages()) {
      values.read(page.snapshot(input), new PageLines(page.pageText(input)).own());
    }
    return input.evidence().findings(values.claims).stream().limit(MOST).toList();
  }

  private void read(Snapshot snapshot, List<Line> lines) {
    boolean open = false;
    for (Line line : lines) {
      String text = line.text();
      int colon = text.indexOf(':');
      if (isHeading(text)) {
        open = true;
      } else if (colon > 0 && isHeading(text.substring(0, colon))) {
        open = entries(snapshot, line, colon + 1);
      } else if (open && !text.isBlank()) {
        open = entries(snapshot, line, 0);
      }
    }
  }

  private static boolean isHeading(String text) {
    String bare = Folded.of(text.strip()).replaceFirst("\\s?:$", "");
    return bare.length() <= LONGEST_HEADING && words("HEADINGS").contains(bare);
  }

  private static List<String> words(String section) {
    return WORDS.getOrDefault(section, List.of());
  }

  /** Takes the values of a line; false if it names none. */
  private boolean entries(Snapshot snapshot, Line line, int from) {
    boolean any = false;
    Search entry = ENTRY.matcher(line.text()).region(from, line.text().length());
    while (entry.find() && claims.size() < 2 * MOST) {
      String name = entry.group().strip();
      if (!isValue(name)) {
        return any;
      }
      any = true;
      Place place = line.place(entry.start(), entry.start() + name.length(), FoundBy.TEXT);
      Passage passage = new Passage(snapshot, place.start(), place.end());
      input.evidence().claim("values", ValueTypes.TEXT, name, passage).ifPresent(claims::add);
    }
    return any;
  }

  private static boolean isValue(String name) {
    String folded = " " + Folded.of(name) + " ";
    return name.length() <= LONGEST
        && words("VALUES").stream().anyMatch(word -> folded.contains(" " + word + " "));
  }
}
