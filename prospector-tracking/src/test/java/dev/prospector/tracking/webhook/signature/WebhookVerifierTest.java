package dev.prospector.tracking.webhook.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.tracking.webhook.TestClock;
import dev.prospector.tracking.webhook.signature.Verification.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The scenarios of the reference libraries, and what replays may not do. */
class WebhookVerifierTest {

  private static final String BODY = "{\"test\": 2432232314}";
  private static final String OTHER = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

  private final TestClock clock = new TestClock("2026-11-21T12:00:00Z");
  private final WebhookSecret secret =
      WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private final WebhookVerifier verifier = WebhookVerifier.of(secret, clock);

  @Test
  void aGenuineMessageIsAcceptedWithItsIdAndTime() {
    assertThat(verifier.verify(signed("msg_1"), BODY))
        .isEqualTo(new Verification.Accepted("msg_1", clock.instant()));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(refusal(h -> h.remove("webhook-id"))).isEqualTo(Reason.NO_ID);
    assertThat(refusal(h -> h.put("webhook-id", List.of(" ")))).isEqualTo(Reason.NO_ID);
    assertThat(refusal(h -> h.remove("webhook-timestamp"))).isEqualTo(Reason.NO_TIMESTAMP);
    assertThat(refusal(h -> h.remove("webhook-signature"))).isEqualTo(Reason.NO_SIGNATURE);
    assertThat(refusal(h -> h.put("webhook-signature", List.of(" "))))
        .isEqualTo(Reason.NO_SIGNATURE);
  }

  @Test
  void twoIdsAreNone() {
    assertThat(refusal(h -> h.put("Webhook-ID", List.of("msg_2")))).isEqualTo(Reason.NO_ID);
  }

  @Test
  void aTimestampIsANumberOfSeconds() {
    for (String wrong : List.of("now", "1.5", "-1", "1614265330123", "0x60", "１６１４２６５３３０")) {
      assertThat(refusal(h -> h.put("webhook-timestamp", List.of(wrong))))
          .isEqualTo(Reason.MALFORMED_TIMESTAMP);
    }
  }

  @Test
  void signaturesOfOtherVersionsAreNotTakenForOurs() {
    Map<String, List<String>> headers = signed("msg_1");
    String ours = value(headers, "webhook-signature").substring(3);

    for (String other : List.of("v2," + ours, "v1a," + ours, "invalid_signature", ours)) {
      assertThat(refusal(h -> h.put("webhook-signature", List.of(other))))
          .isEqualTo(Reason.UNKNOWN_VERSION);
    }
  }

  @Test
  void aSignatureOfSomethingElseIsWrong() {
    assertThat(refusal(h -> h.put("webhook-signature", List.of("v1,invalid_signature"))))
        .isEqualTo(Reason.WRONG_SIGNATURE);
    assertThat(refusal(h -> h.put("webhook-signature", List.of(OTHER))))
        .isEqualTo(Reason.WRONG_SIGNATURE);
    assertThat(refusal(h -> h.put("webhook-id", List.of("msg_2"))))
        .isEqualTo(Reason.WRONG_SIGNATURE);
    assertThat(verifier.verify(signed("msg_1"), BODY + "\n"))
        .isEqualTo(new Verification.Refused(Reason.WRONG_SIGNATURE));
  }

  @Test
  void oneRightSignatureAmongOthersIsEnough() {
    Map<String, List<String>> headers = signed("msg_1");
    String ours = value(headers, "webhook-signature");

    headers.put("webhook-signature", List.of(OTHER + " v2,abc  " + ours + " " + OTHER));
    assertThat(verifier.verify(headers, BODY).isAccepted()).isTrue();
    headers.put("webhook-signature", List.of(OTHER, ours));
    assertThat(verifier.verify(headers, BODY).isAccepted()).isTrue();
  }

  @Test
  void namesOfHeadersAreReadInAnyCase() {
    Map<String, List<String>> headers = signed("msg_1");
    headers.put("Webhook-Id", headers.remove("webhook-id"));
    headers.put("WEBHOOK-TIMESTAMP", headers.remove("webhook-timestamp"));
    headers.put("webhook-SIGNATURE", headers.remove("webhook-signature"));

    assertThat(verifier.verify(headers, BODY).isAccepted()).isTrue();
  }

  @Test
  void theWindowIsFiveMinutesToBothSidesToTheSecond() {
    Map<String, List<String>> headers = signed("msg_1");
    Instant sent = clock.instant();

    clock.set(sent.plusSeconds(300));
    assertThat(verifier.verify(headers, BODY).isAccepted()).isTrue();
    clock.set(sent.plusSeconds(301));
    assertThat(verifier.verify(headers, BODY)).isEqualTo(refused(Reason.TOO_OLD));
    clock.set(sent.minusSeconds(300));
    assertThat(verifier.verify(headers, BODY).isAccepted()).isTrue();
    clock.set(sent.minusSeconds(301));
    assertThat(verifier.verify(headers, BODY)).isEqualTo(refused(Reason.TOO_NEW));
    assertThat(verifier.withTolerance(Duration.ofHours(1)).verify(headers, BODY).isAccepted())
        .isTrue();
  }

  @Test
  void eachSecretThatIsKnownIsTried() {
    WebhookVerifier both =
        WebhookVerifier.of(WebhookSecret.generate(new Random(1)), clock).alsoAccepting(secret);

    assertThat(both.verify(signed("msg_1"), BODY).isAccepted()).isTrue();
  }

  @Test
  void aMessageIsAcceptedOnceHoweverOftenItIsSent() {
    WebhookVerifier once = verifier.rememberingIds(10);

    assertThat(once.verify(signed("msg_1"), BODY).isAccepted()).isTrue();
    clock.advance(Duration.ofMinutes(4));
    assertThat(once.verify(signed("msg_1"), BODY)).isEqualTo(refused(Reason.REPLAYED));
    clock.advance(Duration.ofMinutes(4));
    assertThat(once.verify(signed("msg_1"), BODY)).isEqualTo(refused(Reason.REPLAYED));
  }

  @Test
  void aMessageThatCouldNotBeWorkedOnMayComeAgain() {
    WebhookVerifier once = verifier.rememberingIds(10);
    once.verify(signed("msg_1"), BODY);

    once.forget("msg_1");
    once.forget("msg_2");

    assertThat(once.verify(signed("msg_1"), BODY).isAccepted()).isTrue();
  }

  @Test
  void noIdIsForgottenToMakeRoom() {
    WebhookVerifier once = verifier.rememberingIds(2);
    Map<String, List<String>> first = signed("msg_1");
    once.verify(first, BODY);
    once.verify(signed("msg_2"), BODY);

    assertThat(once.verify(signed("msg_3"), BODY)).isEqualTo(refused(Reason.TOO_MANY));
    assertThat(once.verify(first, BODY)).isEqualTo(refused(Reason.REPLAYED));
    clock.advance(Duration.ofSeconds(301));
    assertThat(once.verify(signed("msg_3"), BODY).isAccepted()).isTrue();
  }

  @Test
  void aForgedMessageTakesNobodysId() {
    WebhookVerifier once = verifier.rememberingIds(1);
    Map<String, List<String>> forged = signed("msg_1");
    forged.put("webhook-signature", List.of(OTHER));
    once.verify(forged, BODY);

    assertThat(once.verify(signed("msg_1"), BODY).isAccepted()).isTrue();
  }

  /** Messages are captured and sent again, while the receiver's clock drifts and jumps. */
  @Test
  void tenThousandReplaysUnderAWanderingClockAreAcceptedAtMostOnceEach() {
    Random random = new Random(5);
    WebhookVerifier once = verifier.rememberingIds(100_000);
    List<Map<String, List<String>>> captured = new ArrayList<>();
    Set<String> accepted = new HashSet<>();
    int twice = 0;
    for (int i = 0; i < 10_000; i++) {
      clock.advance(Duration.ofSeconds(random.nextInt(25) - 10));
      if (random.nextInt(100) == 0) {
        clock.advance(Duration.ofMinutes(random.nextInt(41) - 20));
      }
      if (captured.isEmpty() || random.nextInt(10) == 0) {
        captured.add(signed("msg_" + captured.size()));
      }
      Map<String, List<String>> replay = captured.get(random.nextInt(captured.size()));
      if (once.verify(replay, BODY).isAccepted() && !accepted.add(value(replay, "webhook-id"))) {
        twice++;
      }
    }

    assertThat(twice).isZero();
    assertThat(accepted).hasSizeGreaterThan(100);
  }

  @Test
  void eachReasonHasTheStatusToAnswerWith() {
    assertThat(Reason.REPLAYED.status()).isEqualTo(200);
    assertThat(Reason.TOO_MANY.status()).isEqualTo(503);
    assertThat(Reason.WRONG_SIGNATURE.status()).isEqualTo(401);
    String answer =
        verifier.verify(Map.of(), BODY).match(a -> "200", r -> "" + r.reason().status());
    assertThat(answer).isEqualTo("400");
  }

  private static String value(Map<String, List<String>> headers, String name) {
    return Objects.requireNonNull(headers.get(name)).get(0);
  }

  private static Verification refused(Reason reason) {
    return new Verification.Refused(reason);
  }

  private Reason refusal(Consumer<Map<String, List<String>>> change) {
    Map<String, List<String>> headers = signed("msg_1");
    change.accept(headers);
    return verifier
        .verify(headers, BODY)
        .match(
            accepted -> {
              throw new AssertionError("accepted");
            },
            Verification.Refused::reason);
  }

  private Map<String, List<String>> signed(String id) {
    Map<String, List<String>> headers = new HashMap<>();
    new WebhookSigner(WebhookSecrets.of(secret))
        .headers(id, clock.instant(), BODY)
        .forEach((name, value) -> headers.put(name, List.of(value)));
    return headers;
  }
}
