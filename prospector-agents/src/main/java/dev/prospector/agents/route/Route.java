package dev.prospector.agents.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Score;
import dev.prospector.dossier.Section;

/**
 * Which way a lead takes.
 *
 * <p>{@link Way#RESEARCH_FIRST} where the data quality is surely below 0.35; {@link
 * Way#PERSONA_FIRST} where the company is surely simple (complexity at most 0.35) and who decides
 * is clear (at least 0.8); else {@link Way#FULL}.
 *
 * @param way which
 * @param quality how much is known, with its parts
 * @param complexity how many take part in a decision, by size
 * @param clarity how clear it is who decides
 * @param reason for people
 */
public record Route(
    @JsonProperty("way") Way way,
    @JsonProperty("quality") Score quality,
    @JsonProperty("complexity") Score complexity,
    @JsonProperty("clarity") Score clarity,
    @JsonProperty("reason") String reason) {

  /** Where this stands in a dossier. */
  public static final Section<Route> KEY = Section.of("route", Route.class, 1);

  /** The ways. */
  public enum Way {
    /** All agents. */
    FULL,
    /** From the person to the message, without research beyond the company's own site. */
    PERSONA_FIRST,
    /** Research alone: nothing is written before more is known. */
    RESEARCH_FIRST
  }
}
