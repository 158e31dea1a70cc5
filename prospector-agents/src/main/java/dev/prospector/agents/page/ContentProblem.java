package dev.prospector.agents.page;

import java.util.Optional;

/**
 * Why a text is no content of its own, with the passage that says so.
 *
 * @param kind what the text is instead
 * @param start where the passage begins in the text looked at, a Java string index
 * @param end where it ends, exclusive
 */
public record ContentProblem(Kind kind, int start, int end) {

  /** What a text is instead of content. */
  public enum Kind {
    /** A server's or site's error page, such as a page not found. */
    ERROR_PAGE,
    /** A parked domain, a domain for sale, or a server's default page. */
    PARKED,
    /** A page that says it will be there later. */
    UNDER_CONSTRUCTION,
    /** A page that shows nothing without scripts. */
    NEEDS_SCRIPT,
    /** A refusal, or a check that the reader is no machine. */
    ACCESS_DENIED,
    /** A failure message of the fetching program, stored as if it were the page's text. */
    FETCH_FAILURE,
    /** Filler text of a template. */
    PLACEHOLDER,
    /** Mark-up out of all proportion, which was not read: more than 100,000 elements. */
    EXCESSIVE_MARKUP
  }

  /**
   * Returns the problem of a text that came without a page, such as a column of an imported list.
   * Offsets are into that text.
   */
  public static Optional<ContentProblem> find(String text) {
    return ContentProblems.find(text, 0, text.length());
  }

  /** Returns the problem of a page's text, looking only at its title and visible text. */
  public static Optional<ContentProblem> find(PageText page) {
    int start = page.text().length();
    int end = 0;
    for (PageText.Region region : page.regions()) {
      if (region.kind().compareTo(PageText.Region.Kind.SURROUNDING) <= 0) {
        start = Math.min(start, region.start());
        end = Math.max(end, region.end());
      }
    }
    return end > start ? ContentProblems.find(page.text(), start, end) : Optional.empty();
  }
}
