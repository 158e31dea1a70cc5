package dev.prospector.tracking.webhook;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Which deliveries are meant.
 *
 * @param endpoint the receiving endpoint
 * @param states in one of these states, in the order of their declaration
 * @param since of events that happened then or later
 * @param message of this message alone
 */
public record DeliveryFilter(
    EndpointId endpoint, List<DeliveryState> states, Instant since, Optional<String> message) {

  /** Puts the states in order. */
  public DeliveryFilter {
    states = states.stream().distinct().sorted().toList();
  }

  /** Returns all deliveries to an endpoint. */
  public static DeliveryFilter to(EndpointId endpoint) {
    return new DeliveryFilter(
        endpoint, List.copyOf(EnumSet.allOf(DeliveryState.class)), Instant.EPOCH, Optional.empty());
  }

  /** Returns those of these in one state. */
  public DeliveryFilter in(DeliveryState state) {
    return new DeliveryFilter(endpoint, List.of(state), since, message);
  }

  /** Returns those of these whose events happened at a time or later. */
  public DeliveryFilter since(Instant time) {
    return new DeliveryFilter(endpoint, states, time, message);
  }

  /** Returns the one of a message, named by its id. */
  public DeliveryFilter ofMessage(String id) {
    return new DeliveryFilter(endpoint, states, since, Optional.of(id));
  }

  /** Returns whether a delivery is meant. */
  public boolean matches(Delivery delivery) {
    return delivery.endpoint().equals(endpoint)
        && states.contains(delivery.state())
        && !delivery.message().at().isBefore(since)
        && message.map(delivery.message().id()::equals).orElse(true);
  }
}
