package dev.prospector.privacy;

import java.math.BigInteger;

/** Tells numbers that mean a person from numbers that only look so. */
final class CheckDigits {

  private static final int CPF_DIGITS = 11;

  private CheckDigits() {}

  /** Returns whether both check digits hold: weights 10 to 2 and 11 to 2, modulus 11. */
  static boolean isCpf(String text) {
    String digits = digits(text);
    if (digits.length() != CPF_DIGITS || digits.chars().distinct().count() == 1) {
      return false;
    }
    return cpfDigit(digits, 9) == digits.charAt(9) - '0'
        && cpfDigit(digits, 10) == digits.charAt(10) - '0';
  }

  private static int cpfDigit(String digits, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (digits.charAt(i) - '0') * (length + 1 - i);
    }
    return sum * 10 % 11 % 10;
  }

  /** Returns whether the last digit holds by ISO/IEC 7812 (Luhn), and it is no company's number. */
  static boolean isCard(String text) {
    String digits = digits(text);
    if (digits.length() < 13 || digits.chars().distinct().count() == 1 || isCnpj(digits)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private static boolean isCnpj(String digits) {
    return digits.length() == 14
        && cnpjDigit(digits, 12) == digits.charAt(12) - '0'
        && cnpjDigit(digits, 13) == digits.charAt(13) - '0';
  }

  private static int cnpjDigit(String digits, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (digits.charAt(length - 1 - i) - '0') * (2 + i % 8);
    }
    int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  }

  /** Returns whether the check digits hold by ISO 13616: modulus 97 is 1. */
  static boolean isIban(String text) {
    String plain = text.replace(" ", "");
    if (plain.length() < 15 || plain.length() > 34) {
      return false;
    }
    StringBuilder number = new StringBuilder();
    String turned = plain.substring(4) + plain.substring(0, 4);
    turned.chars().forEach(c -> number.append(Character.digit(c, 36)));
    return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }
}
