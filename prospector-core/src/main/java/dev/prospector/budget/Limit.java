package dev.prospector.budget;

import dev.prospector.error.BudgetRefusedException;
import dev.prospector.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The most that may be spent in one period. What is null or negative is not limited; at least one
 * is limited.
 *
 * @param period over which it counts
 * @param money the most money, null for any
 * @param tokens the most tokens, negative for any
 * @param calls the most calls, negative for any
 */
public record Limit(Period period, @Nullable Money money, long tokens, long calls) {

  /** Checks that something is limited. */
  public Limit {
    Objects.requireNonNull(period);
    if (money == null && tokens < 0 && calls < 0) {
      throw new IllegalArgumentException(
          "a limit limits money, tokens or calls; who wants none says Limits.unlimited()");
    }
  }

  /** Over which a limit counts. */
  public enum Period {
    /** One run. */
    RUN,
    /** One tenant and one day, in UTC. */
    DAY,
    /** One tenant and one calendar month, in UTC. */
    MONTH
  }

  /** Returns a limit on money. */
  public static Limit money(Period period, Money most) {
    return new Limit(period, most, -1, -1);
  }

  /** Returns a limit on tokens. */
  public static Limit tokens(Period period, long most) {
    return new Limit(period, null, most, -1);
  }

  /** Returns a limit on calls. */
  public static Limit calls(Period period, long most) {
    return new Limit(period, null, -1, most);
  }

  /**
   * Checks what spending would come to.
   *
   * @param total everything settled and reserved in the period, with what is asked for
   * @throws BudgetRefusedException if it would pass this limit
   */
  public void check(Usage total) {
    String per = " per " + period.name().toLowerCase(java.util.Locale.ROOT);
    if (calls >= 0 && total.calls() > calls) {
      throw new BudgetRefusedException("calls" + per, total.calls() + " calls of " + calls);
    }
    if (tokens >= 0 && total.tokens() > tokens) {
      throw new BudgetRefusedException("tokens" + per, total.tokens() + " tokens of " + tokens);
    }
    if (money != null && total.moneyIn(money.currency()).compareTo(money) > 0) {
      throw new BudgetRefusedException("money" + per, total.money() + " of " + money);
    }
  }
}
