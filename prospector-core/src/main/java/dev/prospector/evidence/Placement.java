package dev.prospector.evidence;

/** Where in its source a quote stands; how far a value can be relied on depends on it. */
public enum Placement {
  /** The target of a link, such as {@code tel:} or {@code mailto:}, or a profile's address. */
  LINK,
  /** Structured data or meta entries of a page. */
  DATA,
  /** The title of a page. */
  TITLE,
  /** Text of a page behind a label or under a heading that says what it is. */
  LABELLED,
  /** Running text that is the page's own subject. */
  MAIN,
  /** Text around it: header, navigation, footer. */
  SURROUNDING,
  /** Words of other people on the company's page, such as a review. */
  OTHERS,
  /** A field of a list or of a register's record, or a document. */
  FIELD,
  /** The mark-up or headers of a response. */
  MARKUP
}
