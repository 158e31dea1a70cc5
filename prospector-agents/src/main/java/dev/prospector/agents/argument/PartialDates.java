package dev.prospector.agents.argument;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads dates as Portuguese, English and Spanish texts write them, whole or in part: {@code
 * 12/08/2026}, "Agosto de 2026", {@code 08/2026}, "Q3 2026" (its first month), and {@code 2026}.
 */
public final class PartialDates {

  /** The type of dates that a quote writes out. */
  public static final ValueType<PartialDate> TYPE =
      ValueTypes.readBy(quote -> in(quote).stream().map(Place::date).toList());

  /** Names of months written out, folded, as alternatives of an expression. */
  public static final String MONTH_NAMES =
      "janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|"
          + "january|february|march|april|may|june|july|august|september|october|november|december|"
          + "enero|febrero|marzo|mayo|junio|julio|septiembre|octubre|noviembre|diciembre";

  private static final Map<String, Integer> MONTHS = months();
  private static final String MONTH = "(" + String.join("|", longestFirst()) + ")\\.?";
  private static final String YEAR = "((?:19|20)\\d{2})(?!\\d|[.,]\\d)";
  private static final String BEFORE = "(?<![\\p{L}\\d./-])";

  private static final List<Form> FORMS =
      List.of(
          new Form(BEFORE + "((?:19|20)\\d{2})-(\\d{2})-(\\d{2})(?!\\d)", m -> day(m, 1, 2, 3)),
          new Form(BEFORE + "(\\d{1,2})[/.-](\\d{1,2})[/.-]" + YEAR, PartialDates::numeric),
          new Form(
              BEFORE
                  + "(\\d{1,2})(?:st|nd|rd|th|o|º)?\\s{1,2}(?:de\\s|of\\s)?"
                  + MONTH
                  + ",?\\s(?:de\\s|del\\s|of\\s)?"
                  + YEAR,
              m -> day(m, 3, 2, 1)),
          new Form(
              BEFORE + MONTH + "\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s" + YEAR, m -> day(m, 3, 1, 2)),
          new Form(
              BEFORE + MONTH + "(?:\\s(?:de\\s|del\\s|of\\s)?|/|-|,\\s)" + YEAR,
              m -> month(m, 2, 1)),
          new Form(BEFORE + "(\\d{1,2})/" + YEAR, m -> month(m, 2, 1)),
          new Form(BEFORE + "((?:19|20)\\d{2})[-/](\\d{2})(?![\\d/-])", m -> month(m, 1, 2)),
          new Form(BEFORE + "q([1-4])\\s?(?:of\\s|de\\s)?" + YEAR, PartialDates::quarter),
          new Form(
              BEFORE
                  + "(primeiro|segundo|terceiro|quarto|primer|tercer|cuarto|first|second|third|fourth)"
                  + "\\s(?:trimestre|quarter)\\s(?:de\\s|of\\s)?"
                  + YEAR,
              PartialDates::quarter),
          new Form("(?<![\\p{L}\\d.,/$-])" + YEAR + "(?![\\p{L}%])", PartialDates::year));

  private static final List<String> QUARTERS =
      List.of(
          "1 primeiro primer first",
          "2 segundo second",
          "3 terceiro tercer third",
          "4 quarto cuarto fourth");

  private PartialDates() {}

  /** A date where it stands in a text. */
  public record Place(int start, int end, PartialDate date) {}

  private record Form(Expression expression, Function<Search, Optional<PartialDate>> reader) {
    Form(String regex, Function<Search, Optional<PartialDate>> reader) {
      this(Expression.of(regex), reader);
    }
  }

  /** Returns the dates of a text, in order; the fullest reading of each place. */
  public static List<Place> in(String text) {
    String folded = Folded.of(text);
    List<Place> found = new ArrayList<>();
    for (Form form : FORMS) {
      Search search = form.expression().matcher(folded);
      while (search.find()) {
        int start = search.start();
        int end = search.end();
        boolean free = found.stream().noneMatch(p -> start < p.end() && end > p.start());
        if (free) {
          form.reader().apply(search).ifPresent(date -> found.add(new Place(start, end, date)));
        }
      }
    }
    found.sort(java.util.Comparator.comparingInt(Place::start));
    return found;
  }

  /** Returns the number of the month that a word names, in any of the languages. */
  public static Optional<Integer> month(String word) {
    return Optional.ofNullable(MONTHS.get(Folded.of(word)));
  }

  private static Optional<PartialDate> numeric(Search m) {
    Optional<PartialDate> dayFirst = day(m, 3, 2, 1);
    return dayFirst.isPresent() ? dayFirst : day(m, 3, 1, 2);
  }

  private static Optional<PartialDate> day(Search m, int year, int month, int day) {
    return date(number(m.group(year)), monthOf(m.group(month)), Optional.of(number(m.group(day))));
  }

  private static Optional<PartialDate> month(Search m, int year, int month) {
    return date(number(m.group(year)), monthOf(m.group(month)), Optional.empty());
  }

  private static Optional<PartialDate> quarter(Search m) {
    for (int i = 0; i < QUARTERS.size(); i++) {
      if (List.of(QUARTERS.get(i).split(" ")).contains(m.group(1))) {
        return date(number(m.group(2)), 3 * i + 1, Optional.empty());
      }
    }
    return Optional.empty();
  }

  private static Optional<PartialDate> year(Search m) {
    return Optional.of(PartialDate.of(number(m.group(1))));
  }

  private static Optional<PartialDate> date(int year, int month, Optional<Integer> day) {
    try {
      LocalDate.of(year, month, day.orElse(1));
      return Optional.of(new PartialDate(year, Optional.of(month), day));
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int monthOf(String written) {
    return Character.isDigit(written.charAt(0)) ? number(written) : MONTHS.getOrDefault(written, 0);
  }

  private static List<String> longestFirst() {
    return MONTHS.keySet().stream()
        .sorted(
            java.util.Comparator.comparingInt((String w) -> -w.length())
                .thenComparing(java.util.Comparator.naturalOrder()))
        .toList();
  }

  private static Map<String, Integer> months() {
    List<String> names =
        List.of(
            "january jan janeiro enero ene",
            "february feb fevereiro fev febrero",
            "march mar marco marzo",
            "april apr abril abr",
            "may maio mai mayo",
            "june jun junho junio",
            "july jul julho julio",
            "august aug agosto ago",
            "september sep sept setembro set septiembre setiembre",
            "october oct outubro out octubre",
            "november nov novembro noviembre",
            "december dec dezembro dez diciembre dic");
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      for (String name : names.get(i).split(" ")) {
        months.put(name, i + 1);
      }
    }
    return Map.copyOf(months);
  }
}
