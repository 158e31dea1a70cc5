package dev.prospector.tracking.webhook;

import dev.prospector.http.HttpUrl;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What the owner of an endpoint chooses.
 *
 * @param url where messages go
 * @param eventTypes which events, by their names such as {@code lead.finished}, sorted; empty for
 *     all
 * @param limits how much at a time
 * @param format how events are written
 */
public record EndpointSettings(
    HttpUrl url, List<String> eventTypes, DeliveryLimits limits, PayloadFormat format) {

  /** Sorts the types. */
  public EndpointSettings {
    eventTypes = eventTypes.stream().distinct().sorted().toList();
  }

  /** Returns an address that is sent every event, with default limits, in the standard format. */
  public static EndpointSettings of(HttpUrl url) {
    return new EndpointSettings(url, List.of(), DeliveryLimits.defaults(), PayloadFormat.STANDARD);
  }

  /** Returns these settings with another address. */
  public EndpointSettings withUrl(HttpUrl value) {
    return new EndpointSettings(value, eventTypes, limits, format);
  }

  /** Returns these settings for events of these types alone; of none given, for all. */
  public EndpointSettings withEventTypes(String... types) {
    return withEventTypes(Arrays.asList(types));
  }

  /** Returns these settings for events of these types alone; of none given, for all. */
  public EndpointSettings withEventTypes(Collection<String> types) {
    return new EndpointSettings(url, List.copyOf(types), limits, format);
  }

  /** Returns these settings with other limits. */
  public EndpointSettings withLimits(DeliveryLimits value) {
    return new EndpointSettings(url, eventTypes, value, format);
  }

  /** Returns these settings with another format, which holds for messages of later events. */
  public EndpointSettings withFormat(PayloadFormat value) {
    return new EndpointSettings(url, eventTypes, limits, value);
  }

  /** Returns whether events of a type are sent. */
  public boolean wants(String eventType) {
    return eventTypes.isEmpty() || eventTypes.contains(eventType);
  }

  /** Names the origin only: keys may stand in the rest. */
  @Override
  public String toString() {
    return url + " " + eventTypes + " " + limits + " " + format;
  }
}
