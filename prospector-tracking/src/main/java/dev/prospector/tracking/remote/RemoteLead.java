package dev.prospector.tracking.remote;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A lead on which remote agents work, and how far it has come.
 *
 * @param start how it began, with the time of its beginning
 * @param position its place in its run, from 0
 * @param state how far it has come
 */
public record RemoteLead(
    @JsonProperty("start") LeadStart start,
    @JsonProperty("position") long position,
    @JsonProperty("state") State state) {

  /** Checks what is required. */
  public RemoteLead {
    Objects.requireNonNull(start);
    Objects.requireNonNull(state);
  }

  /** How far a lead has come. */
  public enum Status {
    /** No work on it was reported. */
    PENDING,
    /** Agents work on it. */
    ACTIVE,
    /** It ended well. */
    COMPLETED,
    /** It ended because an agent said so. */
    FAILED;

    /** Returns whether nothing more is reported. */
    public boolean isEnded() {
      return this == COMPLETED || this == FAILED;
    }
  }

  /**
   * What is known of the work as a whole.
   *
   * @param status how far it has come
   * @param agent of those who began the last; empty if none did, or the lead has ended
   * @param agentStart when that one began
   * @param updated when it was last reported on, by the host's clock
   * @param end when it ended, by the agent's clock
   * @param error why it failed
   * @param summary what was handed over at its end
   */
  public record State(
      @JsonProperty("status") Status status,
      @JsonProperty("agent") Optional<String> agent,
      @JsonProperty("agentStart") Optional<Instant> agentStart,
      @JsonProperty("updated") Instant updated,
      @JsonProperty("end") Optional<Instant> end,
      @JsonProperty("error") Optional<String> error,
      @JsonProperty("summary") Optional<String> summary) {

    /** Checks what is required. */
    public State {
      Objects.requireNonNull(status);
      Objects.requireNonNull(agent);
      Objects.requireNonNull(agentStart);
      Objects.requireNonNull(updated);
      Objects.requireNonNull(end);
      Objects.requireNonNull(error);
      Objects.requireNonNull(summary);
    }
  }

  /**
   * Returns a lead on which work begins.
   *
   * @param now when that is reported
   */
  public static RemoteLead begun(LeadStart reported, long position, Instant now) {
    Instant begun = reported.startTime().orElse(now);
    LeadStart start =
        new LeadStart(
            reported.lead(),
            reported.run(),
            reported.url(),
            reported.companyName(),
            Optional.of(begun),
            reported.currentAgent());
    State state =
        new State(
            start.currentAgent().isPresent() ? Status.ACTIVE : Status.PENDING,
            start.currentAgent(),
            start.currentAgent().map(agent -> begun),
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new RemoteLead(start, position, state);
  }

  /**
   * Returns this lead after one more report; reports may come in any order.
   *
   * @param now when it is reported
   */
  public RemoteLead after(AgentReport report, Instant now) {
    Optional<AgentReport.Verdict> ending = report.ending();
    Optional<String> error = report.outcome().error();
    Optional<String> summary = report.outcome().summary().or(state::summary);
    if (ending.isEmpty()) {
      boolean later = state.agentStart().map(t -> !report.times().start().isBefore(t)).orElse(true);
      return with(
          new State(
              Status.ACTIVE,
              later ? Optional.of(report.agent()) : state.agent(),
              later ? Optional.of(report.times().start()) : state.agentStart(),
              now,
              Optional.empty(),
              Optional.empty(),
              summary));
    }
    boolean failed = ending.get() == AgentReport.Verdict.FAILED;
    return with(
        new State(
            failed ? Status.FAILED : Status.COMPLETED,
            Optional.empty(),
            Optional.empty(),
            now,
            report.times().end().or(() -> Optional.of(now)),
            failed ? error : Optional.empty(),
            summary));
  }

  private RemoteLead with(State next) {
    return new RemoteLead(start, position, next);
  }
}
