package dev.prospector.tracking.webhook.delivery;

import dev.prospector.http.HttpResponse;
import dev.prospector.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;

/**
 * What came of a request.
 *
 * @param status the HTTP status; 0 if no answer came
 * @param failure what went wrong; empty if the message was taken
 * @param asked how long to be left alone; zero if that was not asked
 */
record Answer(int status, String failure, Duration asked) {

  static Answer of(HttpResponse response, Instant now) {
    int status = response.status();
    boolean taken = status >= 200 && status <= 299;
    Duration asked = taken ? Duration.ZERO : RetryAfter.in(response.headers(), now);
    return new Answer(status, taken ? "" : failure(status), asked);
  }

  static Answer none(String failure) {
    return new Answer(0, failure, Duration.ZERO);
  }

  private static String failure(int status) {
    return status >= 300 && status <= 399
        ? "status " + status + ": redirects are not followed, change the address"
        : "status " + status;
  }

  boolean isTaken() {
    return failure.isEmpty();
  }

  /** Whether it wants no more messages at all. */
  boolean isGone() {
    return status == 410;
  }

  /** Whether it is under too much load. */
  boolean isOverloaded() {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }
}
