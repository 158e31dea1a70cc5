package dev.prospector.engine.internal.step;

import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.budget.Forecast;
import dev.prospector.budget.Usage;
import dev.prospector.engine.internal.joint.JointGroup;
import dev.prospector.engine.internal.joint.JointGroups;
import dev.prospector.engine.internal.joint.JointPrompt;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Models;
import dev.prospector.model.Turn;
import dev.prospector.money.Money;
import dev.prospector.pipeline.Plan;
import java.util.List;

/** Adds up what the agents of a pipeline ask models. */
public final class ForeseeUsage {

  private ForeseeUsage() {}

  /**
   * Returns what so many leads take: at least each joint question once, and at most every agent by
   * itself, which is what a joint question that cannot be asked comes to.
   */
  public static Forecast of(Plan plan, Models models, long leads) {
    JointGroups joints = JointGroups.of(plan, models, true);
    Usage low = Usage.ofLead();
    Usage high = Usage.ofLead();
    for (JointGroup group : joints.all()) {
      Prompt joint = JointPrompt.of(joints.prompts(group.members()));
      if (group.members().stream().allMatch(member -> isAsked(plan.step(member)))) {
        low = low.plus(group.chain().get(0).estimate(shortest(joint)));
      }
      for (LanguageModel model : group.chain()) {
        high = high.plus(larger(most(joint, model), alone(joints, group, model)));
      }
    }
    for (int i = 0; i < plan.size(); i++) {
      Plan.Step step = plan.step(i);
      JointGroup group = joints.of(i);
      boolean joined = group != null && group.members().contains(i);
      if (!joined && step.agent() instanceof ModelAgent<?> onTop) {
        Prompt prompt = onTop.prompt();
        List<LanguageModel> chain = models.chain(step.spec().id(), prompt.role());
        if (!chain.isEmpty() && isAsked(step)) {
          low = low.plus(chain.get(0).estimate(shortest(prompt)));
        }
        for (LanguageModel model : chain) {
          high = high.plus(most(prompt, model));
        }
      }
    }
    return new Forecast(low.times(leads), high.times(leads));
  }

  /** Returns whether something is asked of every lead. */
  private static boolean isAsked(Plan.Step step) {
    return step.gates().isEmpty()
        && step.agent() instanceof ModelAgent<?> asked
        && asked.prompt().lengths().shortestQuestion() > 0;
  }

  private static Usage alone(JointGroups joints, JointGroup group, LanguageModel model) {
    Usage all = Usage.NONE;
    for (Prompt prompt : joints.prompts(group.members()).values()) {
      all = all.plus(most(prompt, model));
    }
    return all;
  }

  private static Usage larger(Usage one, Usage other) {
    Money money = one.money();
    Money more = other.money();
    return new Usage(
        money == null || more != null && more.compareTo(money) > 0 ? more : money,
        Math.max(one.tokens(), other.tokens()),
        Math.max(one.calls(), other.calls()));
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
