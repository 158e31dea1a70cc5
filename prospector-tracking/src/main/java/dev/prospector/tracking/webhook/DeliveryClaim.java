package dev.prospector.tracking.webhook;

import java.time.Instant;

/**
 * The right to make one attempt.
 *
 * @param delivery what to deliver
 * @param token grows with every claim on this delivery, from 1: what an older claim settles is
 *     refused
 * @param until from here on somebody else may make the attempt
 */
public record DeliveryClaim(Delivery delivery, long token, Instant until) {}
