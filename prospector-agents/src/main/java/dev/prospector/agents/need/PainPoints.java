package dev.prospector.agents.need;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Statement;
import dev.prospector.dossier.Section;
import java.util.List;
import java.util.Optional;

/**
 * The problems of a company that the seller solves, as far as sources show them.
 *
 * @param category of the strongest; empty if there is none
 * @param pains 0-3, the strongest first
 * @param urgency how soon; empty if nothing tells
 * @param questions 2-4, open, which would confirm each; fewer where the context names fewer pains
 * @param missing what was not found, for people; empty if nothing is missing
 */
public record PainPoints(
    @JsonProperty("category") Optional<PainCategory> category,
    @JsonProperty("pains") List<Pain> pains,
    @JsonProperty("urgency") Optional<Hurry> urgency,
    @JsonProperty("questions") List<String> questions,
    @JsonProperty("missing") String missing) {

  /** Where this stands in a dossier. */
  public static final Section<PainPoints> KEY = Section.of("pain-points", PainPoints.class, 1);

  /** Fixes the lists. */
  public PainPoints {
    pains = List.copyOf(pains);
    questions = List.copyOf(questions);
  }

  /**
   * One problem.
   *
   * @param id such as {@code p1}, unique in the section
   * @param category what it is about
   * @param statement what shows it
   * @param solves the entry of the context that it meets; empty if it meets none
   * @param impact what it leads to, without quantities
   * @param answer what the seller has for it; empty if the context has nothing near
   * @param strength how sure, in 0..1
   */
  public record Pain(
      @JsonProperty("id") String id,
      @JsonProperty("category") PainCategory category,
      @JsonProperty("statement") Statement statement,
      @JsonProperty("solves") String solves,
      @JsonProperty("impact") Statement impact,
      @JsonProperty("answer") Optional<Statement> answer,
      @JsonProperty("strength") double strength) {}

  /**
   * How soon, and by what.
   *
   * @param level how soon
   * @param reason what tells so
   */
  public record Hurry(
      @JsonProperty("level") Urgency level, @JsonProperty("reason") Statement reason) {}
}
