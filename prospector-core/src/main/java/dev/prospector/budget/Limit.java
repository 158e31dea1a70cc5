package dev.prospector.budget;

import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.ConfigurationException;
import dev.prospector.money.Money;
import java.util.List;
import java.util.Locale;
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
 * @param leads the most leads that are worked on, negative for any; one of which everything was
 *     known before does not count
 */
public record Limit(Period period, @Nullable Money money, long tokens, long calls, long leads) {

  /** Checks that something is limited. */
  public Limit {
    Objects.requireNonNull(period);
    if (money == null && tokens < 0 && calls < 0 && leads < 0) {
      throw new ConfigurationException(
          "Limit",
          List.of(
              "a limit limits money, tokens, calls or leads; who wants none says"
                  + " Limits.unlimited()"));
    }
  }

  /** Over which a limit counts. */
  public enum Period {
    /** One run. */
    RUN,
    /** One tenant and one day, in UTC. */
    DAY,
    /** One tenant and one week from Monday, in UTC. */
    WEEK,
    /** One tenant and one calendar month, in UTC. */
    MONTH
  }

  /** Returns a limit on money. */
  public static Limit money(Period period, Money most) {
    return new Limit(period, most, -1, -1, -1);
  }

  /** Returns a limit on tokens. */
  public static Limit tokens(Period period, long most) {
    return new Limit(period, null, most, -1, -1);
  }

  /** Returns a limit on calls. */
  public static Limit calls(Period period, long most) {
    return new Limit(period, null, -1, most, -1);
  }

  /** Returns a limit on leads that are worked on. */
  public static Limit leads(Period period, long most) {
    return new Limit(period, null, -1, -1, most);
  }

  /**
   * Checks what spending would come to. What is not asked for is not refused, even if there is too
   * much of it already: who is out of tokens may still work by rules.
   *
   * @param before everything settled and reserved in the period
   * @param more what is asked for
   * @throws BudgetRefusedException if it would pass this limit
   */
  public void check(Spending before, Usage more) {
    Usage total = before.settled().plus(before.reserved()).plus(more);
    check("leads", more.leads(), total.leads(), leads);
    check("calls", more.calls(), total.calls(), calls);
    check("tokens", more.tokens(), total.tokens(), tokens);
    if (money != null
        && more.money() != null
        && total.moneyIn(money.currency()).compareTo(money) > 0) {
      throw refusal("money", total.money() + " of " + money);
    }
  }

  private void check(String what, long more, long total, long most) {
    if (more > 0 && most >= 0 && total > most) {
      throw refusal(what, total + " " + what + " of " + most);
    }
  }

  private BudgetRefusedException refusal(String what, String why) {
    return new BudgetRefusedException(what + " per " + period.name().toLowerCase(Locale.ROOT), why);
  }
}
