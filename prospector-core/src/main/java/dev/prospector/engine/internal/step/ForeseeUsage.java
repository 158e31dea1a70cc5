package dev.prospector.engine.internal.step;

import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.budget.Forecast;
import dev.prospector.budget.Usage;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Models;
import dev.prospector.model.Turn;
import dev.prospector.pipeline.Plan;

/** Adds up what the agents of a pipeline ask models. */
public final class ForeseeUsage {

  private ForeseeUsage() {}

  /** Returns what so many leads take. */
  public static Forecast of(Plan plan, Models models, long leads) {
    Usage low = Usage.ofLead();
    Usage high = Usage.ofLead();
    for (Plan.Step step : plan.steps()) {
      if (step.agent() instanceof ModelAgent<?> onTop) {
        Prompt prompt = onTop.prompt();
        boolean first = true;
        for (LanguageModel model : models.chain(step.spec().id(), prompt.role())) {
          if (first && step.gates().isEmpty() && prompt.lengths().shortestQuestion() > 0) {
            low = low.plus(model.estimate(shortest(prompt)));
          }
          high = high.plus(most(prompt, model));
          first = false;
        }
      }
    }
    return new Forecast(low.times(leads), high.times(leads));
  }

  private static Request shortest(Prompt prompt) {
    return question(prompt, prompt.lengths().shortestQuestion()).withLongestAnswer(1);
  }

  /** The longest question, and its repair: about the longest answer, or for one twice as long. */
  private static Usage most(Prompt prompt, LanguageModel model) {
    Request longest = question(prompt, prompt.lengths().longestQuestion());
    int twice = 2 * longest.longestAnswer();
    String answer = "x".repeat(twice);
    Request repair = longest.withTurn(new Turn(answer, answer)).withLongestAnswer(twice);
    return model.upperBound(longest).plus(model.upperBound(repair));
  }

  private static Request question(Prompt prompt, int characters) {
    return prompt.about(Question.about("x".repeat(characters)));
  }
}
