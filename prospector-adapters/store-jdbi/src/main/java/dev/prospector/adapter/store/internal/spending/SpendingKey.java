package dev.prospector.adapter.store.internal.spending;

import dev.prospector.adapter.store.internal.sql.Week;
import dev.prospector.budget.Account;
import dev.prospector.budget.Limit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One period of one tenant: a run, a day, a week or a month. In the order in which rows are locked.
 */
record SpendingKey(String tenant, String period, String name) implements Comparable<SpendingKey> {

  private static final Comparator<SpendingKey> ORDER =
      Comparator.comparing(SpendingKey::tenant)
          .thenComparing(SpendingKey::period)
          .thenComparing(SpendingKey::name);

  static SpendingKey of(Account account, Limit.Period period, LocalDate day) {
    String name =
        switch (period) {
          case RUN -> account.run();
          case DAY -> day.toString();
          case WEEK -> Week.of(day).toString();
          case MONTH -> day.toString().substring(0, 7);
        };
    return new SpendingKey(account.tenant().id(), period.name().toLowerCase(Locale.ROOT), name);
  }

  /** Returns every period to which spending on a day belongs. */
  static List<SpendingKey> all(Account account, LocalDate day) {
    return List.of(
        of(account, Limit.Period.RUN, day),
        of(account, Limit.Period.DAY, day),
        of(account, Limit.Period.WEEK, day),
        of(account, Limit.Period.MONTH, day));
  }

  @Override
  public int compareTo(SpendingKey other) {
    return ORDER.compare(this, other);
  }
}
