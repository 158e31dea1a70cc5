package dev.prospector.tracking.remote;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a remote agent reports of its work on a lead.
 *
 * @param eventId names the report: given twice, it counts once
 * @param agent the agent's name
 * @param status what became of it
 * @param times when, by the agent's clock
 * @param outcome what came of it
 * @param critical whether the lead fails with it
 * @param verdict what it means for the lead, if the agent says so
 */
public record AgentReport(
    @JsonProperty("eventId") String eventId,
    @JsonProperty("agent") String agent,
    @JsonProperty("status") Status status,
    @JsonProperty("times") Times times,
    @JsonProperty("outcome") Outcome outcome,
    @JsonProperty("critical") boolean critical,
    @JsonProperty("verdict") Optional<Verdict> verdict) {

  /** Agents whose success completes a lead. */
  private static final Set<String> LAST =
      Set.of("briefing", "internal_briefing_summary_agent", "InternalBriefingSummaryAgent");

  /** Checks what is required. */
  public AgentReport {
    Objects.requireNonNull(eventId);
    Objects.requireNonNull(agent);
    Objects.requireNonNull(status);
    Objects.requireNonNull(times);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(verdict);
  }

  /** What became of an agent's work. */
  public enum Status {
    /** It began. */
    STARTED,
    /** It ended well. */
    SUCCESS,
    /** It ended without a result. */
    FAILED,
    /** It was not done. */
    SKIPPED
  }

  /** What an agent says of the whole lead. */
  public enum Verdict {
    /** Nothing is left to do. */
    COMPLETED,
    /** It cannot be done. */
    FAILED
  }

  /**
   * When the work was done.
   *
   * @param start when it began; start and agent together name one piece of work
   * @param end when it ended; empty only for {@code STARTED}
   * @param processing how long it took, if that is not the time between
   */
  public record Times(
      @JsonProperty("start") Instant start,
      @JsonProperty("end") Optional<Instant> end,
      @JsonProperty("processing") Optional<Duration> processing) {

    /** Checks what is required. */
    public Times {
      Objects.requireNonNull(start);
      Objects.requireNonNull(end);
      Objects.requireNonNull(processing);
    }
  }

  /**
   * What came of the work, in the agent's words.
   *
   * @param output a JSON value as text, at most 64 KiB
   * @param metrics a JSON value as text, at most 64 KiB
   * @param error what went wrong
   * @param summary what is handed over at the end of a lead
   */
  public record Outcome(
      @JsonProperty("output") Optional<String> output,
      @JsonProperty("metrics") Optional<String> metrics,
      @JsonProperty("error") Optional<String> error,
      @JsonProperty("summary") Optional<String> summary) {

    /** Nothing is said. */
    public static final Outcome NONE =
        new Outcome(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks what is required. */
    public Outcome {
      Objects.requireNonNull(output);
      Objects.requireNonNull(metrics);
      Objects.requireNonNull(error);
      Objects.requireNonNull(summary);
    }
  }

  /** Returns a report that an agent began. */
  public static AgentReport started(String eventId, String agent, Instant start) {
    Times times = new Times(start, Optional.empty(), Optional.empty());
    return new AgentReport(
        eventId, agent, Status.STARTED, times, Outcome.NONE, false, Optional.empty());
  }

  /** Returns a report that an agent ended. */
  public static AgentReport ended(
      String eventId, String agent, Status status, Instant start, Instant end) {
    Times times = new Times(start, Optional.of(end), Optional.empty());
    return new AgentReport(eventId, agent, status, times, Outcome.NONE, false, Optional.empty());
  }

  /** Returns this report with what came of the work. */
  public AgentReport with(Outcome newOutcome) {
    return new AgentReport(eventId, agent, status, times, newOutcome, critical, verdict);
  }

  /** Returns this report as one with which the lead fails, if the agent did. */
  public AgentReport asCritical() {
    return new AgentReport(eventId, agent, status, times, outcome, true, verdict);
  }

  /** Returns this report with what it means for the lead. */
  public AgentReport with(Verdict newVerdict) {
    return new AgentReport(
        eventId, agent, status, times, outcome, critical, Optional.of(newVerdict));
  }

  /** Returns what the lead is by this report alone; empty if it goes on. */
  Optional<Verdict> ending() {
    if (verdict.isPresent()) {
      return verdict;
    }
    if (status == Status.FAILED && critical) {
      return Optional.of(Verdict.FAILED);
    }
    return status == Status.SUCCESS && LAST.contains(agent)
        ? Optional.of(Verdict.COMPLETED)
        : Optional.empty();
  }
}
