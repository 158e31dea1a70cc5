package dev.prospector.spring.internal;

import dev.prospector.budget.Limit;
import dev.prospector.budget.Limit.Period;
import dev.prospector.budget.Limits;
import dev.prospector.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the properties limit. */
public final class Amounts {

  private static final Pattern MONEY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ([A-Z]{3})");

  private Amounts() {}

  /** Returns the limits; those of money that cannot be read are left out. */
  public static Limits limits(ProspectorProperties.Limits properties) {
    List<Limit> all = new ArrayList<>();
    add(all, Period.RUN, properties.run());
    add(all, Period.DAY, properties.day());
    add(all, Period.MONTH, properties.month());
    return new Limits(all);
  }

  private static void add(List<Limit> all, Period period, ProspectorProperties.Most most) {
    money(most.money()).ifPresent(money -> all.add(Limit.money(period, money)));
    if (most.tokens() >= 0) {
      all.add(Limit.tokens(period, most.tokens()));
    }
    if (most.calls() >= 0) {
      all.add(Limit.calls(period, most.calls()));
    }
    if (most.leads() >= 0) {
      all.add(Limit.leads(period, most.leads()));
    }
  }

  /** Returns an amount as it is written in a property, such as {@code 10 USD}. */
  static Optional<Money> money(String written) {
    Matcher money = MONEY.matcher(written.strip());
    if (!money.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Money.of(money.group(1), money.group(2)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // There is no such currency.
    }
  }
}
