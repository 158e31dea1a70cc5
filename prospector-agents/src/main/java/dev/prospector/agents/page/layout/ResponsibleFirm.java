package dev.prospector.agents.page.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  private ResponsibleFirm() {}

  /**
   * Returns whether a line names a firm that is another than the site's owner.
   *
   * @param lines of the page
   * @param line one of them
   * @param folded the words of the line
   */
  static boolean isAnothers(List<Line> lines, Line line, String folded) {
    Optional<String> firm = firm(folded);
    if (firm.isEmpty()) {
      return false;
    }
    List<Line> before = lines.stream().limit(MOST_LINES).takeWhile(above -> above != line).toList();
    String known = known(line, before);
    return words(firm.get()).noneMatch(known::contains)
        && before.stream().anyMatch(ResponsibleFirm::names);
  }

  /** What stands in the title, the address and the lines before. */
  private static String known(Line line, List<Line> before) {
    Document page = line.box().element().ownerDocument();
    String head = page == null ? "" : page.title() + ' ' + page.location();
    return Stream.concat(Stream.of(head), before.stream().map(Line::text))
        .map(HeadedRoles::fold)
        .collect(Collectors.joining("\n"));
  }

  private static boolean names(Line line) {
    return line.text().length() <= HeadedRoles.LONGEST_NOTE
        && firm(HeadedRoles.fold(line.text())).isPresent();
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
