package dev.prospector.agents.need;

import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.evidence.Fact;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How old a trigger is, and how strong at that age; see {@link BuyingTriggers}. */
final class TriggerAge {

  private static final int YEAR = 365;
  private static final double UNDATED = 0.4;

  private TriggerAge() {}

  /** Returns the days since the last day that it may have been; empty if it has no date. */
  static Optional<Long> days(Fact<PartialDate> date, LocalDate today) {
    return date.value().map(d -> Math.max(0, ChronoUnit.DAYS.between(d.last(), today)));
  }

  /** Returns whether it is over. */
  static boolean isPast(Fact<PartialDate> date, LocalDate today) {
    return days(date, today).filter(age -> age > YEAR).isPresent();
  }

  /** Returns the strength of one whose words have a confidence. */
  static ScoreRange strength(Fact<PartialDate> date, LocalDate today, double confidence) {
    Optional<Long> age = days(date, today);
    if (age.isEmpty()) {
      return new ScoreRange(0.1 * confidence, UNDATED * confidence);
    }
    double fresh = age.get() <= 90 ? 1 : age.get() <= 180 ? 0.7 : age.get() <= YEAR ? 0.4 : 0;
    return ScoreRange.exactly(fresh * confidence);
  }
}
