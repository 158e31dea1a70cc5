package dev.prospector;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.error.ConfigurationException;
import dev.prospector.lead.Tenant;
import dev.prospector.model.Models;
import dev.prospector.money.Money;
import dev.prospector.run.RunOptions;
import dev.prospector.store.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Refuses limits of a run or its tenant that cannot hold: before the first call, not after it.
 *
 * @param models what is paid for
 * @param budget where spending is counted
 * @param tenants the limits of each tenant
 * @param runs where runs are kept, if they are
 */
record CheckLimits(
    Models models, Budget budget, Function<Tenant, Limits> tenants, Optional<RunStore> runs) {

  void require(RunOptions options) {
    Limits more = tenants.apply(options.tenant()).and(options.terms().limits());
    Stream<Money> money = more.all().stream().flatMap(CheckLimits::money);
    List<String> problems = new ArrayList<>();
    Stream.concat(money, options.mostPerLead().stream())
        .flatMap(most -> models.all().stream().flatMap(m -> CheckModels.problem(m, most).stream()))
        .distinct()
        .forEach(problems::add);
    problems.addAll(
        CheckBudget.problems(!options.terms().limits().all().isEmpty(), budget, runs.orElse(null)));
    if (!problems.isEmpty()) {
      throw new ConfigurationException("Prospector", problems);
    }
  }

  private static Stream<Money> money(Limit limit) {
    return Optional.ofNullable(limit.money()).stream();
  }
}
