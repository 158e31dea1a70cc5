package dev.prospector.tracking.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookMessageTest {

  private static final Tenant TENANT = new Tenant("acme");
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");
  private static final LeadId LEAD = LeadId.of("São João");
  private static final String FREE_TEXT = "maria@aurora.example does not answer";

  static List<RunEvent> everyKind() {
    return List.of(
        new RunEvent.RunStarted(at(1), FREE_TEXT),
        new RunEvent.LeadStarted(at(2), LEAD),
        new RunEvent.StepStarted(at(3), LEAD, "contacts"),
        new RunEvent.StepRetried(at(4), LEAD, "contacts", 1, FREE_TEXT),
        new RunEvent.StepFellBack(at(5), LEAD, "contacts", FREE_TEXT),
        new RunEvent.StepCompleted(at(6), LEAD, "contacts", Author.RULES, 2, Usage.NONE, ""),
        new RunEvent.StepReused(at(7), LEAD, "contacts"),
        new RunEvent.StepSkipped(at(8), LEAD, "contacts", FREE_TEXT),
        new RunEvent.StepFailed(at(9), LEAD, "contacts", FREE_TEXT),
        new RunEvent.LeadFinished(at(10), LEAD, LeadStatus.FAILED, ""),
        new RunEvent.RunPaused(at(11)),
        new RunEvent.RunResumed(at(12)),
        new RunEvent.RunFinished(at(13), RunState.COMPLETED));
  }

  private static RunEvent.Position at(long number) {
    return new RunEvent.Position(RunId.of("run.2026-11"), number, AT, Tenant.DEFAULT);
  }

  @Test
  void theBodyTellsWhatHappenedWhereAndToWhom() {
    assertThat(standard(everyKind().get(9)).body())
        .isEqualTo(
            "{\"type\":\"lead.finished\",\"timestamp\":\"2026-11-21T12:00:00.123456Z\",\"data\":"
                + "{\"tenant\":\"acme\",\"run\":\"run.2026-11\",\"number\":10,"
                + "\"lead\":\"São João\",\"status\":\"FAILED\"}}");
    assertThat(standard(everyKind().get(12)).body())
        .endsWith("\"number\":13,\"state\":\"COMPLETED\"}}");
    assertThat(standard(everyKind().get(3)).body())
        .endsWith("\"lead\":\"São João\",\"step\":\"contacts\",\"attempt\":1}}");
  }

  /** Reasons and names that a host chose may say anything, so they stay at home. */
  @ParameterizedTest
  @EnumSource
  void noBodyHoldsFreeText(PayloadFormat format) {
    assertThat(everyKind())
        .allSatisfy(
            event ->
                assertThat(WebhookMessage.of(TENANT, event, format).body())
                    .doesNotContain("maria", "aurora"));
  }

  @ParameterizedTest
  @EnumSource
  void noBodyIsLargerThanTwentyThousandBytes(PayloadFormat format) {
    LeadId longest = LeadId.of("\u0001".repeat(200));
    RunEvent large = new RunEvent.StepStarted(at(1), longest, "step-".repeat(10_000));
    WebhookMessage message = WebhookMessage.of(TENANT, large, format);

    assertThat(message.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(20_000);
    assertThat(message.body()).contains("\"number\":1,\"lead\"").doesNotContain("step-step");
  }

  @Test
  void theIdIsMadeOfTenantRunAndNumberAloneAndHasNoFullStop() {
    RunEvent event = new RunEvent.RunPaused(at(1));

    // Written down: a change would let receivers take old messages for new ones.
    assertThat(standard(event).id()).isEqualTo("msg_e8762391190a355e63fed78cfb49852c");
    assertThat(standard(new RunEvent.RunResumed(at(1))).id()).isEqualTo(standard(event).id());
    for (PayloadFormat format : PayloadFormat.values()) {
      assertThat(WebhookMessage.of(TENANT, event, format).id()).isEqualTo(standard(event).id());
    }
  }

  @Test
  void idsOfDifferentEventsDiffer() {
    Set<String> ids = new HashSet<>();
    for (String tenant : List.of("a", "a.1", "b")) {
      for (String run : List.of("1", "1.1", "11")) {
        for (long number = 1; number <= 120; number++) {
          RunEvent.Position position =
              new RunEvent.Position(RunId.of(run), number, AT, Tenant.DEFAULT);
          WebhookMessage message =
              WebhookMessage.of(
                  new Tenant(tenant), new RunEvent.RunPaused(position), PayloadFormat.STANDARD);
          assertThat(message.id()).matches("msg_[0-9a-f]{32}");
          ids.add(message.id());
        }
      }
    }

    assertThat(ids).hasSize(9 * 120);
  }

  @Test
  void theLeadIsKnownOutsideOfTheBodySoThatItCanBeForgotten() {
    assertThat(standard(everyKind().get(1)).lead()).contains(LEAD);
    assertThat(standard(everyKind().get(0)).lead()).isEmpty();
  }

  private static WebhookMessage standard(RunEvent event) {
    return WebhookMessage.of(TENANT, event, PayloadFormat.STANDARD);
  }
}
