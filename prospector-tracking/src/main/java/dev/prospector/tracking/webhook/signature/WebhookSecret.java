package dev.prospector.tracking.webhook.signature;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What sender and receiver of webhooks both know and sign with: 24 to 64 random bytes. Its text is
 * never shown by accident: ask for it with {@link #reveal}. Immutable.
 */
public final class WebhookSecret {

  private static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int NEW_BYTES = 32;

  private final byte[] bytes;

  private WebhookSecret(byte[] bytes) {
    if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a webhook secret has 24 to 64 bytes, this one has " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** Returns the secret of the given bytes. */
  public static WebhookSecret of(byte[] bytes) {
    return new WebhookSecret(bytes.clone());
  }

  /**
   * Reads a secret from its text: {@code whsec_} and Base64; without the prefix too.
   *
   * @throws IllegalArgumentException if it is of another form; the message does not repeat it
   */
  public static WebhookSecret parse(String text) {
    String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    try {
      return new WebhookSecret(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      // What the decoder says would repeat characters of the secret.
      throw new IllegalArgumentException(
          "a webhook secret is 'whsec_' followed by the Base64 of 24 to 64 bytes");
    }
  }

  /**
   * Makes a new secret of 32 bytes.
   *
   * @param random must not be guessable: a {@link java.security.SecureRandom} anywhere but in tests
   */
  public static WebhookSecret generate(RandomGenerator random) {
    byte[] bytes = new byte[NEW_BYTES];
    random.nextBytes(bytes);
    return new WebhookSecret(bytes);
  }

  /** Returns the text that the receiver is given: {@code whsec_} and Base64. */
  public String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** Returns the bytes, for stores to seal. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret secret && MessageDigest.isEqual(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Does not tell the secret. */
  @Override
  public String toString() {
    return PREFIX + "***";
  }
}
