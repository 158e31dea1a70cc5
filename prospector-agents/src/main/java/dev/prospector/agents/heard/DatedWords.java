package dev.prospector.agents.heard;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.evidence.Passage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A date and the words that give it.
 *
 * @param date as the words say
 * @param passage the words
 */
public record DatedWords(PartialDate date, Passage passage) {

  private static final Expression DEADLINE =
      Expression.of(
          "\\b(?:ate|antes d[eo]|prazo (?:e|final|de|:)|by|until|before|no later than|deadline(?: is|:)?|due|hasta|antes de|"
              + "a mas tardar|fecha limite)\\b[^.\\n]{0,24}?"
              + "((?:\\d{1,2}(?:st|nd|rd|th)?\\s?(?:de |of )?)?\\b(?:"
              + PartialDates.MONTH_NAMES
              + ")\\b"
              + "(?:\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,?\\s(?:de |del |of )?(?:19|20)\\d\\d)?"
              + "|\\d{1,2}/\\d{1,2}/(?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)");

  /** Returns the latest date of a sentence up to a day, that is no deadline; else its heading's. */
  public static Optional<DatedWords> of(Heard heard, LocalDate latest) {
    return in(heard.passage(), latest)
        .or(() -> heard.headingPassage().flatMap(heading -> in(heading, latest)));
  }

  private static Optional<DatedWords> in(Passage passage, LocalDate latest) {
    List<int[]> deadlines = deadlines(passage.quote());
    return PartialDates.in(passage.quote()).stream()
        .filter(p -> deadlines.stream().noneMatch(d -> p.start() < d[1] && p.end() > d[0]))
        .filter(p -> !p.date().first().isAfter(latest))
        .max(Comparator.comparing(p -> p.date().first()))
        .map(p -> new DatedWords(p.date(), part(passage, p.start(), p.end())));
  }

  /**
   * Returns until when something is open, as a sentence says: a month without a year is the next
   * one from a day on.
   */
  public static Optional<DatedWords> deadline(Heard heard, LocalDate from) {
    String said = heard.said();
    Search search = DEADLINE.matcher(Folded.of(said));
    while (search.find()) {
      int start = search.start(1);
      int end = search.end(1);
      Optional<PartialDate> date = deadline(said.substring(start, end), from);
      if (date.isPresent()) {
        return Optional.of(new DatedWords(date.get(), part(heard.passage(), start, end)));
      }
    }
    return Optional.empty();
  }

  /** Reads a date of which the year may be left out. */
  public static Optional<PartialDate> deadline(String words, LocalDate from) {
    Optional<PartialDate> whole = PartialDates.in(words).stream().findFirst().map(p -> p.date());
    if (whole.isPresent()) {
      return whole;
    }
    for (String word : Folded.of(words).split("[^a-z]+")) {
      Optional<Integer> month = PartialDates.month(word);
      if (month.isPresent()) {
        int year = month.get() < from.getMonthValue() ? from.getYear() + 1 : from.getYear();
        return Optional.of(PartialDate.of(year, month.get()));
      }
    }
    return Optional.empty();
  }

  private static List<int[]> deadlines(String said) {
    List<int[]> places = new java.util.ArrayList<>();
    Search search = DEADLINE.matcher(Folded.of(said));
    while (search.find()) {
      places.add(new int[] {search.start(1), search.end(1)});
    }
    return places;
  }

  private static Passage part(Passage whole, int start, int end) {
    return new Passage(whole.snapshot(), whole.start() + start, whole.start() + end);
  }
}
