package dev.prospector.agents.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.draft.Found;
import dev.prospector.dossier.Section;
import java.util.List;

/**
 * One page for the one who sells: at most 400 words.
 *
 * @param summary at most 80 words
 * @param sections those of the eight that have something to say, in their order
 * @param nextStep what to do
 * @param unknown what is not known
 * @param contradictions where sources differ, for people
 * @param found what the gate found; empty if nothing
 */
public record Briefing(
    @JsonProperty("summary") List<Statement> summary,
    @JsonProperty("sections") List<Part> sections,
    @JsonProperty("nextStep") String nextStep,
    @JsonProperty("unknown") List<Unknown> unknown,
    @JsonProperty("contradictions") List<String> contradictions,
    @JsonProperty("found") List<Found> found) {

  /** Where this stands in a dossier. */
  public static final Section<Briefing> KEY = Section.of("briefing", Briefing.class, 1);

  /** Fixes the lists. */
  public Briefing {
    summary = List.copyOf(summary);
    sections = List.copyOf(sections);
    unknown = List.copyOf(unknown);
    contradictions = List.copyOf(contradictions);
    found = List.copyOf(found);
  }

  /** What a part is about. */
  public enum Subject {
    /** What it is. */
    COMPANY,
    /** Who decides. */
    PERSON,
    /** What it may need. */
    PAINS,
    /** Why now. */
    TRIGGERS,
    /** How well it fits. */
    QUALIFICATION,
    /** How to approach it. */
    STRATEGY,
    /** What to offer. */
    VALUE,
    /** What it may say against. */
    OBJECTIONS
  }

  /**
   * One part.
   *
   * @param subject what it is about
   * @param statements best grounded first
   */
  public record Part(
      @JsonProperty("subject") Subject subject,
      @JsonProperty("statements") List<Statement> statements) {

    /** Fixes the list. */
    public Part {
      statements = List.copyOf(statements);
    }
  }

  /**
   * Something that is not known.
   *
   * @param what for people
   * @param why it matters
   * @param how to find out
   */
  public record Unknown(
      @JsonProperty("what") String what,
      @JsonProperty("why") String why,
      @JsonProperty("how") String how) {}
}
