package dev.prospector.budget;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A budget of this process: reservations are checked against every limit and taken in one step
 * under one lock, so no interleaving of calls passes a limit. Nothing survives the process; where
 * nothing is limited, only the latest 10,000 runs are remembered.
 */
public final class InMemoryBudget implements Budget {

  private static final int MOST_REMEMBERED = 10_000;

  private final Limits limits;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Spending> spent;
  private final Map<String, List<String>> open = new HashMap<>();

  /**
   * A reservation of another process may come to be settled here, and must not be taken for ours.
   */
  private final String name;

  private long lastId;

  /** Limits were given with a reservation: what is forgotten would not count against them. */
  private boolean keepsAll;

  /**
   * Creates a budget from which nothing was spent.
   *
   * @param clock tells which day and month it is, in UTC
   */
  public InMemoryBudget(Limits limits, Clock clock) {
    this.limits = Objects.requireNonNull(limits);
    this.clock = Objects.requireNonNull(clock);
    this.name = clock.instant().toString();
    this.spent = isUnlimited() ? new Latest() : new HashMap<>();
  }

  /** Counters that refuse nothing need not be kept for as long as the process lives. */
  private final class Latest extends LinkedHashMap<String, Spending> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Spending> eldest) {
      return !keepsAll && size() > MOST_REMEMBERED;
    }
  }

  @Override
  public Reservation reserve(Account account, Usage atMost, Limits more) {
    lock.lock();
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      List<String> keys = keys(account, today);
      keepsAll |= !more.all().isEmpty();
      for (Limit limit : limits.and(more).all()) {
        limit.check(spending(key(account, limit.period(), today)), atMost);
      }
      // All sums before the first change: currencies that do not go together change nothing.
      List<Spending> after = keys.stream().map(key -> reserved(spending(key), atMost)).toList();
      for (int i = 0; i < keys.size(); i++) {
        spent.put(keys.get(i), after.get(i));
      }
      Reservation reservation = new Reservation(name + "/" + ++lastId, account, atMost);
      open.put(reservation.id(), keys);
      return reservation;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Limits limits() {
    return limits;
  }

  /** Returns whether it only counts, and refuses nothing. */
  public boolean isUnlimited() {
    return limits.all().isEmpty();
  }

  @Override
  public void settle(Reservation reservation, Usage real) {
    lock.lock();
    try {
      List<String> keys = open.remove(reservation.id());
      if (keys != null) {
        // The periods in which it was reserved, even if the day has changed since.
        keys.forEach(key -> close(key, reservation.atMost(), real));
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void release(Reservation reservation) {
    settle(reservation, Usage.NONE);
  }

  @Override
  public Spending spending(Account account) {
    lock.lock();
    try {
      return spending(key(account, Limit.Period.RUN, LocalDate.EPOCH));
    } finally {
      lock.unlock();
    }
  }

  private Spending spending(String key) {
    return spent.getOrDefault(key, Spending.NONE);
  }

  private static Spending reserved(Spending before, Usage more) {
    return new Spending(before.settled(), before.reserved().plus(more));
  }

  private void close(String key, Usage atMost, Usage real) {
    spent.computeIfPresent(
        key,
        (k, before) -> new Spending(before.settled().plus(real), before.reserved().minus(atMost)));
  }

  private static List<String> keys(Account account, LocalDate today) {
    return List.of(
        key(account, Limit.Period.RUN, today),
        key(account, Limit.Period.DAY, today),
        key(account, Limit.Period.WEEK, today),
        key(account, Limit.Period.MONTH, today));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static String key(Account account, Limit.Period period, LocalDate today) {
    String tenant = account.tenant().id();
    return switch (period) {
      case RUN -> tenant + "/run/" + account.run();
      case DAY -> tenant + "/day/" + today;
      case WEEK -> tenant + "/week/" + monday(today);
      case MONTH -> tenant + "/month/" + today.withDayOfMonth(1);
    };
  }
}
