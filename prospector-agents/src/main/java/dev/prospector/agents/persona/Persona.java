package dev.prospector.agents.persona;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Statement;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;
import java.util.List;

/**
 * Who is likely to decide.
 *
 * @param basis whether a source names the person
 * @param label that it is an assumption, or who says so, for people
 * @param name only of a named person; unknown otherwise
 * @param role as the source writes it, or in words of the output language where it is assumed
 * @param seniority how high
 * @param department responsible for what
 * @param responsibilities 0-3
 * @param goals 0-3
 * @param worries 0-3
 * @param buying how such a person tends to buy; an assumption
 * @param candidates those whom sources name, the likeliest first
 */
public record Persona(
    @JsonProperty("basis") Basis basis,
    @JsonProperty("label") String label,
    @JsonProperty("name") Fact<String> name,
    @JsonProperty("role") String role,
    @JsonProperty("seniority") Seniority seniority,
    @JsonProperty("department") Department department,
    @JsonProperty("responsibilities") List<Statement> responsibilities,
    @JsonProperty("goals") List<Statement> goals,
    @JsonProperty("worries") List<Statement> worries,
    @JsonProperty("buying") Buying buying,
    @JsonProperty("candidates") List<Candidate> candidates) {

  /** Where this stands in a dossier. */
  public static final Section<Persona> KEY = Section.of("persona", Persona.class, 1);

  /** Fixes the lists, and checks that an assumption has no name. */
  public Persona {
    responsibilities = List.copyOf(responsibilities);
    goals = List.copyOf(goals);
    worries = List.copyOf(worries);
    candidates = List.copyOf(candidates);
    if (basis == Basis.ASSUMED && !(name instanceof Fact.Unknown)) {
      throw new IllegalArgumentException("an assumed persona has no name");
    }
  }

  /** Returns this persona with other goals and worries. */
  Persona with(List<Statement> goalsNow, List<Statement> worriesNow) {
    return new Persona(
        basis,
        label,
        name,
        role,
        seniority,
        department,
        responsibilities,
        goalsNow,
        worriesNow,
        buying,
        candidates);
  }

  /** Whether a source names the person. */
  public enum Basis {
    /** A source names the person. */
    NAMED,
    /** Concluded from size and subject. */
    ASSUMED
  }

  /** How somebody tends to buy. */
  public enum Buying {
    /** From those they know. */
    RELATIONSHIP,
    /** By what is shown. */
    EVIDENCE,
    /** By what it costs. */
    PRICE,
    /** Slowly, and with others. */
    CAUTIOUS
  }

  /**
   * Somebody who may decide.
   *
   * @param name with where it was seen
   * @param role as written beside it
   * @param score in 0..1
   * @param reasons the codes of what speaks for them: the seniority and the department
   */
  public record Candidate(
      @JsonProperty("name") Fact.Known<String> name,
      @JsonProperty("role") String role,
      @JsonProperty("score") double score,
      @JsonProperty("reasons") List<String> reasons) {

    /** Fixes the list. */
    public Candidate {
      reasons = List.copyOf(reasons);
    }
  }
}
