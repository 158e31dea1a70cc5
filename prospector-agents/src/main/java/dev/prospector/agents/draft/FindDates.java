package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds dates and spans, written out or told from today, that no source has. */
final class FindDates {

  private static final Expression MONTH =
      Expression.of(
          "\\b(?:em|in|en|de|until|ate|hasta|since|desde|by|during|no mes"
              + " de|next|this|last|early|late|em meados de)\\s(?:o fim de |o final de |the end of"
              + " |finales de |fim de |final de |mid-)?("
              + PartialDates.MONTH_NAMES
              + ")\\b");

  private static final String SEASONS =
      "spring|summer|autumn|fall|winter|easter|christmas|new year|black"
          + " friday|thanksgiving|primavera|verao|verano|outono|otono|inverno|invierno|pascoa|natal|carnaval|semana"
          + " santa|navidad|ano novo|ano nuevo";

  private static final String UNITS =
      "anos?|years?|meses|mes|months?|semanas?|weeks?|dias?|days?|trimestres?|quarters?|semestres?|seasons?|temporadas?";

  private static final Expression RELATIVE =
      Expression.of(
          "\\b(?:(?:last|next|this|past|previous|coming) (?:few |two |three |several"
              + " )?(?:month|year|week|quarter|season|decade|"
              + SEASONS
              + ")s?|(?:no |na |neste |nesta |este |esta |el |la |o |a |os |as |los |las |nos |nas"
              + " |en el |en la |en los )?(?:proxim|ultim|pasad|passad)[oa]s? (?:\\w{1,12} )?(?:"
              + UNITS
              + ")|(?:el |la |o |a |no |na |en el |en la"
              + " )?(?:mes|ano|semana|trimestre|semestre|temporada|verao|verano|inverno|invierno)"
              + " (?:passad[oa]|pasad[oa]|que vem|que"
              + " viene|proxim[oa])|(?:nest[ea]|dest[ea]|est[ea])"
              + " (?:mes|ano|semana|trimestre|semestre|temporada)|ontem|yesterday|ayer|anteontem|anteayer|day"
              + " before yesterday|ha (?:\\w{1,12} )?\\w{1,12} (?:"
              + UNITS
              + ")|\\w{1,12} (?:years?|months?|weeks?|days?|decades?) ago|hace (?:\\w{1,12}"
              + " )?\\w{1,12} (?:"
              + UNITS
              + ")|faz \\w{1,12} (?:"
              + UNITS
              + ")|recentemente|recently|recientemente|acaba de|acabam de|acaban de|have just|has"
              + " just|you just|(?:over|in|during|within) the (?:last|past|next|coming)"
              + " (?:\\w{1,12} )?(?:days|weeks|months|years|quarters|decades)|for (?:the past"
              + " )?\\w{1,12} (?:years|decades)|decadas?|decades?|ha anos|hace anos|for"
              + " years|(?:anos|the|los) (?:19|20)?[0-9]0s?(?= |$|[.,;:!?])|in the"
              + " (?:19|20)?\\d0s|the (?:eighties|nineties|seventies|sixties)|anos"
              + " (?:oitenta|noventa|ochenta|setenta)|(?:before|by|until|after|since|in|during|this|antes"
              + " d[oae]|antes del|ate o|ate a|hasta|depois d[oae]|despues del?|desde o|desde"
              + " el|durante o|durante el|durante la|no|na|en|en el|en la) (?:the )?(?:"
              + SEASONS
              + ")|\\d{1,2}(?:st|nd|rd|th)?(?: de| of)? (?:"
              + PartialDates.MONTH_NAMES
              + ")|(?:"
              + PartialDates.MONTH_NAMES
              + ") \\d{1,2}(?:st|nd|rd|th)?(?!\\d))\\b");

  private FindDates() {}

  static void in(String text, Grounds grounds, Spans spans, List<Found> found) {
    List<PartialDate> known = known(grounds);
    for (PartialDates.Place place : PartialDates.in(text)) {
      if (spans.isFree(place.start(), place.end())) {
        spans.take(place.start(), place.end());
        if (known.stream().noneMatch(k -> covers(k, place.date()))) {
          found.add(new Found(Found.Kind.DATE, text.substring(place.start(), place.end())));
        }
      }
    }
    String folded = Folded.of(text);
    relative(text, folded, grounds, known, spans, found);
    months(text, folded, grounds, known, spans, found);
  }

  private static List<PartialDate> known(Grounds grounds) {
    List<PartialDate> known = new ArrayList<>();
    for (String source : grounds.all()) {
      PartialDates.in(source).forEach(place -> known.add(place.date()));
    }
    return known;
  }

  /** A date of a source backs itself and what is less exact. */
  private static boolean covers(PartialDate source, PartialDate said) {
    boolean month = said.month().isEmpty() || said.month().equals(source.month());
    boolean day = said.day().isEmpty() || said.day().equals(source.day());
    return said.year() == source.year() && month && day;
  }

  private static void months(
      String text,
      String folded,
      Grounds grounds,
      List<PartialDate> known,
      Spans spans,
      List<Found> found) {
    Search search = MONTH.matcher(folded);
    while (search.find()) {
      Optional<Integer> month = PartialDates.month(search.group(1));
      if (spans.isFree(search.start(1), search.end(1)) && month.isPresent()) {
        spans.take(search.start(1), search.end(1));
        boolean backed =
            known.stream().anyMatch(k -> k.month().equals(month)) || grounds.hold(search.group(1));
        if (!backed) {
          found.add(new Found(Found.Kind.DATE, text.substring(search.start(), search.end())));
        }
      }
    }
  }

  private static void relative(
      String text,
      String folded,
      Grounds grounds,
      List<PartialDate> known,
      Spans spans,
      List<Found> found) {
    Search search = RELATIVE.matcher(folded);
    while (search.find()) {
      if (!spans.isFree(search.start(), search.end())) {
        continue;
      }
      spans.take(search.start(), search.end());
      boolean backed =
          grounds.hold(search.group())
              || known.stream().anyMatch(k -> fits(search.group(), k, grounds.asOf()));
      if (!backed) {
        found.add(new Found(Found.Kind.DATE, text.substring(search.start(), search.end())));
      }
    }
  }

  private static boolean fits(String words, PartialDate date, LocalDate today) {
    Optional<Boolean> day = dayOfMonth(words, date);
    if (day.isPresent()) {
      return day.get();
    }
    Optional<Integer> units = unitsFromNow(words);
    if (units.isPresent()) {
      return words.matches(".*(?:mes|month).*")
          ? sameMonth(date, today.plusMonths(units.get()))
          : date.year() == today.getYear() + units.get();
    }
    if (words.matches(".*(?:recent|acab|just).*")) {
      return !date.first().isAfter(today) && date.last().isAfter(today.minusMonths(6));
    }
    if (words.matches(".*(?:semana|week).*") && words.matches(".*(?:last|passada|pasada).*")) {
      return date.day().isPresent()
          && date.first().isAfter(today.minusDays(15))
          && date.first().isBefore(today);
    }
    return isSoManyYearsAgo(words, date, today);
  }

  /** How many months or years from now words such as "last year" mean, if they mean one. */
  private static Optional<Integer> unitsFromNow(String words) {
    if (words.matches(".*\\b(?:this|neste|deste|este) (?:ano|mes|year|month)\\b.*")) {
      return Optional.of(0);
    }
    if (words.matches(
        ".*\\b(?:(?:next|proximo) (?:ano|mes|year|month)|(?:ano|mes) (?:que vem|que"
            + " viene|proximo))\\b.*")) {
      return Optional.of(1);
    }
    boolean last =
        words.matches(
            ".*(?:mes passado|last month|mes pasado|ultimo mes|ano passado|last year|ano"
                + " pasado|ultimo ano).*");
    return last ? Optional.of(-1) : Optional.empty();
  }

  private static boolean isSoManyYearsAgo(String words, PartialDate date, LocalDate today) {
    BigDecimal years = BigDecimal.valueOf(today.getYear() - date.year()).stripTrailingZeros();
    return words.matches(".*(?:anos?|years?)\\b.*")
        && Quantities.in(words).stream().anyMatch(quantity -> quantity.values().contains(years));
  }

  /** "15 July" is backed by the same day of the same month; empty if the words name no month. */
  private static Optional<Boolean> dayOfMonth(String words, PartialDate date) {
    for (String word : words.split("[^a-z]+")) {
      Optional<Integer> month = word.length() < 3 ? Optional.empty() : PartialDates.month(word);
      String digits = words.replaceAll("\\D", "");
      if (month.isPresent() && !digits.isEmpty() && digits.length() < 3) {
        boolean same =
            month.equals(date.month()) && date.day().equals(Optional.of(Integer.valueOf(digits)));
        return Optional.of(same);
      }
    }
    return Optional.empty();
  }

  private static boolean sameMonth(PartialDate date, LocalDate day) {
    return date.year() == day.getYear()
        && date.month().filter(m -> m == day.getMonthValue()).isPresent();
  }
}
