package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that no surname is: those that a page writes in small letters somewhere, words of a
 * list, and the name of the page's site. "Floor Plans" is no person.
 */
final class OrdinaryWords {

  private static final int MOST_LINES = 4_000;

  /** A word that is no part of an address of the web or of e-mail. */
  private static final Expression SMALL =
      Expression.of(
          "(?<![\\p{L}\\p{N}@./_-])\\p{Ll}[\\p{L}]{2,20}(?![\\p{L}\\p{N}@/_-]|\\.[\\p{L}])");

  private static final Set<String> LISTED = listed();

  private final SiteName site;
  private final List<Line> lines;
  private final Set<String> words = new HashSet<>();
  private boolean read;

  OrdinaryWords(SiteName site, List<Line> lines) {
    this.site = site;
    this.lines = lines;
  }

  private static Set<String> listed() {
    Set<String> words = new HashSet<>();
    for (String line : ResourceLines.of("ordinary-words.txt")) {
      words.addAll(List.of(line.split(" ")));
    }
    return words;
  }

  /** Returns whether the last word of a name is one, or all of it the name of the site. */
  boolean endIn(String name) {
    if (!read) {
      read = true;
      lines.stream().limit(MOST_LINES).forEach(this::read);
    }
    String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return LISTED.contains(last)
        || words.contains(last)
        || site.nearness(name) >= SiteName.BEYOND
        || OrganizationWords.institution(name).isPresent();
  }

  private void read(Line line) {
    Search word = SMALL.matcher(line.text());
    while (word.find()) {
      words.add(word.group());
    }
  }
}
