package dev.prospector.evidence.value;

import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The value types that ship, and the ways to further ones. */
public final class ValueTypes {

  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}.-]{1,253}");

  private static final int LONGEST_YEAR = 4;

  /** An e-mail address; letter case aside. */
  public static final ValueType<String> EMAIL =
      new ReadValue<>(value -> value.toLowerCase(Locale.ROOT), ValueTypes::emails);

  /**
   * A phone number in E.164. The quote must hold every digit of it but the country code, so a
   * number whose area code was filled in from elsewhere is refused.
   */
  public static final ValueType<String> PHONE = new ComparedValue<>(PhoneDigits::derives, false);

  /** A web address: the quote holds it with or without its scheme. */
  public static final ValueType<String> URL =
      new ReadValue<>(ValueTypes::bareUrl, ValueTypes::urls);

  /**
   * A calendar date, written with digits or with a month's name in English, Portuguese or Spanish.
   */
  public static final ValueType<LocalDate> DATE = readBy(DateReader::dates);

  /** A year of four digits. */
  public static final ValueType<Year> YEAR = readBy(ValueTypes::years);

  /** A number, with either convention of decimal and thousands signs. */
  public static final ValueType<BigDecimal> NUMBER =
      new ReadValue<>(NumberReader::canonical, NumberReader::numbers);

  /** A whole number, with either convention of thousands signs. */
  public static final ValueType<Integer> INTEGER = readBy(NumberReader::integers);

  /** An amount of money: the quote writes the number beside its currency, by code, sign or word. */
  public static final ValueType<Money> MONEY = readBy(MoneyReader::amounts);

  /** A registration number: letters and digits in order, with any separators. */
  public static final ValueType<String> REGISTRATION_NUMBER =
      new ComparedValue<>(CodeReader::holds, false);

  /** A proper name: its words in order, accents and letter case aside. */
  public static final ValueType<String> PROPER_NAME =
      new ComparedValue<>((value, quote) -> Words.hold(Words.of(quote), Words.of(value)), true);

  /** Free text, taken over word for word. */
  public static final ValueType<String> TEXT = new ComparedValue<>(ValueTypes::holdsText, true);

  private ValueTypes() {}

  /**
   * Returns a type of one's own. A value is derived if the reader reads it out of the quote; else
   * it is refused. Keep the type in a constant.
   */
  public static <T> ValueType<T> readBy(ValueReader<T> reader) {
    return new ReadValue<>(UnaryOperator.identity(), reader);
  }

  /**
   * Returns the type of a record of texts, such as the parts of an address: each part that is not
   * empty stands word for word in the quote, letter case and accents aside, and there is at least
   * one.
   *
   * @throws dev.prospector.error.ConfigurationException if a component is no {@code String}
   */
  public static <T extends Record> ValueType<T> recordOf(Class<T> type) {
    return new ComparedValue<>(new RecordWords<>(type), false);
  }

  /**
   * Returns the type of a closed vocabulary.
   *
   * @param terms for each value the words that name it, in any language
   */
  public static <E extends Enum<E>> ValueType<E> enumeration(Map<E, List<String>> terms) {
    Map<E, List<String>> fixed = Map.copyOf(terms);
    return readBy(quote -> named(fixed, Words.of(quote)));
  }

  private static <E extends Enum<E>> Set<E> named(Map<E, List<String>> terms, List<String> words) {
    Set<E> named = new HashSet<>();
    terms.forEach(
        (value, names) -> {
          if (names.stream().anyMatch(name -> Words.hold(words, Words.of(name)))) {
            named.add(value);
          }
        });
    return named;
  }

  private static boolean holdsText(String value, String quote) {
    String sought = NormalText.of(value).text().strip();
    return !sought.isEmpty() && NormalText.of(quote).text().contains(sought);
  }

  private static List<String> emails(String quote) {
    return ADDRESS
        .matcher(quote)
        .results()
        .map(found -> trimDots(found.group()).toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<Year> years(String quote) {
    return NumberReader.wholeNumbers(quote).stream()
        .filter(digits -> digits.length() == LONGEST_YEAR)
        .map(digits -> Year.of(Integer.parseInt(digits)))
        .toList();
  }

  private static List<String> urls(String quote) {
    return Arrays.stream(quote.split("[\\s<>\"'()\\[\\]]+"))
        .map(ValueTypes::bareUrl)
        .filter(url -> !url.isEmpty())
        .toList();
  }

  private static String bareUrl(String url) {
    String bare = url.strip();
    bare = bare.replaceFirst("^(?i:https?:)?//", "").replaceFirst("[.,;:!?]+$", "");
    int path = bare.indexOf('/');
    String host = path < 0 ? bare : bare.substring(0, path);
    String rest = path < 0 ? "" : bare.substring(path).replaceFirst("/+$", "");
    return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "") + decoded(rest);
  }

  private static String decoded(String path) {
    try {
      return path.indexOf('%') < 0 ? path : URI.create("x:" + path).getSchemeSpecificPart();
    } catch (IllegalArgumentException e) {
      return path; // Not a valid escape: compared as written.
    }
  }

  private static String trimDots(String address) {
    int end = address.length();
    while (end > 0 && ".-".indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end);
  }
}
