package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.budget.Account;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.lead.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tries every order in which the calls of several callers can follow each other, and the worst
 * moment for one call to meet another. Lincheck would do both in one, but its release that resolves
 * cannot look into records.
 */
@Timeout(60)
class BudgetInterleavingTest {

  private static final Account ACCOUNT = new Account(new Tenant("t"), "run");
  private static final long LIMIT = 10;

  /**
   * One caller: reserves, settles one with what was really spent, releases another, and repeats.
   */
  private final class Caller {
    private final long[] script;
    private final InMemoryBudget budget;
    private @Nullable Reservation held;
    private int next;

    Caller(InMemoryBudget budget, long... script) {
      this.budget = budget;
      this.script = script;
    }

    /** Does the next call of the script, and returns what is really spent by it. */
    long step(AtomicInteger reserved) {
      long amount = script[next++];
      if (amount > 0) {
        try {
          held = budget.reserve(ACCOUNT, tokens(amount));
          reserved.addAndGet((int) amount);
        } catch (BudgetRefusedException e) {
          held = null;
        }
        return 0;
      }
      if (held == null) {
        return 0;
      }
      Reservation closing = held;
      reserved.addAndGet((int) -closing.atMost().tokens());
      held = null;
      if (amount == 0) {
        budget.release(closing);
        budget.settle(closing, closing.atMost());
        return 0;
      }
      budget.settle(closing, tokens(-amount));
      budget.settle(closing, tokens(-amount));
      budget.release(closing);
      return -amount;
    }
  }

  @Test
  void inEveryOrderOfCallsNoLimitIsPassedAndEveryReservationEndsOnce() {
    List<int[]> orders = new ArrayList<>();
    orders(new int[] {4, 4, 2}, new int[10], 0, orders);
    assertThat(orders).hasSize(3150);
    for (int[] order : orders) {
      InMemoryBudget budget = budget(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
      Caller[] callers = {
        new Caller(budget, 6, -4, 3, 0), new Caller(budget, 5, 0, 6, -6), new Caller(budget, 4, -1)
      };
      AtomicInteger reserved = new AtomicInteger();
      long settled = 0;
      for (int caller : order) {
        settled += callers[caller].step(reserved);
        var spending = budget.spending(ACCOUNT);
        assertThat(spending.settled().tokens()).isEqualTo(settled);
        assertThat(spending.reserved().tokens()).isEqualTo(reserved.get());
        assertThat(settled + reserved.get()).isLessThanOrEqualTo(LIMIT);
      }
    }
  }

  /** While one call stands between its look at the limit and its write, another one arrives. */
  @Test
  void aCallThatMeetsAnotherInItsMidstDoesNotPassTheLimitWithIt() throws Exception {
    AtomicInteger granted = new AtomicInteger();
    MeetingClock clock = new MeetingClock();
    InMemoryBudget budget = budget(clock);
    Runnable reserve =
        () -> {
          try {
            budget.reserve(ACCOUNT, tokens(6));
            granted.incrementAndGet();
          } catch (BudgetRefusedException e) {
            // One of the two must meet this.
          }
        };
    Thread second = new Thread(reserve);
    clock.other = second;
    Thread first = new Thread(reserve);
    first.start();
    first.join();
    second.join();

    assertThat(granted).hasValue(1);
    assertThat(budget.spending(ACCOUNT).reserved().tokens()).isEqualTo(6);
  }

  /** Asked for the time in the middle of a call, it lets another thread come as far as it can. */
  private static final class MeetingClock extends Clock {
    private volatile @Nullable Thread other;

    @Override
    public Instant instant() {
      Thread thread = other;
      if (thread != null
          && Thread.currentThread() != thread
          && thread.getState() == Thread.State.NEW) {
        thread.start();
        while (thread.getState() != Thread.State.WAITING
            && thread.getState() != Thread.State.TERMINATED) {
          Thread.onSpinWait();
        }
      }
      return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static void orders(int[] left, int[] order, int at, List<int[]> all) {
    if (at == order.length) {
      all.add(order.clone());
      return;
    }
    for (int caller = 0; caller < left.length; caller++) {
      if (left[caller] > 0) {
        left[caller]--;
        order[at] = caller;
        orders(left, order, at + 1, all);
        left[caller]++;
      }
    }
  }

  private static InMemoryBudget budget(Clock clock) {
    return new InMemoryBudget(Limits.of(Limit.tokens(Limit.Period.RUN, LIMIT)), clock);
  }

  private static Usage tokens(long tokens) {
    return new Usage(null, tokens, 1);
  }
}
