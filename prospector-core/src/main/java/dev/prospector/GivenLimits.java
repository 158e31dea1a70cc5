package dev.prospector;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.lead.Tenant;
import dev.prospector.model.Models;
import dev.prospector.store.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a host gives that limits what is spent. Confined to one thread. */
final class GivenLimits {

  private static final Function<Tenant, Limits> NONE = tenant -> Limits.unlimited();

  @Nullable Budget budget;
  @Nullable Budget ofModel;
  Function<Tenant, Limits> tenants = NONE;

  /** Returns the budget that holds. */
  Budget budget() {
    return CheckBudget.limit(budget, ofModel);
  }

  /** Returns it if one was given. */
  Optional<Budget> given() {
    return budget == null && ofModel == null ? Optional.empty() : Optional.of(budget());
  }

  List<String> problems(@Nullable RunStore runs) {
    List<String> problems = new ArrayList<>(CheckBudget.problems(budget, ofModel, runs));
    problems.addAll(CheckBudget.problems(tenants != NONE, budget(), runs));
    return problems;
  }

  /** Returns what refuses limits of runs that cannot hold. */
  CheckLimits check(Models models, @Nullable RunStore runs) {
    return new CheckLimits(models, budget(), tenants, Optional.ofNullable(runs));
  }
}
