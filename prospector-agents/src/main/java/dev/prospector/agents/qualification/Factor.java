package dev.prospector.agents.qualification;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.evidence.Claim;
import java.util.List;

/**
 * One part of a score.
 *
 * @param kind what it is about
 * @param weight its share of the whole, in 0..1; the weights of all factors add up to 1
 * @param value how well the lead does, as far as it is known
 * @param reason one sentence for people, in the language of the context
 * @param evidence what it rests on, quoted; empty when nothing is known
 */
public record Factor(
    @JsonProperty("kind") Kind kind,
    @JsonProperty("weight") double weight,
    @JsonProperty("value") ScoreRange value,
    @JsonProperty("reason") String reason,
    @JsonProperty("evidence") List<Claim<String>> evidence) {

  /** Fixes the list. */
  public Factor {
    evidence = List.copyOf(evidence);
  }

  /** What a factor is about. */
  public enum Kind {
    /** Whether the company is of the kind that we sell to. */
    FIT(0.30),
    /** Whether it has the problems that we solve. */
    NEED(0.25),
    /** Whether now is a good time. */
    TIMING(0.10),
    /** Whether we know somebody who decides. */
    AUTHORITY(0.10),
    /** Whether it can pay. */
    BUDGET(0.10),
    /** Whether we can reach it. */
    REACHABILITY(0.15);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }

    /** Returns the share of the whole score. */
    public double weight() {
      return weight;
    }
  }
}
