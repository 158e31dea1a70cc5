package dev.prospector.agents.registration;

import static dev.prospector.agents.registration.CheckDigits.digit;
import static dev.prospector.agents.registration.CheckDigits.doubled;
import static dev.prospector.agents.registration.CheckDigits.luhn;
import static dev.prospector.agents.registration.CheckDigits.weighted;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The rules of national numbers outside Brazil, each for the plain form (upper case, no separators)
 * whose shape its kind has already checked. Formulas as published by each tax office and collected
 * in the python-stdnum documentation.
 */
final class NationalNumbers {

  private static final String SPANISH_CONTROL = "JABCDEFGHI";
  private static final String MEXICAN_VALUES = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
  private static final int[] COLOMBIAN_WEIGHTS = {41, 37, 29, 23, 19, 17, 13, 7, 3};

  private NationalNumbers() {}

  /** Portugal, NIPC. */
  static boolean portugal(String plain) {
    int remainder = weighted(plain, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return digit(plain, 8) == (remainder < 2 ? 0 : 11 - remainder);
  }

  /** Spain, NIF of legal entities (formerly CIF). */
  static boolean spain(String plain) {
    int sum = 0;
    for (int i = 1; i <= 7; i++) {
      sum += i % 2 == 0 ? digit(plain, i) : doubled(digit(plain, i));
    }
    int control = (10 - sum % 10) % 10;
    char kind = plain.charAt(0);
    char last = plain.charAt(8);
    boolean byLetter = last == SPANISH_CONTROL.charAt(control) && "ABEH".indexOf(kind) < 0;
    boolean byDigit = last == '0' + control && "NPQRSW".indexOf(kind) < 0;
    return byLetter || byDigit;
  }

  /** Argentina, CUIT. */
  static boolean argentina(String plain) {
    int remainder = weighted(plain, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return remainder != 1 && digit(plain, 10) == (11 - remainder) % 11;
  }

  /** Mexico, RFC of a legal entity: three letters, a date, and a three character suffix. */
  static boolean mexico(String plain) {
    if (!isDate(plain.substring(3, 9))) {
      return false;
    }
    int sum = MEXICAN_VALUES.indexOf(' ') * 13;
    for (int i = 0; i < 11; i++) {
      sum += MEXICAN_VALUES.indexOf(plain.charAt(i)) * (12 - i);
    }
    int check = (11 - sum % 11) % 11;
    return plain.charAt(11) == (check == 10 ? 'A' : (char) ('0' + check));
  }

  private static boolean isDate(String yearMonthDay) {
    try {
      // Year of the century only: a leap day is accepted in any year that divides by four.
      LocalDate.of(
          2000 + Integer.parseInt(yearMonthDay.substring(0, 2)),
          Integer.parseInt(yearMonthDay.substring(2, 4)),
          Integer.parseInt(yearMonthDay.substring(4)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Chile, RUT: the last character is a digit or K. */
  static boolean chile(String plain) {
    int sum = 0;
    for (int i = plain.length() - 2, weight = 2;
        i >= 0;
        i--, weight = weight == 7 ? 2 : weight + 1) {
      sum += digit(plain, i) * weight;
    }
    int check = (11 - sum % 11) % 11;
    return plain.charAt(plain.length() - 1) == (check == 10 ? 'K' : (char) ('0' + check));
  }

  /** Colombia, NIT: nine digits and a check digit. */
  static boolean colombia(String plain) {
    int remainder = weighted(plain, COLOMBIAN_WEIGHTS) % 11;
    return digit(plain, 9) == (remainder < 2 ? remainder : 11 - remainder);
  }

  /**
   * France, SIRET: Luhn, except the establishments of La Poste, whose digits sum to a multiple of
   * 5.
   */
  static boolean siret(String plain) {
    if (luhn(plain)) {
      return luhn(plain.substring(0, 9));
    }
    return plain.startsWith("356000000") && plain.chars().map(c -> c - '0').sum() % 5 == 0;
  }
}
