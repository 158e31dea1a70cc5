package dev.prospector.privacy;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The forms under which one telephone number is compared: with the code of its country, where it is
 * written, and without, since who says no often writes it as it is dialled at home. Two numbers
 * that differ in the country alone are one here: rather one too many is left alone.
 */
final class PhoneForms {

  /** Digits of a number with a country's code: one that is shorter is written without. */
  private static final int SHORTEST_INTERNATIONAL = 12;

  private PhoneForms() {}

  /** Returns the forms of a number, digits alone; none if there are no digits. */
  static Set<String> of(String written) {
    String digits = written.replaceAll("[^0-9]", "");
    boolean international = written.strip().startsWith("+") || digits.startsWith("00");
    String bare = digits.replaceFirst("^0+", "");
    Set<String> forms = new LinkedHashSet<>();
    if (!bare.isEmpty()) {
      forms.add(bare);
    }
    if (international || bare.length() >= SHORTEST_INTERNATIONAL) {
      String home =
          bare.substring(Math.min(bare.length(), codeLength(bare))).replaceFirst("^0+", "");
      if (!home.isEmpty()) {
        forms.add(home);
      }
    }
    return forms;
  }

  /** The lengths of country codes, by ITU-T E.164: one digit, those of two, and else three. */
  private static int codeLength(String digits) {
    if (digits.startsWith("1") || digits.startsWith("7")) {
      return 1;
    }
    return digits.matches("(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]).{0,40}")
        ? 2
        : 3;
  }
}
