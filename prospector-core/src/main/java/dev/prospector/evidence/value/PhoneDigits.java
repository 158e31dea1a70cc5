package dev.prospector.evidence.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads phone numbers as runs of digits, as far as needed to compare one with E.164. */
final class PhoneDigits {

  private static final int SHORTEST = 7;

  /** The country codes of one and two digits (ITU-T E.164, list of assigned codes). */
  private static final Pattern SHORT_COUNTRY_CODE =
      Pattern.compile("[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]");

  private static final Pattern BRAZILIAN_MOBILE = Pattern.compile("55\\d{2}9[6-9]\\d{7}");

  /** Digits, and letters as on a keypad, with what people write between them. */
  private static final Pattern RUN =
      Pattern.compile("\\+?\\(?\\d(?:[\\s.()/\\-\u2010-\u2015\u00a0]{0,4}[\\dA-Z](?![a-z])){5,24}");

  /**
   * An area code and a number, and behind it further numbers of that area: "(19) 3434-5620 / 5621".
   */
  private static final Pattern SHARED_AREA =
      Pattern.compile(
          "\\(?0?(\\d{2,4})\\)?[\\s.-]{1,3}(\\d[\\d .-]{5,10}\\d)((?:\\s{0,3}(?:[/,;|-]|e|ou|y|o|or|and|und|et)\\s{0,3}\\d[\\d .-]{2,10}\\d){1,6})");

  private static final Pattern FURTHER =
      Pattern.compile("(?:[/,;|-]|e|ou|y|o|or|and|und|et)\\s{0,3}(\\d[\\d .-]{2,10}\\d)$");

  private PhoneDigits() {}

  static boolean derives(String e164, String quote) {
    if (!e164.startsWith("+")) {
      return false;
    }
    List<String> forms = forms(e164.substring(1));
    Matcher matcher = RUN.matcher(quote);
    while (matcher.find()) {
      String written = matcher.group();
      if (forms.stream().anyMatch(form -> isWritten(form, written))) {
        return true;
      }
    }
    return forms.stream().anyMatch(form -> sharesArea(form, quote));
  }

  /** Tells whether a quote ends with the rest of a number whose area code it begins with. */
  private static boolean sharesArea(String number, String quote) {
    Matcher shared = SHARED_AREA.matcher(quote);
    if (!shared.matches()) {
      return false;
    }
    Matcher last = FURTHER.matcher(shared.group(3));
    String rest = last.find() ? digits(last.group(1)) : "";
    String first = digits(shared.group(2));
    int common = Math.max(0, first.length() - rest.length());
    String subscriber = rest.length() >= SHORTEST ? rest : first.substring(0, common) + rest;
    return !rest.isEmpty() && matches(number, shared.group(1) + subscriber);
  }

  /**
   * The number, and the older forms that are written for it by a fixed rule of its country: in
   * Brazil a mobile number without the ninth digit, in Mexico with a 1 after the country code, in
   * Argentina with 15 behind the area code in place of the 9 before it.
   */
  private static List<String> forms(String number) {
    List<String> forms = new ArrayList<>();
    forms.add(number);
    if (BRAZILIAN_MOBILE.matcher(number).matches()) {
      forms.add(number.substring(0, 4) + number.substring(5));
    } else if (number.startsWith("52")) {
      forms.add("521" + number.substring(2));
      forms.add("5201" + number.substring(2));
    } else if (number.startsWith("549")) {
      for (int area = 2; area <= 4 && number.length() > 9; area++) {
        forms.add("54" + number.substring(3, 3 + area) + "15" + number.substring(3 + area));
      }
    }
    return forms;
  }

  private static boolean isWritten(String number, String written) {
    String digits = digits(written);
    String national = digits.replaceFirst("^(?:00|011)?", "");
    return matches(number, digits)
        || matches(number, national)
        || digits.startsWith("0") && matches(number, digits.substring(1))
        || digits.startsWith("0") && digits.length() >= 13 && matches(number, digits.substring(3))
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
