package dev.prospector.verification;

/**
 * Says whether a number can be one of value added tax. Implementations are safe for several
 * threads.
 */
@FunctionalInterface
public interface VatVerifier {

  /** What is known of a number. */
  enum Verdict {
    /** It has the form of its country, and its check digits hold; whether it was given is open. */
    CONSISTENT,
    /** It has not the form of its country, or its check digits do not hold. */
    INCONSISTENT,
    /** Nothing is known of numbers of this country or form. */
    UNKNOWN
  }

  /**
   * Verifies a number.
   *
   * @param country ISO 3166-1 alpha-2 in upper case; Greece also as {@code EL}, Northern Ireland as
   *     {@code XI}
   * @param number with or without the country's letters, spaces, points and hyphens
   */
  Verdict verify(String country, String number);

  /** Returns the verifier by check digits, which asks nobody. */
  static VatVerifier byCheckDigits() {
    return VatRules::verify;
  }
}
