package dev.prospector.evidence;

import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The value types that ship. */
public final class ValueTypes {

  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}.-]{1,253}");

  /** An e-mail address; letter case aside. */
  public static final ValueType<String> EMAIL =
      (value, quote) ->
          ADDRESS
              .matcher(quote)
              .results()
              .anyMatch(found -> trimDots(found.group()).equalsIgnoreCase(value));

  /**
   * A phone number in E.164. The quote must hold every digit of it but the country code, so a
   * number whose area code was filled in from elsewhere is not derived.
   */
  public static final ValueType<String> PHONE = PhoneDigits::derives;

  /** A web address: the quote holds it with or without its scheme. */
  public static final ValueType<String> URL = ValueTypes::derivesUrl;

  /**
   * A calendar date, written with digits or with a month's name in English, Portuguese or Spanish.
   */
  public static final ValueType<LocalDate> DATE =
      (value, quote) -> DateReader.dates(quote).contains(value);

  /** A year of four digits. */
  public static final ValueType<Year> YEAR =
      (value, quote) -> NumberReader.wholeNumbers(quote).contains(String.valueOf(value.getValue()));

  /** A number, with either convention of decimal and thousands signs. */
  public static final ValueType<BigDecimal> NUMBER = NumberReader::holds;

  /** A whole number, with either convention of thousands signs. */
  public static final ValueType<Integer> INTEGER =
      (value, quote) -> NumberReader.holds(BigDecimal.valueOf(value), quote);

  /** An amount of money: number and currency, by code or sign, both stand in the quote. */
  public static final ValueType<Money> MONEY = MoneyReader::holds;

  /** A registration number: letters and digits in order, whatever separates them. */
  public static final ValueType<String> REGISTRATION_NUMBER = CodeReader::holds;

  /** A proper name: its words in order, accents and letter case aside. */
  public static final ValueType<String> PROPER_NAME =
      (value, quote) -> holdsWords(Words.of(value), Words.of(quote));

  /** Free text, taken over word for word. */
  public static final ValueType<String> TEXT =
      (value, quote) -> NormalText.of(quote).text().contains(NormalText.of(value).text().strip());

  private ValueTypes() {}

  /**
   * Returns the type of a closed vocabulary.
   *
   * @param terms for each value the words that name it, in any language
   */
  public static <E extends Enum<E>> ValueType<E> enumeration(Map<E, List<String>> terms) {
    Map<E, List<String>> fixed = Map.copyOf(terms);
    return (value, quote) -> {
      List<String> words = Words.of(quote);
      return fixed.getOrDefault(value, List.of()).stream()
          .anyMatch(term -> holdsWords(Words.of(term), words));
    };
  }

  private static boolean holdsWords(List<String> sought, List<String> words) {
    return !sought.isEmpty() && java.util.Collections.indexOfSubList(words, sought) >= 0;
  }

  private static boolean derivesUrl(String value, String quote) {
    String sought = bareUrl(value);
    return !sought.isEmpty()
        && Arrays.stream(quote.split("[\\s<>\"'()\\[\\]]+"))
            .map(ValueTypes::bareUrl)
            .anyMatch(sought::equals);
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
