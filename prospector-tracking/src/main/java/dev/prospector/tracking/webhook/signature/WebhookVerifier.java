package dev.prospector.tracking.webhook.signature;

import dev.prospector.tracking.webhook.signature.Verification.Accepted;
import dev.prospector.tracking.webhook.signature.Verification.Reason;
import dev.prospector.tracking.webhook.signature.Verification.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a receiver whether a request is a genuine message, sent now and not seen before. Knows any
 * sender by Standard Webhooks with symmetric secrets. Safe for several threads.
 */
public final class WebhookVerifier {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final List<WebhookSecret> secrets;
  private final Clock clock;
  private final Duration tolerance;
  private final @Nullable SeenIds seen;

  private WebhookVerifier(
      List<WebhookSecret> secrets, Clock clock, Duration tolerance, @Nullable SeenIds seen) {
    this.secrets = List.copyOf(secrets);
    this.clock = clock;
    this.tolerance = tolerance;
    this.seen = seen;
  }

  /**
   * Accepts what was signed with a secret within five minutes of now, and remembers no ids: the
   * receiver itself has to pass over what it worked on before.
   */
  public static WebhookVerifier of(WebhookSecret secret, Clock clock) {
    return new WebhookVerifier(List.of(secret), clock, TOLERANCE, null);
  }

  /** Accepts another secret too, while secrets are changed. */
  public WebhookVerifier alsoAccepting(WebhookSecret secret) {
    List<WebhookSecret> all = new ArrayList<>(secrets);
    all.add(secret);
    return new WebhookVerifier(all, clock, tolerance, seen);
  }

  /** Sets how far a message's timestamp may lie from now, in both directions. */
  public WebhookVerifier withTolerance(Duration value) {
    return new WebhookVerifier(secrets, clock, value, seen);
  }

  /**
   * Accepts each id once, as long as its timestamp is tolerated.
   *
   * <p>An id is taken as soon as its message is accepted. If working on it then fails, {@link
   * #forget} it before answering with an error, or the next attempt will be refused as a replay.
   *
   * @param most ids to remember; when so many came within the tolerated time, further messages are
   *     refused for the moment rather than old ids forgotten
   */
  public WebhookVerifier rememberingIds(int most) {
    return new WebhookVerifier(secrets, clock, tolerance, new SeenIds(most));
  }

  /** Verifies a request whose body is UTF-8; give the bytes themselves where they are at hand. */
  public Verification verify(Map<String, List<String>> headers, String body) {
    return verify(headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Verifies a request.
   *
   * @param headers by name, in any case
   * @param body as it was received, before anything parsed it
   */
  public Verification verify(Map<String, List<String>> headers, byte[] body) {
    Optional<String> id = only(headers, Signature.ID);
    if (id.isEmpty()) {
      return new Refused(Reason.NO_ID);
    }
    Optional<String> timestamp = only(headers, Signature.TIMESTAMP);
    if (timestamp.isEmpty()) {
      return new Refused(Reason.NO_TIMESTAMP);
    }
    List<String> entries = signatures(headers);
    if (entries.isEmpty()) {
      return new Refused(Reason.NO_SIGNATURE);
    }
    if (!timestamp.get().matches("[0-9]{1,11}")) {
      return new Refused(Reason.MALFORMED_TIMESTAMP);
    }
    Optional<Reason> wrong = wrong(id.get(), timestamp.get(), entries, body);
    if (wrong.isPresent()) {
      return new Refused(wrong.get());
    }
    return fresh(id.get(), Instant.ofEpochSecond(Long.parseLong(timestamp.get())));
  }

  /** Lets a message pass once more, because working on it failed. */
  public void forget(String id) {
    if (seen != null) {
      seen.remove(id);
    }
  }

  private Optional<Reason> wrong(String id, String timestamp, List<String> entries, byte[] body) {
    List<String> known = entries.stream().filter(e -> e.startsWith(Signature.VERSION)).toList();
    if (known.isEmpty()) {
      return Optional.of(Reason.UNKNOWN_VERSION);
    }
    boolean matches = false;
    for (WebhookSecret secret : secrets) {
      byte[] expected = utf8(Signature.of(secret, id, timestamp, body));
      for (String entry : known) {
        // Every entry is compared in full, so that the time taken tells nothing.
        matches |= MessageDigest.isEqual(expected, utf8(entry));
      }
    }
    return matches ? Optional.empty() : Optional.of(Reason.WRONG_SIGNATURE);
  }

  /** Looks at the clock last: only who knows the secret learns what it says. */
  private Verification fresh(String id, Instant sentAt) {
    Instant now = clock.instant();
    Instant expiry = sentAt.plus(tolerance);
    if (now.isAfter(expiry)) {
      return new Refused(Reason.TOO_OLD);
    }
    if (sentAt.isAfter(now.plus(tolerance))) {
      return new Refused(Reason.TOO_NEW);
    }
    return seen == null ? new Accepted(id, sentAt) : once(seen, id, sentAt, now);
  }

  private Verification once(SeenIds ids, String id, Instant sentAt, Instant now) {
    return switch (ids.add(id, sentAt.plus(tolerance), now)) {
      case NEW -> new Accepted(id, sentAt);
      case SEEN -> new Refused(Reason.REPLAYED);
      case EXPIRED -> new Refused(Reason.TOO_OLD);
      case FULL -> new Refused(Reason.TOO_MANY);
    };
  }

  private static Optional<String> only(Map<String, List<String>> headers, String name) {
    List<String> values = all(headers, name);
    return values.size() == 1 && !values.get(0).isBlank()
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  private static List<String> signatures(Map<String, List<String>> headers) {
    return all(headers, Signature.SIGNATURE).stream()
        .flatMap(value -> List.of(value.split(" ")).stream())
        .filter(entry -> !entry.isBlank())
        .toList();
  }

  private static List<String> all(Map<String, List<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
