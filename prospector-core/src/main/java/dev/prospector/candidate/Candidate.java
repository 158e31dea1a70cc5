package dev.prospector.candidate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * What a search found under one registrable domain.
 *
 * @param domain registrable; for what is no company's own site, the host
 * @param name as its title or the list that names it says; empty where neither does
 * @param website an address to begin reading at
 * @param country ISO 3166-1 alpha-2 where it was searched for; empty for anywhere
 * @param verdict what it is
 * @param reason why, in one sentence
 * @param fit from 0 to 1: how much of what the business context looks for stands in title and
 *     excerpt
 * @param seen by what it was found, from one
 * @param triage what became of it
 */
public record Candidate(
    @JsonProperty("domain") String domain,
    @JsonProperty("name") String name,
    @JsonProperty("website") String website,
    @JsonProperty("country") String country,
    @JsonProperty("verdict") Verdict verdict,
    @JsonProperty("reason") String reason,
    @JsonProperty("fit") double fit,
    @JsonProperty("seen") List<Sighting> seen,
    @JsonProperty("triage") Triage triage) {

  /** Checks the fit and fixes the list. */
  public Candidate {
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(triage);
    if (!(fit >= 0 && fit <= 1)) {
      throw new IllegalArgumentException("a fit is from 0 to 1, not " + fit);
    }
    seen = List.copyOf(seen);
  }

  /** What was found. */
  public enum Verdict {
    /** A company that may be a customer. */
    KEPT,
    /** A page that lists companies. */
    DIRECTORY,
    /** A place where many sell. */
    MARKETPLACE,
    /** A profile in a social network. */
    SOCIAL,
    /** One that sells what we sell, or that the context says to leave alone. */
    COMPETITOR,
    /** On the list of those who said no, or to be avoided by the context. */
    SUPPRESSED,
    /** Known before. */
    KNOWN,
    /** An authority, a school, an encyclopedia, a newspaper. */
    NOT_A_COMPANY
  }

  /** What became of a candidate. */
  public enum State {
    /** A person or a rule is to decide. */
    WAITING,
    /** It becomes a lead. */
    ACCEPTED,
    /** It does not. */
    REJECTED
  }

  /**
   * A decision.
   *
   * @param state what was decided
   * @param by who decided: {@link #RULE}, or a person as they call themselves; empty while waiting
   * @param reason why; may be empty
   */
  public record Triage(
      @JsonProperty("state") State state,
      @JsonProperty("by") String by,
      @JsonProperty("reason") String reason) {

    /** Who decided, where it was a rule and no person. */
    public static final String RULE = "rule";

    /** Not decided yet. */
    public static final Triage WAITING = new Triage(State.WAITING, "", "");

    private boolean isPersons() {
      return !by.isEmpty() && !by.equals(RULE);
    }
  }

  /**
   * Where and by what it was found.
   *
   * @param query as it was asked
   * @param url the page that shows it
   * @param quote words of that page, or of the search's title and excerpt for it
   */
  public record Sighting(
      @JsonProperty("query") String query,
      @JsonProperty("url") String url,
      @JsonProperty("quote") String quote) {}

  /** Returns this candidate with a decision; as it is where a rule would undo a person's. */
  public Candidate with(Triage decision) {
    if (triage.isPersons() && decision.by().equals(Triage.RULE)) {
      return this;
    }
    return new Candidate(domain, name, website, country, verdict, reason, fit, seen, decision);
  }
}
