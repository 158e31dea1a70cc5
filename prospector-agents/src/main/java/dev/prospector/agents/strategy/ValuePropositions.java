package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Statement;
import dev.prospector.dossier.Section;
import java.util.List;
import java.util.Optional;

/**
 * What the seller offers this company, each for another pain or trigger of it.
 *
 * @param propositions 0-3, the best grounded first
 * @param missing why there are fewer, for people; empty if there are enough
 */
public record ValuePropositions(
    @JsonProperty("propositions") List<Proposition> propositions,
    @JsonProperty("missing") String missing) {

  /** Where this stands in a dossier. */
  public static final Section<ValuePropositions> KEY =
      Section.of("value-propositions", ValuePropositions.class, 1);

  /** Fixes the list. */
  public ValuePropositions {
    propositions = List.copyOf(propositions);
  }

  /**
   * One offer.
   *
   * @param id such as {@code v1}, unique in the section
   * @param title a few words
   * @param meets the id of the pain or trigger that it is for
   * @param need what shows it
   * @param benefit what the seller has for it, in the seller's words
   * @param difference what the seller does better; empty if the context has no advantage left
   * @param nextStep what to talk about
   */
  public record Proposition(
      @JsonProperty("id") String id,
      @JsonProperty("title") String title,
      @JsonProperty("meets") String meets,
      @JsonProperty("need") Statement need,
      @JsonProperty("benefit") Statement benefit,
      @JsonProperty("difference") Optional<Statement> difference,
      @JsonProperty("nextStep") String nextStep) {}
}
