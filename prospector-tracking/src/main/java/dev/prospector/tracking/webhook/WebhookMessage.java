package dev.prospector.tracking.webhook;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One event as it is sent. The body is written once and kept, so that every attempt sends the same
 * bytes.
 *
 * @param id the same for every endpoint and attempt: it is made of tenant, run and number
 * @param tenant whose run it is
 * @param run the run's id
 * @param number the event's number in its run
 * @param lead the lead that it is about; empty for events of the run itself
 * @param type the kind of event, such as {@code lead.finished}
 * @param at when it happened
 * @param format how the body is written
 * @param body at most 20,000 bytes of UTF-8; names a lead by its id and holds no free text
 */
public record WebhookMessage(
    String id,
    Tenant tenant,
    RunId run,
    long number,
    Optional<LeadId> lead,
    String type,
    Instant at,
    PayloadFormat format,
    String body) {

  /** Returns the message of an event. */
  public static WebhookMessage of(Tenant tenant, RunEvent event, PayloadFormat format) {
    return WriteMessage.of(tenant, event, format);
  }

  /**
   * Returns the headers that belong to the body, by lower-case name; the signature's come on top.
   */
  public Map<String, String> headers() {
    return CloudEvent.headers(this);
  }
}
