package dev.prospector.verification;

import dev.prospector.verification.VatVerifier.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Forms and check digits of numbers of value added tax. Formulas as published by each tax office
 * and collected in the documentation of python-stdnum. Variants whose formula is not here, such as
 * numbers of natural persons in the Czech Republic, are unknown rather than wrong.
 */
final class VatRules {

  private static final int LONGEST = 20;

  /**
   * Numbers of one country.
   *
   * @param form of the number without the country's letters
   * @param known which of them have a formula here
   * @param holds whether the check digits hold
   */
  private record Rule(Pattern form, Pattern known, Predicate<String> holds) {
    static Rule of(String form, Predicate<String> holds) {
      Pattern pattern = Pattern.compile(form);
      return new Rule(pattern, pattern, holds);
    }

    static Rule of(String form, String known, Predicate<String> holds) {
      return new Rule(Pattern.compile(form), Pattern.compile(known), holds);
    }
  }

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("AT", Rule.of("U[0-9]{8}", VatDigits::austria)),
          Map.entry("BE", Rule.of("[01][0-9]{9}", VatDigits::belgium)),
          Map.entry("BG", Rule.of("[0-9]{9,10}", "[0-9]{9}", VatDigits::bulgaria)),
          Map.entry("CY", Rule.of("[0-9]{8}[A-Z]", VatDigits::cyprus)),
          Map.entry("CZ", Rule.of("[0-9]{8,10}", "[0-8][0-9]{7}", VatDigits::czechia)),
          Map.entry("DE", Rule.of("[1-9][0-9]{8}", VatDigits::iso7064)),
          Map.entry(
              "DK", Rule.of("[1-9][0-9]{7}", n -> VatDigits.modulo(n, 11, 2, 7, 6, 5, 4, 3, 2, 1))),
          Map.entry(
              "EE", Rule.of("[0-9]{9}", n -> VatDigits.modulo(n, 10, 3, 7, 1, 3, 7, 1, 3, 7, 1))),
          Map.entry("EL", Rule.of("[0-9]{9}", VatDigits::greece)),
          Map.entry("ES", Rule.of("[A-Z0-9][0-9]{7}[A-Z0-9]", VatSpain::holds)),
          Map.entry(
              "FI", Rule.of("[0-9]{8}", n -> VatDigits.modulo(n, 11, 7, 9, 10, 5, 8, 4, 2, 1))),
          Map.entry("FR", Rule.of("[0-9A-HJ-NP-Z]{2}[0-9]{9}", "[0-9]{11}", VatDigits::france)),
          Map.entry("GB", Rule.of(VatDigits.BRITISH, VatDigits::britain)),
          Map.entry("HR", Rule.of("[0-9]{11}", VatDigits::iso7064)),
          Map.entry(
              "HU", Rule.of("[0-9]{8}", n -> VatDigits.modulo(n, 10, 9, 7, 3, 1, 9, 7, 3, 1))),
          Map.entry(
              "IE",
              Rule.of(
                  "[0-9][0-9A-Z+*][0-9]{5}[A-W][A-IW]?",
                  "[0-9]{7}[A-W][A-IW]?", VatDigits::ireland)),
          Map.entry("IT", Rule.of("[0-9]{11}", VatDigits::italy)),
          Map.entry("LT", Rule.of("[0-9]{9}|[0-9]{12}", VatDigits::lithuania)),
          Map.entry("LU", Rule.of("[0-9]{8}", VatDigits::luxembourg)),
          Map.entry("LV", Rule.of("[0-9]{11}", "[4-9][0-9]{10}", VatDigits::latvia)),
          Map.entry(
              "MT",
              Rule.of("[1-9][0-9]{7}", n -> VatDigits.modulo(n, 37, 3, 4, 6, 7, 8, 9, 10, 1))),
          Map.entry("NL", Rule.of("[0-9]{9}B[0-9]{2}", VatDigits::netherlands)),
          Map.entry("PL", Rule.of("[0-9]{10}", VatDigits::poland)),
          Map.entry("PT", Rule.of("[1-9][0-9]{8}", VatDigits::portugal)),
          Map.entry("RO", Rule.of("[1-9][0-9]{1,9}", VatDigits::romania)),
          Map.entry("SE", Rule.of("[0-9]{10}[0-9]{2}", VatDigits::sweden)),
          Map.entry("SI", Rule.of("[1-9][0-9]{7}", VatDigits::slovenia)),
          Map.entry("SK", Rule.of("[1-9][0-9]{9}", n -> Long.parseLong(n) % 11 == 0)));

  private VatRules() {}

  static Verdict verify(String country, String number) {
    String code = code(country);
    Optional<String> plain = plain(code, number);
    Rule rule = RULES.get(code.equals("XI") ? "GB" : code);
    if (rule == null) {
      return Verdict.UNKNOWN;
    } else if (plain.isEmpty() || !rule.form().matcher(plain.get()).matches()) {
      return Verdict.INCONSISTENT;
    } else if (!rule.known().matcher(plain.get()).matches()) {
      return Verdict.UNKNOWN;
    }
    return rule.holds().test(plain.get()) ? Verdict.CONSISTENT : Verdict.INCONSISTENT;
  }

  private static String code(String country) {
    String code = country.toUpperCase(Locale.ROOT);
    return code.equals("GR") ? "EL" : code;
  }

  /** Empty where something else stands in it. */
  private static Optional<String> plain(String code, String number) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < number.length() && kept.length() <= LONGEST; i++) {
      char c = number.charAt(i);
      if (" \t\u00a0.-/".indexOf(c) < 0) {
        kept.append(c);
      }
    }
    String plain = kept.toString().toUpperCase(Locale.ROOT);
    boolean bears = plain.startsWith(code) || code.equals("EL") && plain.startsWith("GR");
    plain = bears ? plain.substring(2) : plain;
    return plain.length() <= LONGEST && plain.chars().allMatch(c -> c < 128)
        ? Optional.of(plain)
        : Optional.empty();
  }
}
