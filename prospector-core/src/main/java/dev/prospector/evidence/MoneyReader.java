package dev.prospector.evidence;

import dev.prospector.money.Money;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds amounts of money by number and currency, by code or sign. */
final class MoneyReader {

  private static final Map<String, List<String>> SIGNS =
      Map.of(
          "BRL", List.of("R$", "reais"),
          "USD", List.of("US$", "U$", "$", "dollars", "d\u00f3lares"),
          "EUR", List.of("\u20ac", "euros", "euro"),
          "GBP", List.of("\u00a3", "pounds"),
          "MXN", List.of("MX$", "$", "pesos"),
          "ARS", List.of("AR$", "$", "pesos"),
          "CLP", List.of("CLP$", "$", "pesos"),
          "COP", List.of("COL$", "$", "pesos"));

  private MoneyReader() {}

  static boolean holds(Money value, String quote) {
    return namesCurrency(value.currency().getCurrencyCode(), quote)
        && NumberReader.numbers(spacedSigns(quote)).contains(value.amount());
  }

  /** "R$1.500" has no boundary between sign and number; the reader of numbers needs one. */
  private static String spacedSigns(String quote) {
    return quote
        .replaceAll("(?<=[$\u20ac\u00a3])(?=[\\d-])", " ")
        .replaceAll("(?<=\\d)(?=[\u20ac\u00a3])", " ");
  }

  private static boolean namesCurrency(String code, String quote) {
    if (Pattern.compile("(?<!\\p{L})" + code + "(?!\\p{L})").matcher(quote).find()) {
      return true;
    }
    // A bare "$" within "R$" or "US$" is not the sign of another currency.
    return SIGNS.getOrDefault(code, List.of()).stream()
        .anyMatch(
            sign ->
                Pattern.compile("(?<![\\p{L}])" + Pattern.quote(sign) + "(?!\\p{L})")
                    .matcher(quote)
                    .find());
  }
}
