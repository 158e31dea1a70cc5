package dev.prospector.lookup;

/** What kind of source is asked. Each has its own freshness. */
public enum SourceKind {
  /** Pages of web sites. */
  PAGES,
  /** Official registers. */
  REGISTRY,
  /** Web search. */
  SEARCH,
  /** What is known of e-mail addresses. */
  EMAIL,
  /** What is known of telephone numbers. */
  PHONE
}
