package dev.prospector.agents.registration;

import java.util.Optional;

/**
 * A valid CNPJ, the registration number of a Brazilian establishment, numeric or alphanumeric (the
 * form issued since July 2026).
 *
 * <p>Twelve letters or digits and two check digits. Both check digits are modulus 11 over the
 * values {@code ASCII - 48} with weights 2 to 9 from the right (Receita Federal, Nota Técnica COCAD
 * 2024/49). Fourteen times the same digit is not a number, although the formula accepts zeros.
 *
 * <p>What the formula cannot see: a letter changed for a character whose value differs by a
 * multiple of eleven (such as 6, A, L and W), and some changes that move a remainder between 0 and
 * 1, which share the check digit 0.
 *
 * <p>Immutable.
 *
 * @param value the fourteen characters, upper case, without punctuation
 */
public record Cnpj(String value) {

  private static final int LENGTH = 14;
  private static final int BASE = 12;

  /** Checks that the value is a valid number in its plain form. */
  public Cnpj {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a valid CNPJ in plain form");
    }
  }

  /**
   * Reads a number in any written form: with or without points, slash, hyphen and spaces, in upper
   * or lower case. Returns empty when it is not a valid number.
   */
  public static Optional<Cnpj> parse(CharSequence written) {
    String plain = Written.plain(written, LENGTH);
    return isValid(plain) ? Optional.of(new Cnpj(plain)) : Optional.empty();
  }

  /** Returns the first eight characters, which all establishments of one company share. */
  public String root() {
    return value.substring(0, 8);
  }

  /** Returns the four characters that number the establishment within its company. */
  public String order() {
    return value.substring(8, BASE);
  }

  /** Returns the two check digits. */
  public String checkDigits() {
    return value.substring(BASE);
  }

  /** Returns whether this is a company's first establishment, by custom its head office. */
  public boolean isHeadOffice() {
    return order().equals("0001");
  }

  /** Returns the official written form, such as {@code 12.ABC.345/01DE-35}. */
  public String formatted() {
    return value.substring(0, 2)
        + '.'
        + value.substring(2, 5)
        + '.'
        + value.substring(5, 8)
        + '/'
        + order()
        + '-'
        + checkDigits();
  }

  /** Returns the plain form. */
  @Override
  public String toString() {
    return value;
  }

  private static boolean isValid(String plain) {
    if (plain.length() != LENGTH || !hasAlphabet(plain) || isRepeated(plain)) {
      return false;
    }
    return checkDigit(plain, BASE) == plain.charAt(BASE)
        && checkDigit(plain, BASE + 1) == plain.charAt(BASE + 1);
  }

  private static boolean hasAlphabet(String plain) {
    for (int i = 0; i < LENGTH; i++) {
      char c = plain.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = c >= 'A' && c <= 'Z' && i < BASE;
      if (!digit && !letter) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRepeated(String plain) {
    return plain.chars().allMatch(c -> c == plain.charAt(0));
  }

  private static char checkDigit(String plain, int length) {
    int sum = 0;
    for (int i = length - 1, weight = 2; i >= 0; i--, weight = weight == 9 ? 2 : weight + 1) {
      sum += (plain.charAt(i) - '0') * weight;
    }
    int remainder = sum % 11;
    return (char) ('0' + (remainder < 2 ? 0 : 11 - remainder));
  }
}
