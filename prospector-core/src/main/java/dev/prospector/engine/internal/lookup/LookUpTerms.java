package dev.prospector.engine.internal.lookup;

import dev.prospector.event.RunId;
import dev.prospector.lookup.Freshness;
import dev.prospector.run.RetryPolicy;
import java.time.Clock;
import java.time.Instant;

/**
 * The terms by which the steps of a run ask sources.
 *
 * @param run whose answers are always fresh enough
 * @param began when it began, however often it was resumed
 * @param freshness how old other answers may be
 * @param retry when a failed question is asked again, and when it is said to have failed
 * @param clock tells when an answer came
 */
public record LookUpTerms(
    RunId run, Instant began, Freshness freshness, RetryPolicy retry, Clock clock) {}
