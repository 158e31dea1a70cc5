package dev.prospector.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads phone numbers as runs of digits, as far as needed to compare one with E.164. */
final class PhoneDigits {

  private static final int SHORTEST = 7;

  /** The country codes of one and two digits (ITU-T E.164, list of assigned codes). */
  private static final Pattern SHORT_COUNTRY_CODE =
      Pattern.compile("[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]");

  /** Digits, and letters as on a keypad, with what people write between them. */
  private static final Pattern RUN =
      Pattern.compile("\\+?\\(?\\d(?:[\\s.()/\\-\u2010-\u2015\u00a0]{0,4}[\\dA-Z](?![a-z])){5,24}");

  private PhoneDigits() {}

  static boolean derives(String e164, String quote) {
    if (!e164.startsWith("+")) {
      return false;
    }
    String number = e164.substring(1);
    Matcher matcher = RUN.matcher(quote);
    while (matcher.find()) {
      if (isWritten(number, matcher.group())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWritten(String number, String written) {
    String digits = digits(written);
    String national = digits.replaceFirst("^(?:00|011)?", "");
    return matches(number, digits)
        || matches(number, national)
        || matches(number, trunkless(digits))
        || trunkInBrackets(number, written);
  }

  /** The country code may be missing from what is written, nothing else. */
  private static boolean matches(String number, String digits) {
    int missing = number.length() - digits.length();
    return digits.length() >= SHORTEST
        && number.endsWith(digits)
        && (missing == 0 || missing == countryCodeLength(number));
  }

  private static int countryCodeLength(String number) {
    Matcher code = SHORT_COUNTRY_CODE.matcher(number);
    return code.lookingAt() ? code.end() : 3;
  }

  /** A trunk zero, or a zero with a carrier's two digits as in Brazil, before the number. */
  private static String trunkless(String digits) {
    if (!digits.startsWith("0")) {
      return digits;
    }
    return digits.length() >= 13 ? digits.substring(3) : digits.substring(1);
  }

  /** "+44 (0)20 7946 0000": the zero in brackets is not dialled from abroad. */
  private static boolean trunkInBrackets(String number, String written) {
    return written.contains("(0)") && digits(written.replace("(0)", "")).equals(number);
  }

  private static String digits(String written) {
    StringBuilder digits = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        digits.append("22233344455566677778889999".charAt(c - 'A'));
      }
    }
    return digits.toString();
  }
}
