package dev.prospector.tracking.remote;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.event.RunId;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadSource;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A remote agent says that work on a lead begins.
 *
 * @param lead the lead, by the id that the agent gives it
 * @param run the run in which it is worked on
 * @param url where the company's site lies, as the agent wrote it
 * @param companyName as the agent wrote it
 * @param startTime when the work began by the agent's clock; the time of the report if empty
 * @param currentAgent who works on it now
 */
public record LeadStart(
    @JsonProperty("lead") LeadId lead,
    @JsonProperty("run") RunId run,
    @JsonProperty("url") Optional<String> url,
    @JsonProperty("companyName") Optional<String> companyName,
    @JsonProperty("startTime") Optional<Instant> startTime,
    @JsonProperty("currentAgent") Optional<String> currentAgent) {

  private static final LeadSource REPORTED = new LeadSource("remote", 0);

  /** Checks what is required. */
  public LeadStart {
    Objects.requireNonNull(lead);
    Objects.requireNonNull(run);
    Objects.requireNonNull(url);
    Objects.requireNonNull(companyName);
    Objects.requireNonNull(startTime);
    Objects.requireNonNull(currentAgent);
  }

  /** Returns a start of which only the ids are known. */
  public static LeadStart of(LeadId lead, RunId run) {
    return new LeadStart(
        lead, run, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns this start with what the agent says of the company. */
  public LeadStart about(String newUrl, String newCompanyName) {
    return new LeadStart(
        lead, run, Optional.of(newUrl), Optional.of(newCompanyName), startTime, currentAgent);
  }

  /** Returns the lead as it is accepted into the run. */
  Lead accepted() {
    Company company = Company.named(companyName.orElse(""));
    return Lead.of(lead, url.map(company::withWebsite).orElse(company)).withSource(REPORTED);
  }
}
