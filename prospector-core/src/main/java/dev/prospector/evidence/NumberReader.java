package dev.prospector.evidence;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as Portuguese, Spanish and English texts write them. */
final class NumberReader {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,])([-\u2212]?\\d{1,15}(?:[.,\u00a0\u202f ']\\d{1,15}){0,6})"
              + "(?:\\s?(mil|thousand|k|milh\u00f5es|milh\u00e3o|milhao|millones|mill\u00f3n|million|mi|mn|bilh\u00f5es|billion|bi)\\b)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
  private static final Map<String, BigDecimal> SCALES =
      Map.ofEntries(
          Map.entry("mil", THOUSAND),
          Map.entry("thousand", THOUSAND),
          Map.entry("k", THOUSAND),
          Map.entry("milh\u00f5es", MILLION),
          Map.entry("milh\u00e3o", MILLION),
          Map.entry("milhao", MILLION),
          Map.entry("millones", MILLION),
          Map.entry("mill\u00f3n", MILLION),
          Map.entry("million", MILLION),
          Map.entry("mi", MILLION),
          Map.entry("mn", MILLION),
          Map.entry("bilh\u00f5es", BILLION),
          Map.entry("billion", BILLION),
          Map.entry("bi", BILLION));

  private NumberReader() {}

  static boolean holds(BigDecimal value, String quote) {
    return numbers(quote).contains(canonical(value));
  }

  /** Returns every reading of every number: "1.234" is 1234 in Brazil and 1.234 in Britain. */
  static Set<BigDecimal> numbers(String quote) {
    Set<BigDecimal> numbers = new HashSet<>();
    Matcher matcher = NUMBER.matcher(quote);
    while (matcher.find()) {
      BigDecimal scale =
          matcher.group(2) == null
              ? BigDecimal.ONE
              : SCALES.getOrDefault(matcher.group(2).toLowerCase(Locale.ROOT), BigDecimal.ONE);
      for (BigDecimal reading : readings(matcher.group(1))) {
        numbers.add(canonical(reading.multiply(scale)));
      }
    }
    return numbers;
  }

  /** Returns the runs of digits that stand alone. */
  static List<String> wholeNumbers(String quote) {
    return Pattern.compile("(?<!\\d)\\d+(?!\\d)")
        .matcher(quote)
        .results()
        .map(java.util.regex.MatchResult::group)
        .toList();
  }

  private static Set<BigDecimal> readings(String written) {
    String plain = written.replace('\u2212', '-').replaceAll("[\u00a0\u202f ']", " ");
    Set<BigDecimal> readings = new HashSet<>();
    addIfGrouped(readings, plain, '.', ',');
    addIfGrouped(readings, plain, ',', '.');
    addIfGrouped(readings, plain, ' ', ',');
    addIfGrouped(readings, plain, ' ', '.');
    return readings;
  }

  private static void addIfGrouped(
      Set<BigDecimal> readings, String written, char thousands, char decimal) {
    int point = written.indexOf(decimal);
    String whole = point < 0 ? written : written.substring(0, point);
    String fraction = point < 0 ? "" : written.substring(point + 1);
    if (!fraction.chars().allMatch(Character::isDigit) || point >= 0 && fraction.isEmpty()) {
      return;
    }
    String group = Pattern.quote(String.valueOf(thousands));
    if (whole.matches("-?\\d+") || whole.matches("-?\\d{1,3}(?:" + group + "\\d{3})+")) {
      String digits = whole.replace(String.valueOf(thousands), "");
      readings.add(new BigDecimal(fraction.isEmpty() ? digits : digits + "." + fraction));
    }
  }

  private static BigDecimal canonical(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
