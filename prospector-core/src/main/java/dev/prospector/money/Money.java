package dev.prospector.money;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in a currency; two are equal when currency and numeric value are.
 *
 * @param amount any scale; trailing zeros carry no meaning
 * @param currency an ISO 4217 currency
 */
public record Money(
    @JsonProperty("amount") BigDecimal amount, @JsonProperty("currency") Currency currency)
    implements Comparable<Money> {

  /** Of an amount, before or after the point: more than any amount has, and few enough to print. */
  private static final int MOST_DIGITS = 40;

  /**
   * Drops trailing zeros, so that equal amounts are equal objects.
   *
   * @throws IllegalArgumentException if the amount has more than 40 digits before or after its
   *     point
   */
  public Money {
    requirePrintable(amount);
    amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    Objects.requireNonNull(currency);
  }

  /**
   * Returns an amount.
   *
   * @param amount a decimal number such as {@code 12.50}
   * @param currency an ISO 4217 code such as {@code BRL}
   * @throws IllegalArgumentException if either cannot be read
   */
  public static Money of(String amount, String currency) {
    if (amount.length() > 2 * MOST_DIGITS + 2) {
      throw new IllegalArgumentException("an amount has no " + amount.length() + " characters");
    }
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** Returns nothing in the given currency. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * Returns the sum.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.add(other.amount), currency);
  }

  /**
   * Returns the difference, which may be negative.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  /** Returns this amount taken so many times. */
  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  /** Returns whether this is less than nothing. */
  public boolean isNegative() {
    return amount.signum() < 0;
  }

  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }

  /** A short text such as 1e2147483647 stands for digits that fill the memory. */
  private static void requirePrintable(BigDecimal amount) {
    long before = (long) amount.precision() - amount.scale();
    if (before > MOST_DIGITS || amount.scale() > MOST_DIGITS && amount.signum() != 0) {
      throw new IllegalArgumentException(
          "an amount has at most " + MOST_DIGITS + " digits before and after its point");
    }
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "cannot combine " + this + " with " + other + ": convert one of them first");
    }
  }
}
