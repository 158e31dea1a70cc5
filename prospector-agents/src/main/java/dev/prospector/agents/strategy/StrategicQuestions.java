package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.qualification.Factor;
import dev.prospector.dossier.Section;
import java.util.List;
import java.util.Optional;

/**
 * Open questions beyond those of the pains.
 *
 * @param questions 2-3
 */
public record StrategicQuestions(@JsonProperty("questions") List<Question> questions) {

  /** Where this stands in a dossier. */
  public static final Section<StrategicQuestions> KEY =
      Section.of("strategic-questions", StrategicQuestions.class, 1);

  /** Fixes the list. */
  public StrategicQuestions {
    questions = List.copyOf(questions);
  }

  /**
   * One question.
   *
   * @param text open, ends in a question mark
   * @param aim what it is about
   * @param settles the factor of the qualification that it would settle
   */
  public record Question(
      @JsonProperty("text") String text,
      @JsonProperty("aim") Aim aim,
      @JsonProperty("settles") Optional<Factor.Kind> settles) {}

  /** What a question is about. */
  public enum Aim {
    /** Where the company wants to go. */
    VISION,
    /** How it works today. */
    PROCESS,
    /** What follows if nothing changes. */
    CONSEQUENCE,
    /** How it decides. */
    DECISION,
    /** What it can spend. */
    BUDGET
  }
}
