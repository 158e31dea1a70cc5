package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Statement;
import dev.prospector.dossier.Section;
import java.util.List;
import java.util.Optional;

/**
 * What is likely to be said against buying, and what to answer.
 *
 * @param objections 3-5, each of another category
 */
public record Objections(@JsonProperty("objections") List<Objection> objections) {

  /** Where this stands in a dossier. */
  public static final Section<Objections> KEY = Section.of("objections", Objections.class, 1);

  /** Fixes the list. */
  public Objections {
    objections = List.copyOf(objections);
  }

  /** What an objection is about. */
  public enum Category {
    /** What it costs. */
    COST,
    /** When to deal with it. */
    TIME,
    /** What is there already. */
    COMPETITION,
    /** How hard a change is. */
    COMPLEXITY,
    /** Whether it is needed. */
    NEED
  }

  /** How it is answered. */
  public enum Answer {
    /** By looking at it from another side. */
    REFRAME,
    /** By what can be shown. */
    PROOF,
    /** By what waiting costs. */
    COST_OF_WAITING,
    /** By a small first step. */
    SMALL_STEP,
    /** By a question. */
    ASK
  }

  /**
   * One objection.
   *
   * @param category what it is about
   * @param objection as it may be said
   * @param by how it is answered
   * @param answer 1-3 sentences
   * @param proof a claim or the context; empty if there is no proof at hand
   * @param proofNote that there is no proof at hand, for people; empty if there is one
   */
  public record Objection(
      @JsonProperty("category") Category category,
      @JsonProperty("objection") String objection,
      @JsonProperty("by") Answer by,
      @JsonProperty("answer") String answer,
      @JsonProperty("proof") Optional<Statement> proof,
      @JsonProperty("proofNote") String proofNote) {}
}
