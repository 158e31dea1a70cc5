package dev.prospector.verification;

import java.math.BigInteger;

/** The formula of each country, for a number of its form. */
final class VatDigits {

  /** Nine digits, twelve of a branch, or those of departments and health authorities. */
  static final String BRITISH = "[0-9]{9}(?:[0-9]{3})?|GD[0-4][0-9]{2}|HA[5-9][0-9]{2}";

  private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";
  private static final int[] CYPRIOT = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};

  private VatDigits() {}

  static int digit(String number, int at) {
    return number.charAt(at) - '0';
  }

  static int weighted(String number, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digit(number, i) * weights[i];
    }
    return sum;
  }

  static boolean modulo(String number, int divisor, int... weights) {
    return weighted(number, weights) % divisor == 0;
  }

  /** ISO 7064, MOD 11,10. */
  static boolean iso7064(String number) {
    int product = 10;
    for (int i = 0; i < number.length() - 1; i++) {
      int sum = (digit(number, i) + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == digit(number, number.length() - 1);
  }

  /** ISO/IEC 7812-1. */
  static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = digit(number, number.length() - 1 - i);
      sum += i % 2 == 0 ? digit : twice(digit);
    }
    return sum % 10 == 0;
  }

  private static int twice(int digit) {
    return digit < 5 ? 2 * digit : 2 * digit - 9;
  }

  static boolean austria(String number) {
    int sum = 4;
    for (int i = 1; i <= 7; i++) {
      sum += i % 2 == 1 ? digit(number, i) : twice(digit(number, i));
    }
    return (10 - sum % 10) % 10 == digit(number, 8);
  }

  static boolean belgium(String number) {
    return 97 - Integer.parseInt(number.substring(0, 8)) % 97
        == Integer.parseInt(number.substring(8));
  }

  static boolean bulgaria(String number) {
    int check = weighted(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
    if (check == 10) {
      check = weighted(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11;
    }
    return check % 10 == digit(number, 8);
  }

  static boolean cyprus(String number) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += i % 2 == 0 ? CYPRIOT[digit(number, i)] : digit(number, i);
    }
    return number.charAt(8) == 'A' + sum % 26;
  }

  static boolean czechia(String number) {
    int check = (11 - weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return (check == 0 ? 1 : check % 10) == digit(number, 7);
  }

  static boolean greece(String number) {
    int check = 0;
    for (int i = 0; i < 8; i++) {
      check = check * 2 + digit(number, i);
    }
    return check * 2 % 11 % 10 == digit(number, 8);
  }

  /** The key over the SIREN, which has a check digit of its own. */
  static boolean france(String number) {
    String siren = number.substring(2);
    int key = (12 + 3 * (Integer.parseInt(siren) % 97)) % 97;
    return key == Integer.parseInt(number.substring(0, 2)) && luhn(siren);
  }

  /** Since 2010 the check digits of new numbers are 55 less. */
  static boolean britain(String number) {
    if (!Character.isDigit(number.charAt(0))) {
      return true;
    }
    int sum = weighted(number, 8, 7, 6, 5, 4, 3, 2) + Integer.parseInt(number.substring(7, 9));
    return sum % 97 == 0 || sum % 97 == 42;
  }

  static boolean ireland(String number) {
    int sum = weighted(number, 8, 7, 6, 5, 4, 3, 2);
    if (number.length() == 9) {
      sum += 9 * IRISH.indexOf(number.charAt(8));
    }
    return number.charAt(7) == IRISH.charAt(sum % 23);
  }

  /** The office that gave it is a province, or one of the special numbers above. */
  static boolean italy(String number) {
    int office = Integer.parseInt(number.substring(7, 10));
    boolean known = office >= 1 && office <= 100 || office == 120 || office == 121;
    boolean special = office == 888 || office == 999;
    return (known || special) && !number.startsWith("0000000") && luhn(number);
  }

  static boolean lithuania(String number) {
    int last = number.length() - 1;
    if (digit(number, last - 1) != 1) {
      return false;
    }
    int check = lithuanian(number, last, 1);
    if (check == 10) {
      check = lithuanian(number, last, 3);
    }
    return check % 10 == digit(number, last);
  }

  private static int lithuanian(String number, int length, int first) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += digit(number, i) * (1 + (i + first - 1) % 9);
    }
    return sum % 11;
  }

  static boolean luxembourg(String number) {
    return Integer.parseInt(number.substring(0, 6)) % 89 == Integer.parseInt(number.substring(6));
  }

  static boolean latvia(String number) {
    return weighted(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
  }

  /** By modulus 11 for legal persons; since 2020 by modulus 97 with the letters for the others. */
  static boolean netherlands(String number) {
    int eleven = weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    if (eleven == digit(number, 8) && !number.startsWith("00000000")) {
      return true;
    }
    StringBuilder values = new StringBuilder();
    ("NL" + number).chars().forEach(c -> values.append(Character.digit(c, 36)));
    return new BigInteger(values.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  static boolean poland(String number) {
    return weighted(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(number, 9);
  }

  static boolean portugal(String number) {
    int rest = weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return digit(number, 8) == (rest < 2 ? 0 : 11 - rest);
  }

  static boolean romania(String number) {
    String padded = "0".repeat(10 - number.length()) + number;
    return 10 * weighted(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == digit(padded, 9);
  }

  static boolean sweden(String number) {
    return luhn(number.substring(0, 10)) && !number.endsWith("00");
  }

  static boolean slovenia(String number) {
    int check = 11 - weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check != 11 && check % 10 == digit(number, 7);
  }
}
