package dev.prospector.lookup;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question that a step asked a source for a lead, and what it was answered. Its texts can be
 * personal, and go with the lead.
 *
 * @param lead for which it was asked
 * @param step what the step depends on beside its look-ups
 * @param position counts the questions of the step, from 0, in the order in which it asked
 * @param question what was asked
 * @param answer what came of it
 * @param made by which run, and when
 */
public record LookUp(
    @JsonProperty("lead") LeadId lead,
    @JsonProperty("step") Fingerprint step,
    @JsonProperty("position") int position,
    @JsonProperty("question") Question question,
    @JsonProperty("answer") Answer answer,
    @JsonProperty("made") Made made) {

  /**
   * What was asked.
   *
   * @param kind of source
   * @param source the {@linkplain Source#identity() identity} of the one that was asked
   * @param text the question, such as an address
   */
  public record Question(
      @JsonProperty("kind") SourceKind kind,
      @JsonProperty("source") String source,
      @JsonProperty("text") String text) {}

  /** How a look-up ended. */
  public enum Outcome {
    /** The source has something. */
    FOUND,
    /** The source has nothing, as far as it can know. */
    ABSENT,
    /** Whether there is something is not known. */
    FAILED
  }

  /**
   * What came of a question.
   *
   * @param outcome how it ended
   * @param content a hash of what was found, but for what differs with each answer, such as the
   *     time of the server: equal content gives equal results
   * @param text what was found, as text; the reason where nothing was; empty where a fixed source
   *     is asked again instead
   * @param address where it was found; may be empty
   * @param capturedAt when what was found was captured; null when not recorded
   */
  public record Answer(
      @JsonProperty("outcome") Outcome outcome,
      @JsonProperty("content") Fingerprint content,
      @JsonProperty("text") String text,
      @JsonProperty("address") String address,
      @JsonProperty("capturedAt") @Nullable Instant capturedAt) {

    /** Checks what is required. */
    public Answer {
      Objects.requireNonNull(outcome);
      Objects.requireNonNull(content);
    }

    /** Returns the answer that there is nothing or that it is unknown; equal for every reason. */
    public static Answer without(Outcome outcome, String reason) {
      Fingerprint content = Fingerprint.hasher().add(outcome.name()).finish();
      return new Answer(outcome, content, reason, "", null);
    }

    /** Returns this answer without its text, which its source gives again. */
    public Answer withoutText() {
      return withText("");
    }

    /** Returns this answer with its text. */
    public Answer withText(String newText) {
      return new Answer(outcome, content, newText, address, capturedAt);
    }
  }

  /**
   * In which run and when a question was answered.
   *
   * @param run the run's id
   * @param at when it was answered
   */
  public record Made(@JsonProperty("run") String run, @JsonProperty("at") Instant at) {}

  /** Returns this look-up with its answer written in another way. */
  public LookUp with(Answer sameAnswer) {
    return new LookUp(lead, step, position, question, sameAnswer, made);
  }

  /** Returns this look-up as one of another step, or at another place. */
  public LookUp at(Fingerprint otherStep, int place) {
    return new LookUp(lead, otherStep, place, question, answer, made);
  }
}
