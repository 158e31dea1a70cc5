package dev.prospector.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events as they may stand in a store: what earlier versions did not write is empty. */
final class StoredEvents {

  private StoredEvents() {}

  /** The end of a step. */
  static final class Completed {
    @JsonProperty("position")
    private RunEvent.@Nullable Position position;

    @JsonProperty("lead")
    private @Nullable LeadId lead;

    @JsonProperty("step")
    private @Nullable String step;

    @JsonProperty("author")
    private @Nullable Author author;

    @JsonProperty("rejectedClaims")
    private @Nullable Integer rejectedClaims;

    @JsonProperty("usage")
    private Usage usage = Usage.NONE;

    @JsonProperty("model")
    private String model = "";

    @JsonProperty("note")
    private String note = "";

    RunEvent.StepCompleted event() {
      return new RunEvent.StepCompleted(
          Objects.requireNonNull(position, "position"),
          Objects.requireNonNull(lead, "lead"),
          Objects.requireNonNull(step, "step"),
          Objects.requireNonNull(author, "author"),
          Objects.requireNonNull(rejectedClaims, "rejectedClaims"),
          usage,
          model,
          note);
    }
  }

  /** The end of a lead. */
  static final class Finished {
    @JsonProperty("position")
    private RunEvent.@Nullable Position position;

    @JsonProperty("lead")
    private @Nullable LeadId lead;

    @JsonProperty("status")
    private @Nullable LeadStatus status;

    @JsonProperty("reason")
    private String reason = "";

    RunEvent.LeadFinished event() {
      return new RunEvent.LeadFinished(
          Objects.requireNonNull(position, "position"),
          Objects.requireNonNull(lead, "lead"),
          Objects.requireNonNull(status, "status"),
          reason);
    }
  }
}
