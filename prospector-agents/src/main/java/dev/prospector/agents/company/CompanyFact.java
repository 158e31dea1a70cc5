package dev.prospector.agents.company;

import dev.prospector.agents.relevance.TextPassage;

/**
 * Something that a text says about the company whose text it is.
 *
 * @param kind what is said
 * @param value a number in digits, a year, or a name as it stands in the text
 * @param start where the value begins in the text
 * @param end after the value
 * @param sentence the sentence or line that says so; holds the value
 */
public record CompanyFact(Kind kind, String value, int start, int end, TextPassage sentence) {

  /** What a fact is about. */
  public enum Kind {
    /** How many people work there; where the text says "more than", the number it names. */
    EMPLOYEES,
    /** The year in which the company was founded or since when it works. */
    FOUNDED,
    /** For how many years the company says to work. */
    YEARS_ACTIVE,
    /** How many shops, branches, offices or plants there are. */
    BRANCHES,
    /** A place that is served, or where there is a branch. */
    PLACE,
    /** A service or product, from a list under a heading that says so. */
    SERVICE,
    /** A customer named by the company. */
    CUSTOMER
  }
}
