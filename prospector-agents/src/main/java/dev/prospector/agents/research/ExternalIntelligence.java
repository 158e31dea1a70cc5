package dev.prospector.agents.research;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.Statement;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;
import java.util.List;
import java.util.Optional;

/**
 * What others, its own news and the host's documents say of a company.
 *
 * @param searches 0-3, each with what became of it
 * @param findings 0-12, the newest first, those without a date last
 * @param held what was found under its name and left out, since it may be about somebody else
 */
public record ExternalIntelligence(
    @JsonProperty("searches") List<SearchMade> searches,
    @JsonProperty("findings") List<Finding> findings,
    @JsonProperty("held") List<Held> held) {

  /** Where this stands in a dossier. */
  public static final Section<ExternalIntelligence> KEY =
      Section.of("external-intelligence", ExternalIntelligence.class, 1);

  /** Fixes the lists. */
  public ExternalIntelligence {
    searches = List.copyOf(searches);
    findings = List.copyOf(findings);
    held = List.copyOf(held);
  }

  /** Returns whether a search was made and answered. */
  public boolean wasSearched() {
    return searches.stream()
        .anyMatch(
            s -> s.outcome() == SearchMade.Outcome.HITS || s.outcome() == SearchMade.Outcome.EMPTY);
  }

  /**
   * One search.
   *
   * @param query as it was asked
   * @param outcome what became of it
   * @param hits how many there were
   * @param reason why it failed; else empty
   */
  public record SearchMade(
      @JsonProperty("query") String query,
      @JsonProperty("outcome") Outcome outcome,
      @JsonProperty("hits") int hits,
      @JsonProperty("reason") String reason) {

    /** What became of a search. */
    public enum Outcome {
      /** Something was found. */
      HITS,
      /** It was made, and nothing was found. */
      EMPTY,
      /** It could not be made: nothing is known. */
      FAILED,
      /** No search is configured: nothing was asked. */
      NOT_CONFIGURED
    }
  }

  /**
   * Something that is said of the company.
   *
   * @param id such as {@code f1}, unique in the section
   * @param kind what it is about
   * @param text the sentence, as it stands there
   * @param date when, as the sentence, its heading or its page says
   * @param address where it stands
   * @param identity why it is this company, one reason each
   * @param reading what it says, in one sentence for people; only where a model read it
   */
  public record Finding(
      @JsonProperty("id") String id,
      @JsonProperty("kind") FindingKind kind,
      @JsonProperty("text") Fact.Known<String> text,
      @JsonProperty("date") Fact<PartialDate> date,
      @JsonProperty("address") String address,
      @JsonProperty("identity") List<IdentityReason> identity,
      @JsonProperty("reading") Optional<Statement> reading) {

    /** Fixes the list. */
    public Finding {
      identity = List.copyOf(identity);
    }

    Finding read(FindingKind as, Statement sentence) {
      return new Finding(id, as, text, date, address, identity, Optional.of(sentence));
    }
  }

  /**
   * A page that was left out.
   *
   * @param address where it stands
   * @param conflict what speaks against its being about this company
   */
  public record Held(
      @JsonProperty("address") String address, @JsonProperty("conflict") Conflict conflict) {}

  /** Why a page is about this company. */
  public enum IdentityReason {
    /** It is the company's own site, or the host's document about it. */
    OWN,
    /** It names the company's domain. */
    DOMAIN,
    /** It names the company's registration number. */
    REGISTRATION,
    /** It names the company. */
    NAME,
    /** It names the company's place. */
    PLACE
  }

  /** What speaks against a page being about this company. */
  public enum Conflict {
    /** It names another registration number beside the name. */
    OTHER_NUMBER,
    /** It speaks of another country. */
    OTHER_COUNTRY,
    /** It names another legal form under the same name. */
    OTHER_LEGAL_FORM,
    /** It names another domain as the company's. */
    OTHER_DOMAIN,
    /** Nothing but the name agrees. */
    NOTHING_AGREES
  }
}
