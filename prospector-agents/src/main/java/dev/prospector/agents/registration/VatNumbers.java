package dev.prospector.agents.registration;

import static dev.prospector.agents.registration.CheckDigits.digit;
import static dev.prospector.agents.registration.CheckDigits.doubled;
import static dev.prospector.agents.registration.CheckDigits.luhn;
import static dev.prospector.agents.registration.CheckDigits.modulo;
import static dev.prospector.agents.registration.CheckDigits.weighted;

import dev.prospector.agents.internal.Expression;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Value added tax numbers by country prefix. Shapes and formulas as in the European Commission's
 * VIES documentation; for the United Kingdom as published by HMRC, for Switzerland by the Federal
 * Statistical Office.
 */
final class VatNumbers {

  private static final String IRISH_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          rule("AT", "U\\d{8}", VatNumbers::austria),
          rule("BE", "[01]\\d{9}", VatNumbers::belgium),
          rule("CH", "E\\d{9}(?:MWST|TVA|IVA)?", VatNumbers::switzerland),
          rule("DE", "[1-9]\\d{8}", CheckDigits::iso7064),
          rule("DK", "[1-9]\\d{7}", n -> weighted(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
          rule("ES", "[ABCDEFGHJNPQRSUVW]\\d{7}[0-9A-J]", NationalNumbers::spain),
          rule("FI", "\\d{8}", VatNumbers::finland),
          rule("FR", "\\d{11}", VatNumbers::france),
          rule("GB", "\\d{9}(?:\\d{3})?", VatNumbers::unitedKingdom),
          rule("IE", "\\d{7}[A-W][A-I]?", VatNumbers::ireland),
          rule("IT", "\\d{11}", CheckDigits::luhn),
          rule("LU", "\\d{8}", n -> modulo(n.substring(0, 6), 89) == modulo(n.substring(6), 100)),
          rule("NL", "\\d{9}B\\d{2}", VatNumbers::netherlands),
          rule("PL", "\\d{10}", n -> weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(n, 9)),
          rule("PT", "\\d{9}", NationalNumbers::portugal),
          rule("SE", "\\d{10}01", n -> luhn(n.substring(0, 10))));

  private VatNumbers() {}

  /** Returns whether the plain form is a country prefix with a valid number of that country. */
  static boolean isValid(String plain) {
    Rule rule = plain.length() < 4 ? null : RULES.get(plain.substring(0, 2));
    return rule != null && rule.accepts(plain.substring(2));
  }

  private static Map.Entry<String, Rule> rule(
      String prefix, String shape, Predicate<String> formula) {
    return Map.entry(prefix, new Rule(Expression.of(shape), formula));
  }

  private static boolean austria(String n) {
    int sum = 4;
    for (int i = 1; i <= 7; i++) {
      sum += i % 2 == 1 ? digit(n, i) : doubled(digit(n, i));
    }
    return (10 - sum % 10) % 10 == digit(n, 8);
  }

  private static boolean belgium(String n) {
    return 97 - modulo(n.substring(0, 8), 97) == modulo(n.substring(8), 100);
  }

  private static boolean switzerland(String n) {
    String digits = n.substring(1, 10);
    int check = (11 - weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11;
    return check == digit(digits, 8);
  }

  private static boolean finland(String n) {
    return (11 - weighted(n, 7, 9, 10, 5, 8, 4, 2) % 11) % 11 == digit(n, 7);
  }

  private static boolean france(String n) {
    String siren = n.substring(2);
    int key = (12 + 3 * modulo(siren, 97)) % 97;
    return luhn(siren) && key == modulo(n.substring(0, 2), 100);
  }

  private static boolean unitedKingdom(String n) {
    int sum = weighted(n, 8, 7, 6, 5, 4, 3, 2) + modulo(n.substring(7, 9), 100);
    return sum > 0 && (sum % 97 == 0 || (sum + 55) % 97 == 0);
  }

  private static boolean ireland(String n) {
    int sum = weighted(n, 8, 7, 6, 5, 4, 3, 2);
    if (n.length() == 9) {
      sum += 9 * (n.charAt(8) - 'A' + 1);
    }
    return IRISH_LETTERS.charAt(sum % 23) == n.charAt(7);
  }

  private static boolean netherlands(String n) {
    int check = weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check == digit(n, 8) || modulo("2321" + n.replace("B", "11"), 97) == 1;
  }

  /** The shape after the prefix, and the formula for what has that shape. */
  private record Rule(Expression shape, Predicate<String> formula) {
    boolean accepts(String number) {
      return shape.matcher(number).matches() && formula.test(number);
    }
  }
}
