package dev.prospector.engine.internal.step;

import dev.prospector.agent.Demand;
import dev.prospector.agent.ModelAgent;
import dev.prospector.budget.Forecast;
import dev.prospector.budget.Usage;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Plan;
import java.util.List;
import java.util.Optional;

/** Adds up what the agents of a pipeline ask a model. */
public final class ForeseeUsage {

  private ForeseeUsage() {}

  /** Returns what so many leads take. */
  public static Forecast of(Plan plan, Optional<LanguageModel> model, long leads) {
    Usage low = Usage.ofLead();
    Usage high = Usage.ofLead();
    for (Plan.Step step : plan.steps()) {
      if (model.isPresent() && step.agent() instanceof ModelAgent<?> onTop) {
        Demand demand = onTop.demand();
        low = step.gates().isEmpty() ? low.plus(sum(model.get(), demand.least())) : low;
        high = high.plus(sum(model.get(), demand.most()));
      }
    }
    return new Forecast(low.times(leads), high.times(leads));
  }

  private static Usage sum(LanguageModel model, List<LanguageModel.Request> questions) {
    return questions.stream().map(model::upperBound).reduce(Usage.NONE, Usage::plus);
  }
}
