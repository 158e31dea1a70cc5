package dev.prospector.tracking.webhook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void itIsReadWithAndWithoutItsPrefixAndRevealedWithIt() {
    String text = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    assertThat(WebhookSecret.parse(text).reveal()).isEqualTo(text);
    assertThat(WebhookSecret.parse(text.substring(6))).isEqualTo(WebhookSecret.parse(text));
  }

  @Test
  void itIsNeverShownUnasked() {
    WebhookSecret secret = WebhookSecret.generate(new Random(1));
    String base64 = secret.reveal().substring(6);

    assertThat(secret + " " + WebhookSecrets.of(secret)).doesNotContain(base64);
    assertThatThrownBy(() -> WebhookSecret.parse(base64 + "!"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .message()
        .doesNotContain(base64)
        .doesNotContain("!");
  }

  @Test
  void itHasTwentyFourToSixtyFourBytes() {
    assertThat(WebhookSecret.of(new byte[24]).bytes()).hasSize(24);
    assertThat(WebhookSecret.of(new byte[64]).bytes()).hasSize(64);
    for (int wrong : new int[] {0, 23, 65}) {
      assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecret.of(new byte[wrong]));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> WebhookSecret.parse(Base64.getEncoder().encodeToString(new byte[wrong])));
    }
  }

  @Test
  void aNewOneHasThirtyTwoBytesOfTheGivenSource() {
    assertThat(WebhookSecret.generate(new Random(7)).bytes()).hasSize(32);
    assertThat(WebhookSecret.generate(new Random(7)))
        .isEqualTo(WebhookSecret.generate(new Random(7)))
        .isNotEqualTo(WebhookSecret.generate(new Random(8)));
  }

  @Test
  void anOlderOneSignsUpToItsInstantAndIsThenDropped() {
    WebhookSecret first = WebhookSecret.generate(new Random(1));
    WebhookSecret second = WebhookSecret.generate(new Random(2));
    WebhookSecret third = WebhookSecret.generate(new Random(3));
    Instant until = NOW.plus(Duration.ofHours(1));
    WebhookSecrets secrets = WebhookSecrets.of(first).rotate(second, NOW, until);

    assertThat(secrets.at(until.minusSeconds(1))).containsExactly(second, first);
    assertThat(secrets.at(until)).containsExactly(second);
    assertThat(secrets.rotate(third, NOW, until.plusSeconds(1)).at(NOW))
        .containsExactly(third, second, first);
    assertThat(secrets.rotate(third, until, until.plusSeconds(1)).older()).hasSize(1);
  }
}
