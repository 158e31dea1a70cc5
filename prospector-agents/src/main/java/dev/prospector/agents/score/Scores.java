package dev.prospector.agents.score;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Score;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Inseparable;
import dev.prospector.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What the qualification is worth and what to do next.
 *
 * @param confidence how far what is known about the lead can be relied on
 * @param returnPotential what the lead may be worth; empty without deal values in the context
 * @param marketFit how far the lead does business as its country's market expects
 * @param readiness whether somebody can write to it now, and if not, why
 * @param nextStep for people, in the language of the context
 * @param points why them, why now and which person, in this order, each with at most one quote
 */
public record Scores(
    @JsonProperty("confidence") Score confidence,
    @JsonProperty("returnPotential") Optional<ReturnPotential> returnPotential,
    @JsonProperty("marketFit") Score marketFit,
    @JsonProperty("readiness") Readiness readiness,
    @JsonProperty("nextStep") String nextStep,
    @JsonProperty("points") List<Point> points) {

  /** Where this stands in a dossier. */
  public static final Section<Scores> KEY = Section.of("scores", Scores.class, 2);

  /** Fixes the list. */
  public Scores {
    points = List.copyOf(points);
  }

  /**
   * What one who sells asks before writing.
   *
   * @param question which one
   * @param text the answer, or that it is not known
   * @param evidence the one quote that says it; empty when it is not known
   */
  public record Point(
      @JsonProperty("question") Question question,
      @JsonProperty("text") String text,
      @JsonProperty("evidence") List<Claim<String>> evidence)
      implements Inseparable {

    /** Fixes the list. */
    public Point {
      evidence = List.copyOf(evidence);
    }

    /** What one who sells asks. */
    public enum Question {
      /** Why this company. */
      WHY_THEM,
      /** Why now. */
      WHY_NOW,
      /** Which person to write to or call. */
      WHOM
    }
  }

  /**
   * What a lead may be worth: average deal value × margin × range of the qualification. A margin
   * that is not given may be anything: then the low end is nothing and the high end the whole
   * value.
   *
   * @param low at the low end of the range
   * @param high at the high end
   */
  public record ReturnPotential(@JsonProperty("low") Money low, @JsonProperty("high") Money high) {}

  /** Whether somebody can write to a lead now. */
  public enum Readiness {
    /** Qualified and reachable. */
    READY,
    /** Qualified, but no way to reach it is known. */
    NEEDS_CONTACT,
    /** Too little is known to say. */
    NEEDS_RESEARCH,
    /** What is known contradicts itself where it matters. */
    NEEDS_REVIEW,
    /** Not worth it now. */
    NOT_NOW
  }
}
