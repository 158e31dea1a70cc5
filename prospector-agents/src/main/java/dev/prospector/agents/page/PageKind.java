package dev.prospector.agents.page;

import java.util.List;

/** What a page is for within its site. */
public enum PageKind {
  /** The first page. */
  HOME,
  /** Ways to reach the company, its places. */
  CONTACT,
  /** The company itself, its history and people. */
  ABOUT,
  /** Its people. */
  TEAM,
  /** What it does or sells. */
  SERVICES,
  /** Prices and plans. */
  PRICING,
  /** Open positions. */
  JOBS,
  /** Who is responsible for the site, with address and registration. */
  IMPRINT,
  /** Terms and privacy. */
  LEGAL,
  /** News and articles, and the lists of them. */
  NEWS,
  /** Anything else. */
  OTHER;

  /**
   * Returns the kind of a page, or of a page behind a link, by the words of its address, and where
   * these say nothing, of its title and headings.
   *
   * @param url its address, absolute or a path; may be empty
   * @param titles its title and headings, or a link's text
   */
  public static PageKind of(String url, List<String> titles) {
    return PageKinds.of(url, titles);
  }
}
