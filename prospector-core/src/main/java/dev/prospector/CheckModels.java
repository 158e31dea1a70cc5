package dev.prospector;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Usage;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds models that cannot work with a budget: before the first call, not after it. */
final class CheckModels {

  private CheckModels() {}

  static List<String> problems(Models models, Optional<Budget> budget) {
    List<Money> limits =
        budget.stream()
            .flatMap(b -> b.limits().all().stream())
            .flatMap(CheckModels::money)
            .toList();
    List<String> problems = new ArrayList<>();
    for (LanguageModel model : models.all()) {
      if (model.name().isBlank()) {
        problems.add("a model has no name: results could not be told apart");
      }
      limits.forEach(limit -> problem(model, limit).ifPresent(problems::add));
    }
    return problems;
  }

  private static java.util.stream.Stream<Money> money(Limit limit) {
    return Optional.ofNullable(limit.money()).stream();
  }

  /** Returns why a limit of money cannot hold a model. */
  static Optional<String> problem(LanguageModel model, Money limit) {
    Usage smallest = Models.smallestBound(model);
    Money price = smallest.money();
    if (price == null && smallest.calls() == 0) {
      return Optional.empty(); // It is free of charge, such as a recording.
    }
    if (price == null) {
      return Optional.of(
          "model '"
              + model.name()
              + "' has no price, so a limit of "
              + limit
              + " cannot hold it: give it a price, or limit tokens or calls instead");
    }
    return price.currency().equals(limit.currency())
        ? Optional.empty()
        : Optional.of(
            "model '"
                + model.name()
                + "' is paid in "
                + price.currency()
                + ", and the limit of "
                + limit
                + " is not: limit it in "
                + price.currency());
  }
}
