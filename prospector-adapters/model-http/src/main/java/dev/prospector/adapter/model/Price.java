package dev.prospector.adapter.model;

import dev.prospector.model.Tokens;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * What tokens of one model cost.
 *
 * @param currency in which it is paid
 * @param steps by the length of the prompt, the first from 0; at least one
 */
public record Price(Currency currency, List<Step> steps) {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /**
   * The rates of prompts from a length on.
   *
   * @param from tokens of the prompt
   * @param input of a million tokens of a prompt
   * @param cacheRead of a million that were in the provider's cache
   * @param cacheWrite of a million that were written to it
   * @param output of a million tokens of an answer
   */
  public record Step(
      long from,
      BigDecimal input,
      BigDecimal cacheRead,
      BigDecimal cacheWrite,
      BigDecimal output) {}

  /** Fixes the list, and checks that there is a first step. */
  public Price {
    Objects.requireNonNull(currency);
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.get(0).from() != 0) {
      throw new IllegalArgumentException("a price begins with a step from 0 tokens");
    }
  }

  /** Returns a price that is the same for every length, per million tokens. */
  public static Price of(Money input, Money output) {
    Step only = new Step(0, input.amount(), input.amount(), input.amount(), output.amount());
    return new Price(input.currency(), List.of(only));
  }

  /** Returns what a call cost. */
  public Money of(Tokens tokens) {
    Step step = step(tokens.prompt());
    long plain = tokens.prompt() - tokens.cached() - tokens.cacheWritten();
    BigDecimal sum =
        times(step.input(), plain)
            .add(times(step.cacheRead(), tokens.cached()))
            .add(times(step.cacheWrite(), tokens.cacheWritten()))
            .add(times(step.output(), tokens.answer()));
    return new Money(sum.divide(MILLION), currency);
  }

  /** Returns the most that so many tokens can cost, at the dearest rate that can apply. */
  public Money atMost(long prompt, long answer) {
    Money most = Money.zero(currency);
    for (Step step : steps) {
      if (step.from() <= prompt) {
        BigDecimal dearest = step.input().max(step.cacheWrite()).max(step.cacheRead());
        BigDecimal sum = times(dearest, prompt).add(times(step.output(), answer));
        Money money = new Money(sum.divide(MILLION), currency);
        most = money.compareTo(most) > 0 ? money : most;
      }
    }
    return most;
  }

  private Step step(long prompt) {
    Step found = steps.get(0);
    for (Step step : steps) {
      found = prompt > step.from() || step.from() == 0 ? step : found;
    }
    return found;
  }

  private static BigDecimal times(BigDecimal rate, long tokens) {
    return rate.multiply(BigDecimal.valueOf(tokens));
  }
}
