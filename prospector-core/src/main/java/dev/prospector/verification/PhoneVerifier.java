package dev.prospector.verification;

/** Says what can be known of a telephone number. Implementations are safe for several threads. */
public interface PhoneVerifier {

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
    return (number, region) ->
        PhoneVerdict.unknown(number, "no verifier of telephone numbers is configured");
  }
}
