package dev.prospector.verification;

import dev.prospector.lookup.Source;

/** Says what can be known of a telephone number. Implementations are safe for several threads. */
public interface PhoneVerifier extends Source {

  /** Returns whether anything is verified. */
  default boolean isConfigured() {
    return true;
  }

  /**
   * Verifies a number. Whatever goes wrong on the way gives {@code UNKNOWN}, never an error.
   *
   * @param number as it was written
   * @param region the country of numbers that are written without its code, ISO 3166-1 alpha-2 in
   *     upper case; empty if that is not known
   * @throws InterruptedException if interrupted while waiting
   */
  PhoneVerdict verify(String number, String region) throws InterruptedException;

  /** Returns a verifier that verifies nothing, and says so. */
  static PhoneVerifier none() {
    return NoPhoneVerifier.INSTANCE;
  }
}
