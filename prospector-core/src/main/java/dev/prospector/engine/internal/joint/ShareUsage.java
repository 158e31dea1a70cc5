package dev.prospector.engine.internal.joint;

import dev.prospector.budget.Usage;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Splits what a call cost among what it gave, so that the shares add up to it exactly. */
public final class ShareUsage {

  /** Shares of a cent are money too: this many digits after the point. */
  private static final int DIGITS = 6;

  private ShareUsage() {}

  /**
   * Returns a share for each weight, in order.
   *
   * @param weights 0 or more; of no weight at all each counts alike
   */
  public static List<Usage> of(Usage total, List<Integer> weights) {
    long sum = weights.stream().mapToLong(Integer::longValue).sum();
    List<Usage> shares = new ArrayList<>();
    Usage before = total.times(0);
    long reached = 0;
    for (int i = 0; i < weights.size(); i++) {
      reached += weights.get(i);
      Usage upToHere = sum == 0 ? part(total, i + 1, weights.size()) : part(total, reached, sum);
      shares.add(upToHere.minus(before));
      before = upToHere;
    }
    return shares;
  }

  private static Usage part(Usage total, long reached, long sum) {
    Money money = total.money();
    return new Usage(
        money == null ? null : new Money(part(money.amount(), reached, sum), money.currency()),
        part(total.tokens(), reached, sum),
        part(total.calls(), reached, sum));
  }

  private static BigDecimal part(BigDecimal amount, long reached, long sum) {
    return reached == sum
        ? amount
        : amount
            .multiply(BigDecimal.valueOf(reached))
            .divide(
                BigDecimal.valueOf(sum), Math.max(DIGITS, amount.scale()), RoundingMode.HALF_UP);
  }

  private static long part(long amount, long reached, long sum) {
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(reached))
        .divide(BigInteger.valueOf(sum))
        .longValueExact();
  }
}
