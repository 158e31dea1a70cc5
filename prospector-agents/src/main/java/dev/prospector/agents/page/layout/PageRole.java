package dev.prospector.agents.page.layout;

/**
 * Whose voice a part of a page is. A name, number or year is the company's own only where the
 * company speaks of itself.
 */
public enum PageRole {
  /** The company speaks of itself: text, headings, contact blocks, imprint. */
  OWN,
  /** The company names what it offers: an entry under a heading such as "Our services". */
  OFFER,
  /**
   * Others speak or are named: reviews, testimonials, customers, partners, comments, the builder of
   * the site.
   */
  OTHERS,
  /** News and articles, which are about anything. */
  ARTICLE,
  /** Menus, breadcrumbs and lists of links. */
  NAVIGATION,
  /** Labels, buttons and hints of forms. */
  FORM,
  /** Copyright lines, notices on cookies, privacy policies and terms. */
  LEGAL;

  /** Returns whether the company speaks there, of itself or in the news that it publishes. */
  public boolean speaks() {
    return this == OWN || this == ARTICLE;
  }
}
