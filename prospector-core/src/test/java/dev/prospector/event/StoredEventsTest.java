package dev.prospector.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Events as they were stored before they had all of their present components. */
class StoredEventsTest {

  private static final RunEvent.Position AT =
      new RunEvent.Position(
          RunId.of("run"), 7, Instant.parse("2026-11-21T12:00:00Z"), new Tenant("acme"));
  private static final LeadId LEAD = LeadId.of("lead");
  private static final String POSITION =
      "\"position\":{\"run\":\"run\",\"number\":7,\"at\":\"2026-11-21T12:00:00Z\",\"tenant\":\"acme\"}";

  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void aStepOfBeforeHasNoUsageAndNoModel() {
    RunEvent read =
        read(
            "{\"type\":\"step.completed\",%s,\"lead\":\"lead\",\"step\":\"a\",\"author\":\"MODEL\",\"rejectedClaims\":2}");

    assertThat(read)
        .isEqualTo(new RunEvent.StepCompleted(AT, LEAD, "a", Author.MODEL, 2, Usage.NONE, ""));
  }

  @Test
  void aLeadOfBeforeEndedWithoutAReason() {
    RunEvent read = read("{\"type\":\"lead.finished\",%s,\"lead\":\"lead\",\"status\":\"FAILED\"}");

    assertThat(read).isEqualTo(new RunEvent.LeadFinished(AT, LEAD, LeadStatus.FAILED, ""));
  }

  @Test
  void whatIsWrittenNowIsReadAsItWas() {
    Usage usage = Usage.ofCall(Money.of("0.25", "USD"), 90);
    for (RunEvent event :
        new RunEvent[] {
          new RunEvent.LeadAccepted(AT, LEAD, 3),
          new RunEvent.StepCompleted(AT, LEAD, "a", Author.MODEL, 2, usage, "model"),
          new RunEvent.LeadFinished(AT, LEAD, LeadStatus.SKIPPED, "the run was cancelled")
        }) {
      assertThat(mapper.readValue(mapper.writeValueAsString(event), RunEvent.class))
          .isEqualTo(event);
    }
  }

  @Test
  void whatWasAlwaysThereIsRequired() {
    assertThatThrownBy(() -> read("{\"type\":\"lead.finished\",%s,\"lead\":\"lead\"}"))
        .rootCause()
        .hasMessage("status");
  }

  private RunEvent read(String json) {
    return mapper.readValue(json.formatted(POSITION), RunEvent.class);
  }
}
