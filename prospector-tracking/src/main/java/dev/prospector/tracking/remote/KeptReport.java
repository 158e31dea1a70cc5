package dev.prospector.tracking.remote;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;

/**
 * A report as it is kept.
 *
 * @param report what was reported
 * @param received when, by the host's clock
 */
public record KeptReport(
    @JsonProperty("report") AgentReport report, @JsonProperty("received") Instant received) {

  /** Checks what is required. */
  public KeptReport {
    Objects.requireNonNull(report);
    Objects.requireNonNull(received);
  }
}
