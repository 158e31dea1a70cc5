package dev.prospector.agents.registration;

/** The check digit formulas that national numbers share. All take digits only. */
final class CheckDigits {

  private CheckDigits() {}

  static int digit(String digits, int index) {
    return digits.charAt(index) - '0';
  }

  /** Returns the sum of the leading digits, each times the weight at its place. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digit(digits, i) * weights[i];
    }
    return sum;
  }

  /** Returns whether the last digit is the Luhn check digit of the others (ISO/IEC 7812-1). */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int value = digit(digits, digits.length() - 1 - i);
      sum += i % 2 == 0 ? value : doubled(value);
    }
    return sum % 10 == 0;
  }

  /** Returns the digit sum of twice a digit. */
  static int doubled(int digit) {
    return digit < 5 ? 2 * digit : 2 * digit - 9;
  }

  /** Returns whether the last digit is the ISO 7064 MOD 11,10 check digit of the others. */
  static boolean iso7064(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length() - 1; i++) {
      int sum = (digit(digits, i) + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == digit(digits, digits.length() - 1);
  }

  /** Returns the number modulo a small divisor; the text may be of any length. */
  static int modulo(String digits, int divisor) {
    int remainder = 0;
    for (int i = 0; i < digits.length(); i++) {
      remainder = (remainder * 10 + digit(digits, i)) % divisor;
    }
    return remainder;
  }
}
