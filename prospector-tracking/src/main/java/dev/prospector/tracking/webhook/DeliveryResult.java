package dev.prospector.tracking.webhook;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What an attempt changes, all of it in one transaction.
 *
 * @param attempt how it ended
 * @param state how far the delivery is now
 * @param due when the next attempt is made, if it is pending; else the attempt's time
 * @param health what becomes of the endpoint's health; pure, as it may be called more than once
 */
public record DeliveryResult(
    Attempt attempt, DeliveryState state, Instant due, UnaryOperator<EndpointHealth> health) {}
