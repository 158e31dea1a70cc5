package dev.prospector.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What was, or at most will be, spent.
 *
 * @param money null when nothing is paid for
 * @param tokens of prompts and answers together; 0 or more
 * @param calls to paid services; 0 or more
 * @param leads that were worked on; 0 or more
 */
public record Usage(@Nullable Money money, long tokens, long calls, @JsonIgnore long leads) {

  /** Nothing spent. */
  public static final Usage NONE = new Usage(null, 0, 0);

  private static final Usage LEAD = new Usage(null, 0, 0, 1);

  /** Checks that nothing is negative. */
  public Usage {
    if (tokens < 0 || calls < 0 || leads < 0 || money != null && money.isNegative()) {
      throw new IllegalArgumentException(
          "usage is never negative: %s, %d tokens, %d calls, %d leads"
              .formatted(money, tokens, calls, leads));
    }
  }

  /** What calls cost: nothing else of usage is ever stored as JSON. */
  @JsonCreator
  public Usage(
      @JsonProperty("money") @Nullable Money money,
      @JsonProperty("tokens") long tokens,
      @JsonProperty("calls") long calls) {
    this(money, tokens, calls, 0);
  }

  /** Returns what working on one lead uses before anything is asked for it. */
  public static Usage ofLead() {
    return LEAD;
  }

  /** Returns the usage of one call. */
  public static Usage ofCall(Money money, long tokens) {
    return new Usage(money, tokens, 1);
  }

  /**
   * Returns both together.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Usage plus(Usage other) {
    return new Usage(
        sum(money, other.money), tokens + other.tokens, calls + other.calls, leads + other.leads);
  }

  /** Returns what is left when a part of this is taken away. */
  public Usage minus(Usage part) {
    Money left = money != null && part.money != null ? money.minus(part.money) : money;
    return new Usage(left, tokens - part.tokens, calls - part.calls, leads - part.leads);
  }

  /**
   * Returns this so many times.
   *
   * @param times 0 or more
   */
  public Usage times(long times) {
    Money total = money == null ? null : money.times(BigDecimal.valueOf(times));
    return new Usage(
        total,
        Math.multiplyExact(tokens, times),
        Math.multiplyExact(calls, times),
        Math.multiplyExact(leads, times));
  }

  /** Returns the money in the given currency; nothing when nothing is paid for. */
  Money moneyIn(Currency currency) {
    return money == null ? Money.zero(currency) : money;
  }

  private static @Nullable Money sum(@Nullable Money one, @Nullable Money other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.plus(other);
  }
}
