package dev.prospector.agents.structured;

/** The ways in which a page may describe things in its markup. */
public enum Syntax {
  /** Scripts of type {@code application/ld+json}. */
  JSON_LD,
  /** {@code itemscope}, {@code itemprop} of the HTML standard. */
  MICRODATA,
  /** {@code typeof}, {@code property} of RDFa 1.1; one item per subject, linked by identifiers. */
  RDFA,
  /** Class names of microformats2 and of its predecessors. */
  MICROFORMATS
}
