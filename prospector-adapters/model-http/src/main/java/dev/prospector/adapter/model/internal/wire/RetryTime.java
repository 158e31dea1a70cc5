package dev.prospector.adapter.model.internal.wire;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads after which time a provider wants to be asked again; nonsense is no time. */
final class RetryTime {

  private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(\\.\\d{1,9})?s?");

  private RetryTime() {}

  static Optional<Duration> of(WireReply reply, JsonNode error, Clock clock) {
    Optional<Duration> told = seconds(reply.header("retry-after-ms")).map(d -> d.dividedBy(1000));
    if (told.isEmpty()) {
      told = seconds(reply.header("retry-after"));
    }
    if (told.isEmpty()) {
      told = date(reply.header("retry-after"), clock);
    }
    for (JsonNode detail : error.path("details")) {
      if (told.isEmpty() && detail.has("retryDelay")) {
        told = seconds(detail.path("retryDelay").asString(""));
      }
    }
    return told;
  }

  private static Optional<Duration> seconds(String text) {
    Matcher matcher = SECONDS.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String part = matcher.group(2) == null ? "" : matcher.group(2);
    double fraction = part.isEmpty() ? 0 : Double.parseDouble("0" + part);
    return Optional.of(
        Duration.ofSeconds(Long.parseLong(matcher.group(1))).plusMillis((long) (fraction * 1000)));
  }

  private static Optional<Duration> date(String text, Clock clock) {
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(clock.instant(), then);
      return left.isNegative() ? Optional.empty() : Optional.of(left);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
