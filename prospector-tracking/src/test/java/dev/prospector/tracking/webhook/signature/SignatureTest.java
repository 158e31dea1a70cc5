package dev.prospector.tracking.webhook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Signer and verifier against the vectors and the reference library of Standard Webhooks. */
class SignatureTest {

  record Vector(
      String name,
      String secret,
      String id,
      String timestamp,
      String payload,
      String signature,
      boolean valid) {

    Map<String, List<String>> headers() {
      return Map.of(
          "webhook-id", List.of(id),
          "webhook-timestamp", List.of(timestamp),
          "webhook-signature", List.of(signature));
    }

    Instant at() {
      return Instant.ofEpochSecond(Long.parseLong(timestamp));
    }
  }

  static Stream<Vector> vectors() throws IOException {
    try (InputStream json = SignatureTest.class.getResourceAsStream("signature-vectors.json")) {
      return Stream.of(new JsonMapper().readValue(json, Vector[].class));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theVerifierDecidesEveryVectorAsGiven(Vector vector) {
    WebhookVerifier verifier =
        WebhookVerifier.of(
            WebhookSecret.parse(vector.secret()), Clock.fixed(vector.at(), ZoneOffset.UTC));

    assertThat(verifier.verify(vector.headers(), vector.payload()).isAccepted())
        .isEqualTo(vector.valid());
  }

  @Test
  void thePublishedVectorIsSignedAsPublished() throws IOException {
    Vector vector = vectors().findFirst().orElseThrow();
    WebhookSigner signer =
        new WebhookSigner(WebhookSecrets.of(WebhookSecret.parse(vector.secret())));

    assertThat(signer.headers(vector.id(), vector.at(), vector.payload()))
        .isEqualTo(
            Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  @Test
  void everyValidSecretSignsOnce() {
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    WebhookSecrets secrets = WebhookSecrets.of(WebhookSecret.generate(new Random(0)));
    for (int i = 1; i <= 3; i++) {
      WebhookSecret next = WebhookSecret.generate(new Random(i));
      secrets = secrets.rotate(next, now, now.plusSeconds(i));
    }
    Map<String, String> later = new WebhookSigner(secrets).headers("id", now.plusSeconds(1), "");

    assertThat(later)
        .hasEntrySatisfying(
            "webhook-signature",
            entries -> assertThat(entries.split(" ")).hasSize(3).doesNotHaveDuplicates());
  }

  @Test
  void anIdWithAFullStopIsNotSigned() {
    WebhookSigner signer = new WebhookSigner(WebhookSecrets.of(WebhookSecret.of(new byte[24])));

    for (String id : List.of("msg.1", "")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> signer.headers(id, Instant.EPOCH, "body"));
    }
  }

  @Test
  void tenThousandRandomMessagesAreVerifiedBothWaysWithTheReferenceLibrary() throws Exception {
    Random random = new Random(20_261_121);
    // The reference library asks the machine for the time; the window is five minutes.
    Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    for (int i = 0; i < 10_000; i++) {
      WebhookSecret secret = secret(random);
      Webhook reference = new Webhook(secret.reveal());
      String id = "msg_" + i + text(random, 12).replace('.', '-');
      String body = text(random, 400);

      Map<String, String> ours = signedAfterRotations(secret, random, id, now, body);
      assertThatCode(() -> reference.verify(body, lists(ours)))
          .as("message %d, ours verified by theirs", i)
          .doesNotThrowAnyException();

      Map<String, List<String>> theirs =
          lists(
              Map.of(
                  "Webhook-Id", id,
                  "webhook-timestamp", Long.toString(now.getEpochSecond()),
                  "webhook-signature", reference.sign(id, now.getEpochSecond(), body)));
      WebhookVerifier verifier = WebhookVerifier.of(secret, clock);
      assertThat(verifier.verify(theirs, body))
          .as("message %d, theirs verified by ours", i)
          .isEqualTo(new Verification.Accepted(id, now));
      assertThat(verifier.verify(theirs, body + " ").isAccepted()).isFalse();
    }
  }

  private static Map<String, String> signedAfterRotations(
      WebhookSecret secret, Random random, String id, Instant now, String body) {
    WebhookSecrets secrets = WebhookSecrets.of(secret);
    for (int i = random.nextInt(3); i > 0; i--) {
      secrets = secrets.rotate(secret(random), now, now.plusSeconds(60));
    }
    return new WebhookSigner(secrets).headers(id, now, body);
  }

  private static WebhookSecret secret(Random random) {
    byte[] bytes = new byte[24 + random.nextInt(41)];
    random.nextBytes(bytes);
    return WebhookSecret.of(bytes);
  }

  /** Characters of every plane, but no halves of pairs, which have no bytes. */
  private static String text(Random random, int most) {
    return random
        .ints(random.nextInt(most), 0, Character.MAX_CODE_POINT + 1)
        .map(c -> random.nextInt(3) > 0 ? ' ' + c % 95 : c)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Map<String, List<String>> lists(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
  }
}
