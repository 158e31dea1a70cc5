package dev.prospector.verification;

/** Numbers of Spain: of legal entities, of citizens, and of foreigners. */
final class VatSpain {

  private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String CONTROL = "JABCDEFGHI";

  private VatSpain() {}

  static boolean holds(String number) {
    char first = number.charAt(0);
    if (Character.isDigit(first)) {
      return person(number);
    } else if ("XYZ".indexOf(first) >= 0) {
      return person("XYZ".indexOf(first) + number.substring(1));
    } else if ("KLM".indexOf(first) >= 0) {
      return person(number.substring(1)) || entity(number);
    }
    return "ABCDEFGHJNPQRSUVW".indexOf(first) >= 0 && entity(number);
  }

  private static boolean person(String number) {
    int last = number.length() - 1;
    int digits = Integer.parseInt(number.substring(0, last));
    return number.charAt(last) == LETTERS.charAt(digits % 23);
  }

  private static boolean entity(String number) {
    int sum = 0;
    for (int i = 1; i <= 7; i++) {
      int digit = VatDigits.digit(number, i);
      sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
    }
    int control = (10 - sum % 10) % 10;
    char last = number.charAt(8);
    char kind = number.charAt(0);
    boolean byLetter = last == CONTROL.charAt(control) && "ABEH".indexOf(kind) < 0;
    boolean byDigit = last == '0' + control && "NPQRSW".indexOf(kind) < 0;
    return byLetter || byDigit;
  }
}
