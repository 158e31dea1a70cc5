package dev.prospector.agents.rival;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.Statement;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;
import java.util.List;
import java.util.Optional;

/**
 * The companies that a lead competes with and is supplied by, only those that a source names.
 *
 * @param rivals 0-6
 * @param suppliers 0-6, suppliers and partners
 * @param ours the seller's competitors that were seen
 * @param missing what was not found, for people; empty if nothing is missing
 */
public record Competitors(
    @JsonProperty("rivals") List<Named> rivals,
    @JsonProperty("suppliers") List<Named> suppliers,
    @JsonProperty("ours") List<Seen> ours,
    @JsonProperty("missing") String missing) {

  /** Where this stands in a dossier. */
  public static final Section<Competitors> KEY = Section.of("competitors", Competitors.class, 1);

  /** Fixes the lists. */
  public Competitors {
    rivals = List.copyOf(rivals);
    suppliers = List.copyOf(suppliers);
    ours = List.copyOf(ours);
  }

  /**
   * A company that a source names.
   *
   * @param name as written
   * @param role what it is to the lead
   * @param what for what, as the source says or as its kind of technology is called; may be empty
   * @param strength what a source says for it
   * @param weakness what a source says against it
   * @param replaced whether the seller's products take its place; unknown unless the context says
   */
  public record Named(
      @JsonProperty("name") Fact.Known<String> name,
      @JsonProperty("role") Role role,
      @JsonProperty("what") String what,
      @JsonProperty("strength") Optional<Statement> strength,
      @JsonProperty("weakness") Optional<Statement> weakness,
      @JsonProperty("replaced") Fact<Boolean> replaced) {

    /** Returns this company with what sources say of it, where nothing was known. */
    Named withOpinions(Optional<Statement> good, Optional<Statement> bad) {
      return new Named(name, role, what, strength.or(() -> good), weakness.or(() -> bad), replaced);
    }
  }

  /** What a company is to the lead. */
  public enum Role {
    /** It competes with the lead. */
    RIVAL,
    /** The lead works with something of it. */
    SUPPLIER,
    /** The lead works together with it. */
    PARTNER
  }

  /**
   * One of the seller's competitors that was seen.
   *
   * @param name the entry of the context
   * @param where the words that name it
   */
  public record Seen(
      @JsonProperty("name") String name, @JsonProperty("where") Fact.Known<String> where) {}
}
