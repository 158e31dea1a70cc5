package dev.prospector.agents.discovery;

/**
 * One query that finds customers.
 *
 * @param text as it is asked
 * @param strategy what it looks for
 * @param language a tag such as {@code pt-BR}
 * @param place as the business context names it; empty for anywhere
 * @param country ISO 3166-1 alpha-2 of that place; empty where it is none
 * @param from the words of the business context, or of the person, that it comes from
 */
public record PlannedQuery(
    String text, Strategy strategy, String language, String place, String country, String from) {

  /** What a query looks for. */
  public enum Strategy {
    /** Companies that have a pain which the seller solves. */
    PROBLEM,
    /** Companies of a wanted industry that grow. */
    GROWTH,
    /** Companies of a wanted industry that are about to buy. */
    INTENT,
    /** Users of a competitor. */
    DISPLACEMENT,
    /** What a person asked for, in that person's words. */
    ASKED
  }
}
