package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads quantities, in digits and in words, with their units, in three languages. */
final class Quantities {

  /** A quantity where it stands; its readings, since "1.234" has two. */
  record Quantity(int start, int end, Set<BigDecimal> values, String unit) {

    boolean isMoney() {
      return unit.startsWith("$");
    }

    /** Returns whether a source's quantity is the same one with the same unit. */
    boolean equalTo(Quantity source) {
      boolean unitAgrees =
          unit.equals(source.unit)
              || isBareSign(unit) && isOfThatSign(source.unit)
              || isBareSign(source.unit) && isOfThatSign(unit)
              || unit.isEmpty()
              || source.unit.isEmpty() && !isMoney() && !unit.equals("%");
      return unitAgrees && values.stream().anyMatch(source.values::contains);
    }
  }

  /** A dollar sign alone may be of dollars or of pesos. */
  private static boolean isBareSign(String unit) {
    return unit.equals("$");
  }

  private static boolean isOfThatSign(String unit) {
    return unit.equals("$USD") || unit.equals("$PESO");
  }

  /** Words that are a number in one language and another word in the others. */
  private static final Map<String, Language> ONLY_IN =
      Map.of(
          "dos", Language.SPANISH,
          "once", Language.SPANISH,
          "doce", Language.SPANISH,
          "ten", Language.ENGLISH);

  private static final Expression DIGITS =
      Expression.of(
          "(?<![\\p{L}\\p{N}.,])(r\\$|us\\$|u\\$|mx\\$|\\$|€|£|brl|usd|eur|gbp|mxn)?\\s?(\\d{1,3}(?:[."
              + " \\u00a0,]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,15}(?:[.,]\\d{1,4})?)"
              + "(?:\\s?(mil|thousand|k|milhoes|milhao|millones|millon|millions?|mi|mn|m|bilhoes|bilhao|billions?|bi|bn)(?![\\p{L}\\p{N}]))?\\s?(?:de\\s)?(%|por"
              + " cento|por ciento|percent|per"
              + " cent|reais|real|dolares|dollars?|euros?|pesos?|libras?|pounds?|brl|usd|eur|gbp|mxn|[\\p{L}-]{1,20})?");

  private static final Expression WORD = Expression.of("\\p{L}+(?:-\\p{L}+)?");
  private static final Set<String> JOINS = Set.of("e", "y", "and", "de");
  private static final Set<String> JOINED_ONE = Set.of("um", "uma", "uno", "una", "one");
  private static final Set<BigDecimal> SCALING =
      Set.of(BigDecimal.valueOf(100), BigDecimal.valueOf(1000), BigDecimal.valueOf(1_000_000));
  private static final Map<String, BigDecimal> SCALES = new HashMap<>();
  private static final Map<String, BigDecimal> WORDS = new HashMap<>();
  private static final Map<String, String> UNITS = new HashMap<>();

  static {
    scale(1_000L, "mil thousand k");
    scale(1_000_000L, "milhoes milhao millones millon million millions mi mn m");
    scale(1_000_000_000L, "bilhoes bilhao billion billions bi bn");
    String[] numbers = {
      "",
      "",
      "dois duas two dos",
      "tres three",
      "quatro four cuatro",
      "cinco five",
      "seis six",
      "sete seven siete",
      "oito eight ocho",
      "nove nine nueve",
      "dez ten diez",
      "onze eleven once",
      "doze twelve doce",
      "treze thirteen trece",
      "catorze quatorze fourteen catorce",
      "quinze fifteen quince",
      "dezesseis sixteen dieciseis",
      "dezessete seventeen diecisiete",
      "dezoito eighteen dieciocho",
      "dezenove nineteen diecinueve",
      "vinte twenty veinte"
    };
    for (int i = 2; i < numbers.length; i++) {
      words(i, numbers[i]);
    }
    words(30, "trinta thirty treinta");
    words(40, "quarenta forty cuarenta");
    words(50, "cinquenta fifty cincuenta");
    words(60, "sessenta sixty sesenta");
    words(70, "setenta seventy");
    words(80, "oitenta eighty ochenta");
    words(90, "noventa ninety");
    words(100, "cem cento hundred cien ciento");
    String[] hundreds = {
      "duzentos duzentas doscientos doscientas",
      "trezentos trezentas trescientos trescientas",
      "quatrocentos quatrocentas cuatrocientos cuatrocientas",
      "quinhentos quinhentas quinientos quinientas",
      "seiscentos seiscentas seiscientos seiscientas",
      "setecentos setecentas setecientos setecientas",
      "oitocentos oitocentas ochocientos ochocientas",
      "novecentos novecentas novecientos novecientas"
    };
    for (int i = 0; i < hundreds.length; i++) {
      words(100 * (i + 2), hundreds[i]);
    }
    words(1000, "mil thousand");
    words(1_000_000, "milhao milhoes millon millones million");
    unit("times", "x vezes veces");
    unit("%", "% por_cento por_ciento percent per_cent");
    unit("$BRL", "r$ reais real brl");
    unit("$USD", "us$ u$ usd dolares dollar dollars");
    unit("$", "$");
    unit("$PESO", "pesos peso mxn mx$");
    unit("$EUR", "€ eur euro euros");
    unit("$GBP", "£ gbp libras libra pound pounds");
    unit("year", "ano anos year years ano_ anos_");
    unit("month", "mes meses month months");
    unit("week", "semana semanas week weeks");
    unit("day", "dia dias day days");
    unit("hour", "hora horas hour hours h");
    unit("minute", "minuto minutos minute minutes min mins");
    unit(
        "km",
        "km quilometro quilometros kilometer kilometers kilometre kilometres kilometro kilometros");
    unit("t", "tonelada toneladas ton tons tonne tonnes");
    unit("people", "pessoas people personas funcionarios colaboradores employees staff empleados");
  }

  private Quantities() {}

  private static void scale(long value, String words) {
    for (String word : words.split(" ")) {
      SCALES.put(word, BigDecimal.valueOf(value));
    }
  }

  private static void words(int value, String words) {
    for (String word : words.split(" ")) {
      WORDS.put(word, BigDecimal.valueOf(value));
    }
  }

  private static void unit(String unit, String words) {
    for (String word : words.split(" ")) {
      UNITS.put(word.replace('_', ' '), unit);
    }
  }

  /** Returns the quantities of a text of a language, those in digits first. */
  static List<Quantity> in(String text, Language language) {
    String folded = Folded.of(text);
    return in(text).stream()
        .filter(
            quantity -> {
              String word = folded.substring(quantity.start(), quantity.end());
              return ONLY_IN.getOrDefault(word, language) == language;
            })
        .toList();
  }

  /** Returns the quantities of a text of any of the languages, those in digits first. */
  static List<Quantity> in(String text) {
    String folded = Folded.of(text);
    List<Quantity> all = new ArrayList<>();
    Search search = DIGITS.matcher(folded);
    while (search.find()) {
      all.add(digits(search));
    }
    inWords(folded, all);
    return all;
  }

  private static Quantity digits(Search search) {
    BigDecimal scale = SCALES.getOrDefault(orEmpty(search.group(3)), BigDecimal.ONE);
    Set<BigDecimal> values = new HashSet<>();
    for (BigDecimal reading : readings(search.group(2).strip())) {
      values.add(canonical(reading.multiply(scale)));
    }
    String sign = UNITS.getOrDefault(orEmpty(search.group(1)), "");
    String word = UNITS.getOrDefault(orEmpty(search.group(4)).replaceFirst("^-", ""), "");
    boolean counted = sign.isEmpty() && word.isEmpty();
    int end = counted ? (search.end(3) < 0 ? search.end(2) : search.end(3)) : search.end();
    int start = search.start(1) < 0 ? search.start(2) : search.start(1);
    return new Quantity(start, Math.max(end, search.end(2)), values, sign.isEmpty() ? word : sign);
  }

  private static void inWords(String folded, List<Quantity> all) {
    Search search = WORD.matcher(folded);
    int start = -1;
    int end = -1;
    @Nullable BigDecimal sum = null;
    while (search.find()) {
      String word = search.group();
      @Nullable BigDecimal value =
          sum != null && JOINED_ONE.contains(word) ? BigDecimal.ONE : value(word);
      boolean joins = sum != null && JOINS.contains(word);
      if (value != null) {
        boolean scales = sum != null && SCALING.contains(value) && sum.compareTo(value) < 0;
        start = sum == null ? search.start() : start;
        sum = sum == null ? value : scales ? sum.multiply(value) : sum.add(value);
        end = search.end();
      } else if (!joins && sum != null) {
        String unit = UNITS.getOrDefault(word, "");
        all.add(new Quantity(start, end, Set.of(canonical(sum)), unit));
        sum = null;
      }
    }
    if (sum != null) {
      all.add(new Quantity(start, end, Set.of(canonical(sum)), ""));
    }
  }

  /** Returns the number that a word is, also as "twenty-one". */
  private static @Nullable BigDecimal value(String word) {
    int hyphen = word.indexOf('-');
    if (hyphen < 0) {
      return WORDS.get(word);
    }
    @Nullable BigDecimal tens = WORDS.get(word.substring(0, hyphen));
    String rest = word.substring(hyphen + 1);
    @Nullable BigDecimal ones = rest.equals("one") ? BigDecimal.ONE : WORDS.get(rest);
    if (tens == null || ones == null) {
      return null;
    }
    return tens.compareTo(ones) > 0 ? tens.add(ones) : null;
  }

  private static Set<BigDecimal> readings(String written) {
    Set<BigDecimal> readings = new HashSet<>();
    String plain = written.replaceAll("[\\u00a0 ]", "");
    if (plain.matches("\\d+")) {
      readings.add(new BigDecimal(plain));
    }
    if (plain.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?") || plain.matches("\\d+,\\d{1,4}")) {
      readings.add(new BigDecimal(plain.replace(".", "").replace(',', '.')));
    }
    if (plain.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?") || plain.matches("\\d+\\.\\d{1,4}")) {
      readings.add(new BigDecimal(plain.replace(",", "")));
    }
    return readings;
  }

  private static BigDecimal canonical(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
