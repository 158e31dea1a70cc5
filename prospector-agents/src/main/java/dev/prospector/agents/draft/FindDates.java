package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds dates and spans, written out or told from today, that no source has. */
final class FindDates {

  private static final Expression MONTH =
      Expression.of(
          "\\b(?:em|in|en|de|until|ate|hasta|since|desde|by|during|no mes de|next|this|last|early|late|em meados de)\\s(?:o fim de |o final de |the end of |finales de |fim de |final de |mid-)?"
              + "("
              + PartialDates.MONTH_NAMES
              + ")\\b");

  private static final Expression RELATIVE =
      Expression.of(
          "\\b(?:mes passado|last month|el mes pasado|ano passado|last year|el ano pasado|semana passada|last week|la semana pasada|"
              + "ontem|yesterday|ayer|anteontem|trimestre passado|last quarter|el trimestre pasado|"
              + "ha (?:\\w{1,12} )?\\w{1,12} (?:anos?|meses|mes|semanas?|dias?)|\\w{1,12} (?:years?|months?|weeks?|days?) ago|"
              + "hace (?:\\w{1,12} )?\\w{1,12} (?:anos?|meses|mes|semanas?|dias?)|neste ano|deste ano|este ano|this year|"
              + "neste mes|este mes|this month|recentemente|recently|recientemente|acaba de|acabam de|acaban de|have just|has just|you just|"
              + "ano que vem|next year|el proximo ano|proximo mes|next month|el proximo mes|nos ultimos \\w{1,12} (?:anos|meses|dias)|"
              + "over the (?:last|past) \\w{1,12} (?:years|months)|for (?:the past )?\\w{1,12} (?:years|decades)|decadas?|decades?|ha anos|hace anos|for years)\\b");

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
    months(text, folded, grounds, known, spans, found);
    relative(text, folded, grounds, known, spans, found);
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
    if (words.matches(".*\\b(?:this|neste|deste|este)\\b.*")) {
      return words.matches(".*(?:mes|month).*")
          ? sameMonth(date, today)
          : date.year() == today.getYear();
    }
    if (words.matches(".*\\b(?:next|proximo|que vem)\\b.*")) {
      return words.matches(".*(?:mes|month).*")
          ? sameMonth(date, today.plusMonths(1))
          : date.year() == today.getYear() + 1;
    }
    if (words.matches(".*(?:mes passado|last month|mes pasado).*")) {
      return sameMonth(date, today.minusMonths(1));
    }
    if (words.matches(".*(?:ano passado|last year|ano pasado).*")) {
      return date.year() == today.getYear() - 1;
    }
    if (words.matches(".*(?:recent|acab|just).*")) {
      return !date.first().isAfter(today) && date.last().isAfter(today.minusMonths(6));
    }
    if (words.matches(".*(?:semana|week).*") && words.matches(".*(?:last|passada|pasada).*")) {
      return date.day().isPresent()
          && date.first().isAfter(today.minusDays(15))
          && date.first().isBefore(today);
    }
    for (Quantities.Quantity quantity : Quantities.in(words)) {
      boolean years = words.matches(".*(?:anos?|years?)\\b.*");
      if (years
          && quantity
              .values()
              .contains(
                  java.math.BigDecimal.valueOf(today.getYear() - date.year())
                      .stripTrailingZeros())) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameMonth(PartialDate date, LocalDate day) {
    return date.year() == day.getYear()
        && date.month().filter(m -> m == day.getMonthValue()).isPresent();
  }
}
