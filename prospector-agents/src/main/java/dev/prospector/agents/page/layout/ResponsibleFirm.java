package dev.prospector.agents.page.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * Tells whether who answers for a site in law is another firm than its owner: one with a legal form
 * of which neither the title, nor the address, nor a line before knows a word, while a firm of
 * another name stands before it.
 */
final class ResponsibleFirm {

  /** Shorter words, and forms, tell no firms apart. */
  private static final int TELLING = 4;

  /** The owner is told at the beginning of a page. */
  private static final int MOST_LINES = 2_000;

  private static final Set<String> FORMS = Set.copyOf(LineRoles.FILE.section("forms"));

  private final List<Line> before;
  private final String known;

  /** Begins with a page's lines and the one among them that names who answers. */
  ResponsibleFirm(List<Line> lines, Line line) {
    this.before = lines.stream().limit(MOST_LINES).takeWhile(above -> above != line).toList();
    Document page = line.box().element().ownerDocument();
    this.known = page == null ? "" : HeadedRoles.fold(page.title() + ' ' + page.location());
  }

  /** Returns whether the firm that a folded line names is another than the site's owner. */
  boolean isAnothers(String folded) {
    return firm(folded).filter(this::isUnknown).isPresent()
        && before.stream().anyMatch(this::names);
  }

  private boolean names(Line line) {
    return line.text().length() <= HeadedRoles.LONGEST_NOTE
        && firm(HeadedRoles.fold(line.text())).isPresent();
  }

  private boolean isUnknown(String firm) {
    return words(firm).noneMatch(this::isKnown);
  }

  private boolean isKnown(String word) {
    return known.contains(word)
        || before.stream().anyMatch(line -> HeadedRoles.fold(line.text()).contains(word));
  }

  private static Stream<String> words(String firm) {
    return Arrays.stream(firm.split("[^\\p{L}\\d]+"))
        .filter(word -> word.length() >= TELLING && !FORMS.contains(word));
  }

  /** The part of a line that ends with a legal form and holds a word that tells. */
  private static Optional<String> firm(String folded) {
    return Arrays.stream(folded.split("[,;:|•]| [-–—] "))
        .map(String::strip)
        .filter(ResponsibleFirm::endsInForm)
        .filter(part -> words(part).findAny().isPresent())
        .findFirst();
  }

  private static boolean endsInForm(String part) {
    String last = part.substring(part.lastIndexOf(' ') + 1).replace(".", "");
    return part.indexOf(' ') > 0 && FORMS.contains(last);
  }
}
