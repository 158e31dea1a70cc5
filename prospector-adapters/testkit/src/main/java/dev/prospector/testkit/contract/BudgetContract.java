package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import dev.prospector.testkit.SettableClock;
import dev.prospector.testkit.Threads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every budget promises. Extend it, and return a budget of the given limits. */
public abstract class BudgetContract {

  private static final Account ACCOUNT = new Account(new Tenant("one"), "run-1");
  private static final Account NEXT_RUN = new Account(new Tenant("one"), "run-2");
  private static final int CALLS = Integer.getInteger("prospector.budget.calls", 50);
  private static final Account OTHER_TENANT = new Account(new Tenant("other"), "run-1");

  /** Creates the contract. */
  protected BudgetContract() {}

  /**
   * Returns a budget from which nothing was spent.
   *
   * @param clock tells which day and month it is, in UTC
   */
  protected abstract Budget budget(Limits limits, Clock clock);

  private Budget budget(Limit first, Limit... more) {
    return budget(Limits.of(first, more), Clock.systemUTC());
  }

  @Test
  void landingExactlyOnTheLimitIsAllowedAndOneMoreIsRefused() {
    Budget budget = budget(Limit.tokens(Limit.Period.RUN, 100));
    budget.reserve(ACCOUNT, tokens(60));
    budget.reserve(ACCOUNT, tokens(40));

    assertThatThrownBy(() -> budget.reserve(ACCOUNT, tokens(1)))
        .isInstanceOfSatisfying(
            BudgetRefusedException.class, e -> assertThat(e.limit()).isEqualTo("tokens per run"));
  }

  /** What is reserved counts before anything is spent: the next call is refused in time. */
  @Test
  void theBudgetIsNotComparedAfterTheCall() {
    Budget budget = budget(Limit.calls(Limit.Period.RUN, 1));
    budget.reserve(ACCOUNT, tokens(1));

    assertThat(budget.spending(ACCOUNT).settled()).isEqualTo(Usage.NONE);
    assertThatThrownBy(() -> budget.reserve(ACCOUNT, tokens(1)))
        .isInstanceOf(BudgetRefusedException.class);
  }

  @Test
  void aRefusedReservationChangesNothing() {
    Budget budget = budget(Limit.tokens(Limit.Period.RUN, 100), Limit.calls(Limit.Period.RUN, 10));

    assertThatThrownBy(() -> budget.reserve(ACCOUNT, tokens(101)))
        .isInstanceOf(BudgetRefusedException.class);
    assertThat(budget.spending(ACCOUNT).reserved()).isEqualTo(Usage.NONE);
    assertThat(budget.reserve(ACCOUNT, tokens(100)).atMost()).isEqualTo(tokens(100));
  }

  @Test
  void settlingReturnsWhatWasNotUsed() {
    Budget budget = budget(Limit.tokens(Limit.Period.RUN, 100));
    Reservation reservation = budget.reserve(ACCOUNT, tokens(100));
    budget.settle(reservation, tokens(30));

    assertThat(budget.spending(ACCOUNT).settled()).isEqualTo(tokens(30));
    assertThat(budget.spending(ACCOUNT).reserved().tokens()).isZero();
    budget.reserve(ACCOUNT, tokens(70));
  }

  @Test
  void whatWasReallySpentCountsInFullEvenPastTheBound() {
    Budget budget = budget(Limit.tokens(Limit.Period.RUN, 100));
    budget.settle(budget.reserve(ACCOUNT, tokens(50)), tokens(90));

    assertThatThrownBy(() -> budget.reserve(ACCOUNT, tokens(11)))
        .isInstanceOf(BudgetRefusedException.class);
  }

  @Test
  void aReservationIsSettledOrReleasedOnce() {
    Budget budget = budget(Limit.tokens(Limit.Period.RUN, 100));
    Reservation settled = budget.reserve(ACCOUNT, tokens(50));
    budget.settle(settled, tokens(50));
    budget.settle(settled, tokens(50));
    budget.release(settled);
    Reservation released = budget.reserve(ACCOUNT, tokens(50));
    budget.release(released);
    budget.release(released);
    budget.settle(released, tokens(50));

    assertThat(budget.spending(ACCOUNT).settled()).isEqualTo(tokens(50));
    assertThat(budget.spending(ACCOUNT).reserved().tokens()).isZero();
  }

  @Test
  void everyLimitHoldsAtOnce() {
    Limit money = Limit.money(Limit.Period.RUN, Money.of("1.00", "USD"));
    Budget budget = budget(money, Limit.calls(Limit.Period.RUN, 2));
    budget.reserve(ACCOUNT, Usage.ofCall(Money.of("0.60", "USD"), 1));

    assertThatThrownBy(() -> budget.reserve(ACCOUNT, Usage.ofCall(Money.of("0.41", "USD"), 1)))
        .isInstanceOfSatisfying(
            BudgetRefusedException.class, e -> assertThat(e.limit()).isEqualTo("money per run"));
    budget.reserve(ACCOUNT, Usage.ofCall(Money.of("0.40", "USD"), 1));
    assertThatThrownBy(() -> budget.reserve(ACCOUNT, tokens(1)))
        .isInstanceOf(BudgetRefusedException.class);
  }

  @Test
  void aLimitPerRunIsNotSharedAndOnePerDayIsSharedByTheRunsOfATenant() {
    Budget budget = budget(Limit.tokens(Limit.Period.RUN, 60), Limit.tokens(Limit.Period.DAY, 100));
    budget.reserve(ACCOUNT, tokens(60));
    budget.reserve(NEXT_RUN, tokens(40));

    assertThatThrownBy(() -> budget.reserve(NEXT_RUN, tokens(1)))
        .isInstanceOfSatisfying(
            BudgetRefusedException.class, e -> assertThat(e.limit()).isEqualTo("tokens per day"));
    budget.reserve(OTHER_TENANT, tokens(60));
  }

  @Test
  void aWeekBeginsOnMondayInUtcAlsoAcrossTheEndOfAYear() {
    SettableClock clock = new SettableClock(Instant.parse("2026-12-27T23:59:59Z"));
    Budget budget = budget(Limits.of(Limit.tokens(Limit.Period.WEEK, 100)), clock);
    budget.reserve(ACCOUNT, tokens(100));
    assertThatThrownBy(() -> budget.reserve(NEXT_RUN, tokens(1)))
        .isInstanceOfSatisfying(
            BudgetRefusedException.class, e -> assertThat(e.limit()).isEqualTo("tokens per week"));

    clock.advance(Duration.ofSeconds(1)); // Monday, the 28th.
    budget.reserve(NEXT_RUN, tokens(60));
    clock.advance(Duration.ofDays(4)); // Friday, of another month and another year.
    budget.reserve(ACCOUNT, tokens(40));
    clock.advance(Duration.ofDays(3).minusSeconds(1)); // Sunday, until its last second.
    assertThatThrownBy(() -> budget.reserve(ACCOUNT, tokens(1)))
        .isInstanceOf(BudgetRefusedException.class);
    budget.reserve(OTHER_TENANT, tokens(100));

    clock.advance(Duration.ofSeconds(1));
    budget.reserve(ACCOUNT, tokens(100));
  }

  @Test
  void aNewDayAndANewMonthBeginWithNothingSpent() {
    SettableClock clock = new SettableClock(Instant.parse("2026-01-30T23:59:00Z"));
    Budget budget =
        budget(
            Limits.of(Limit.tokens(Limit.Period.DAY, 100), Limit.tokens(Limit.Period.MONTH, 150)),
            clock);
    budget.reserve(ACCOUNT, tokens(100));

    clock.advance(Duration.ofMinutes(1));
    budget.reserve(ACCOUNT, tokens(50));
    assertThatThrownBy(() -> budget.reserve(ACCOUNT, tokens(1)))
        .isInstanceOf(BudgetRefusedException.class);
    clock.advance(Duration.ofDays(1));
    budget.reserve(ACCOUNT, tokens(100));
  }

  @Test
  void aReservationIsSettledInThePeriodInWhichItWasMade() {
    SettableClock clock = new SettableClock(Instant.parse("2026-01-30T23:59:00Z"));
    Budget budget = budget(Limits.of(Limit.tokens(Limit.Period.DAY, 100)), clock);
    Reservation yesterday = budget.reserve(ACCOUNT, tokens(100));
    clock.advance(Duration.ofHours(1));
    budget.settle(yesterday, tokens(100));

    budget.reserve(NEXT_RUN, tokens(100));
  }

  @Test
  void noLimitIsExceededHoweverManyReserveAtOnce() throws Exception {
    Budget budget = budget(Limit.tokens(Limit.Period.RUN, 1_000));

    List<Integer> granted =
        Threads.all(
            8,
            thread -> {
              int tokens = 0;
              for (int i = 0; i < 500; i++) {
                tokens += spend(budget, 1 + (thread + i) % 7, i % 3 == 0);
              }
              return tokens;
            });

    long spent = budget.spending(ACCOUNT).settled().tokens();
    assertThat(spent).isEqualTo(granted.stream().mapToInt(i -> i).sum()).isLessThanOrEqualTo(1_000);
    assertThat(budget.spending(ACCOUNT).reserved().tokens()).isZero();
    assertThat(spent).isGreaterThan(990);
  }

  /** Returns what was spent in the end. */
  private static int spend(Budget budget, int tokens, boolean giveBack) {
    try {
      Reservation reservation = budget.reserve(ACCOUNT, tokens(tokens));
      if (giveBack) {
        budget.release(reservation);
        return 0;
      }
      budget.settle(reservation, tokens(tokens));
      return tokens;
    } catch (BudgetRefusedException e) {
      return 0;
    }
  }

  /**
   * Calls of many threads that end well, fail, or are never heard of: what is reserved and settled
   * stays within the limit, and the last of it can be used. {@code -Dprospector.budget.calls=10000}
   * makes it 10,000 calls of each of 64 threads.
   */
  @Test
  void callsThatFailAtRandomNeverPassALimitAndTheLastOfItCanBeUsed() throws Exception {
    int threads = CALLS > 100 ? 64 : 8;
    long most = threads * CALLS * 5L;
    Budget budget = budget(Limit.tokens(Limit.Period.RUN, most));
    List<Long> spent = Threads.all(threads, thread -> callAtRandom(budget, thread));

    long settled = budget.spending(ACCOUNT).settled().tokens();
    assertThat(settled).isEqualTo(spent.stream().mapToLong(Long::longValue).sum());
    assertThat(settled).isLessThanOrEqualTo(most);
    assertThat(budget.spending(ACCOUNT).reserved()).isEqualTo(Usage.NONE);
    budget.reserve(ACCOUNT, tokens(most - settled));
    assertThatThrownBy(() -> budget.reserve(ACCOUNT, tokens(1)))
        .isInstanceOf(BudgetRefusedException.class);
  }

  private static long callAtRandom(Budget budget, int thread) {
    Random random = new Random(thread);
    long spent = 0;
    for (int i = 0; i < CALLS; i++) {
      Usage atMost = tokens(10);
      Reservation reservation;
      try {
        reservation = budget.reserve(ACCOUNT, atMost);
      } catch (BudgetRefusedException e) {
        continue;
      }
      int fate = random.nextInt(4);
      Usage real = fate == 0 ? Usage.NONE : tokens(fate == 1 ? 10 : 1 + random.nextInt(9));
      if (fate == 0) {
        budget.release(reservation);
      } else {
        budget.settle(reservation, real);
      }
      spent += real.tokens();
    }
    return spent;
  }

  @Test
  void leadsAreLimitedLikeEverythingElse() {
    Budget budget = budget(Limit.leads(Limit.Period.DAY, 2));
    Reservation first = budget.reserve(ACCOUNT, Usage.ofLead());
    budget.settle(first, Usage.ofLead());
    budget.reserve(NEXT_RUN, Usage.ofLead());

    assertThat(budget.spending(ACCOUNT).settled().leads()).isEqualTo(1);
    assertThat(budget.spending(NEXT_RUN).reserved().leads()).isEqualTo(1);
    assertThatThrownBy(() -> budget.reserve(ACCOUNT, Usage.ofLead()))
        .isInstanceOf(BudgetRefusedException.class)
        .hasMessage("budget 'leads per day' refuses: 3 leads of 2");
    budget.reserve(ACCOUNT, tokens(1_000));
  }

  /** After too many tokens were spent, leads may still be worked on, by rules. */
  @Test
  void whatIsNotAskedForIsNotRefused() {
    Budget budget = budget(Limit.tokens(Limit.Period.RUN, 100), Limit.leads(Limit.Period.RUN, 1));
    budget.settle(budget.reserve(ACCOUNT, tokens(100)), tokens(150));

    budget.reserve(ACCOUNT, Usage.ofLead());
    assertThatThrownBy(() -> budget.reserve(ACCOUNT, tokens(1)))
        .isInstanceOfSatisfying(
            BudgetRefusedException.class, e -> assertThat(e.limit()).isEqualTo("tokens per run"));
  }

  private static Usage tokens(long tokens) {
    return new Usage(null, tokens, 1);
  }
}
