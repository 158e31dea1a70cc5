package dev.prospector;

import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.store.RunStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the limits that a host gave holds, and what is wrong with them. */
final class CheckBudget {

  private CheckBudget() {}

  /** Returns the limit that holds: the one given with the model, else the other, else none. */
  static Budget limit(@Nullable Budget budget, @Nullable Budget modelLimit) {
    if (modelLimit != null) {
      return modelLimit;
    }
    return budget == null ? Budget.unlimited() : budget;
  }

  static List<String> problems(
      @Nullable Budget budget, @Nullable Budget modelLimit, @Nullable RunStore runs) {
    List<String> problems = new ArrayList<>();
    if (budget != null && modelLimit != null && budget != modelLimit) {
      problems.add(
          "two limits are set, by budget(...) and by model(..., limit), and only one can hold:"
              + " give the same one to both, or leave budget(...) out");
    }
    Budget limit = limit(budget, modelLimit);
    if (runs != null && !runs.settles(limit) && isForgotten(limit)) {
      problems.add(
          "the budget counts in memory, and stored runs outlive that: take the budget of the"
              + " store, or Budget.unlimited()");
    }
    return problems;
  }

  /**
   * Returns what is wrong where limits are given beside those of the budget.
   *
   * @param limited whether some are
   */
  static List<String> problems(boolean limited, Budget counting, @Nullable RunStore runs) {
    return limited && runs != null && !runs.settles(counting) && counting instanceof InMemoryBudget
        ? List.of(
            "there are limits by run or tenant, and what is spent is counted in memory, which"
                + " stored runs outlive: give budget(...) or the model the budget of the store,"
                + " without limits of its own if it has none")
        : List.of();
  }

  /** Counters in memory begin anew with each process, and their limits with them. */
  private static boolean isForgotten(Budget budget) {
    return budget instanceof InMemoryBudget counters && !counters.isUnlimited();
  }
}
