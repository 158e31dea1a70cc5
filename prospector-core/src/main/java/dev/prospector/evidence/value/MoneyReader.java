package dev.prospector.evidence.value;

import dev.prospector.evidence.value.NumberReader.NumberPlace;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads amounts of money: a number with its currency beside it, by code, sign or word. A sign that
 * several countries share is read as each of their currencies.
 */
final class MoneyReader {

  private static final Map<String, List<String>> SIGNS =
      new TreeMap<>(
          Map.of(
              "BRL", List.of("R$", "BRL", "reais", "real"),
              "USD", List.of("US$", "U$", "$", "USD", "dollars", "d\u00f3lares"),
              "EUR", List.of("\u20ac", "EUR", "euros", "euro"),
              "GBP", List.of("\u00a3", "GBP", "pounds"),
              "MXN", List.of("MX$", "$", "MXN", "pesos"),
              "ARS", List.of("AR$", "$", "ARS", "pesos"),
              "CLP", List.of("CLP$", "$", "CLP", "pesos"),
              "COP", List.of("COL$", "$", "COP", "pesos")));

  private static final Pattern CODE_BEFORE = Pattern.compile("(?<!\\p{L})([A-Z]{3})\\s?$");
  private static final Pattern CODE_AFTER = Pattern.compile("^\\s?([A-Z]{3})(?!\\p{L})");
  private static final int REACH = 16;

  private MoneyReader() {}

  /** Returns every amount, with every reading of its number. */
  static Set<Money> amounts(String quote) {
    String text = spacedSigns(quote);
    Set<Money> amounts = new HashSet<>();
    for (NumberPlace number : NumberReader.places(text)) {
      String before = text.substring(Math.max(0, number.start() - REACH), number.start());
      String after = text.substring(number.end(), Math.min(text.length(), number.end() + REACH));
      for (Currency currency : currencies(before, after)) {
        for (BigDecimal reading : number.readings()) {
          amounts.add(new Money(reading, currency));
        }
      }
    }
    return amounts;
  }

  /** "R$1.500" has no boundary between sign and number; the reader of numbers needs one. */
  private static String spacedSigns(String quote) {
    return quote
        .replaceAll("(?<=[$\u20ac\u00a3])(?=[\\d-])", " ")
        .replaceAll("(?<=\\d)(?=[\u20ac\u00a3])", " ");
  }

  private static Set<Currency> currencies(String before, String after) {
    Set<Currency> currencies = new HashSet<>();
    SIGNS.forEach(
        (code, signs) -> {
          if (signs.stream().anyMatch(sign -> endsWith(before, sign) || startsWith(after, sign))) {
            currencies.add(Currency.getInstance(code));
          }
        });
    for (var matcher : List.of(CODE_BEFORE.matcher(before), CODE_AFTER.matcher(after))) {
      if (matcher.find()) {
        addKnown(currencies, matcher.group(1));
      }
    }
    return currencies;
  }

  private static void addKnown(Set<Currency> currencies, String code) {
    try {
      currencies.add(Currency.getInstance(code));
    } catch (IllegalArgumentException e) {
      // Three capitals that are no currency.
    }
  }

  /** A bare "$" within "R$" or "US$" is not the sign of another currency. */
  private static boolean endsWith(String before, String sign) {
    String text = before.stripTrailing();
    int at = text.length() - sign.length();
    return text.endsWith(sign) && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
  }

  /** "6,8 milh\u00f5es de reais": the word may be joined by a preposition. */
  private static boolean startsWith(String after, String sign) {
    String text = after.stripLeading();
    String word = text.startsWith("de ") ? text.substring(3) : text;
    return word.startsWith(sign)
        && (word.length() == sign.length() || !Character.isLetter(word.charAt(sign.length())));
  }
}
