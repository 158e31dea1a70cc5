package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Score;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.dossier.Section;
import java.util.List;
import java.util.Optional;

/**
 * How the options compare. The total is the weighted mean of the criteria; the option with the
 * highest middle is chosen, of equal ones the first by id.
 *
 * @param options one for each, in their order
 * @param chosen the id of the option; empty if there is none
 * @param pruned the others, each with the reason
 */
public record StrategyEvaluation(
    @JsonProperty("options") List<Judged> options,
    @JsonProperty("chosen") Optional<String> chosen,
    @JsonProperty("pruned") List<Pruned> pruned) {

  /** Where this stands in a dossier. */
  public static final Section<StrategyEvaluation> KEY =
      Section.of("strategy-evaluation", StrategyEvaluation.class, 1);

  /** Fixes the lists. */
  public StrategyEvaluation {
    options = List.copyOf(options);
    pruned = List.copyOf(pruned);
  }

  /** By what options are compared. */
  public enum Criterion {
    /** How well its arguments are grounded. */
    EVIDENCE(0.3),
    /** How well it suits the person. */
    PERSONA(0.2),
    /** How timely it is. */
    TIMING(0.2),
    /** How well it can be carried out over the channels. */
    REACH(0.2),
    /** How little can go wrong. */
    RISK(0.1);

    private final double weight;

    Criterion(double weight) {
      this.weight = weight;
    }

    /** Returns its share of the total. */
    public double weight() {
      return weight;
    }
  }

  /**
   * One option, judged.
   *
   * @param option its id
   * @param reasons one for each criterion, in their order
   * @param total with a part for each criterion
   */
  public record Judged(
      @JsonProperty("option") String option,
      @JsonProperty("reasons") List<Reason> reasons,
      @JsonProperty("total") Score total) {

    /** Fixes the list. */
    public Judged {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Why an option has a value by one criterion.
   *
   * @param criterion which
   * @param value in 0..1
   * @param text for people
   */
  public record Reason(
      @JsonProperty("criterion") Criterion criterion,
      @JsonProperty("value") ScoreRange value,
      @JsonProperty("text") String text) {}

  /**
   * An option that was not chosen.
   *
   * @param option its id
   * @param reason for people
   */
  public record Pruned(
      @JsonProperty("option") String option, @JsonProperty("reason") String reason) {}
}
