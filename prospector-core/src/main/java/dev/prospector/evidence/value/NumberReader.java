package dev.prospector.evidence.value;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
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

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private NumberReader() {}

  /** Returns every reading of every number that is whole and fits. */
  static Set<Integer> integers(String quote) {
    Set<Integer> integers = new HashSet<>();
    for (BigDecimal number : numbers(quote)) {
      if (number.scale() <= 0 && number.abs().compareTo(LARGEST) <= 0) {
        integers.add(number.intValueExact());
      }
    }
    return integers;
  }

  /** Returns every reading of every number: "1.234" is 1234 in Brazil and 1.234 in Britain. */
  static Set<BigDecimal> numbers(String quote) {
    Set<BigDecimal> numbers = new HashSet<>();
    places(quote).forEach(place -> numbers.addAll(place.readings()));
    return numbers;
  }

  /** A number where it stands, with all its readings. */
  record NumberPlace(int start, int end, Set<BigDecimal> readings) {}

  /** Returns every number of the quote, in order. */
  static List<NumberPlace> places(String quote) {
    return NUMBER.matcher(quote).results().map(NumberReader::place).toList();
  }

  private static NumberPlace place(MatchResult match) {
    String word = match.group(2) == null ? "" : match.group(2).toLowerCase(Locale.ROOT);
    BigDecimal scale = SCALES.getOrDefault(word, BigDecimal.ONE);
    Set<BigDecimal> readings = new HashSet<>();
    for (BigDecimal reading : readings(match.group(1))) {
      readings.add(canonical(reading.multiply(scale)));
    }
    return new NumberPlace(match.start(), match.end(), readings);
  }

  /** Returns the runs of digits that stand alone. */
  static List<String> wholeNumbers(String quote) {
    return Pattern.compile("(?<!\\d)\\d+(?!\\d)")
        .matcher(quote)
        .results()
        .map(MatchResult::group)
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

  static BigDecimal canonical(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
