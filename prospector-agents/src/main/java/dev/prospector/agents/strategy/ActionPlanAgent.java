package dev.prospector.agents.strategy;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.IntentSignals;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.need.Urgency;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.strategy.ActionPlan.Metric;
import dev.prospector.agents.strategy.ActionPlan.Step;
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the chosen option into steps on days that follow from the urgency. */
public final class ActionPlanAgent implements ModelAgent<ActionPlan> {

  private static final double URGENT = 0.6;
  private static final double CALM = 0.3;

  /** Creates the agent; it has no state. */
  public ActionPlanAgent() {}

  @Override
  public AgentSpec<ActionPlan> spec() {
    return AgentSpec.writing(ActionPlan.KEY)
        .stage(LeadStage.STRATEGY)
        .reading(
            StrategyEvaluation.KEY, StrategyOptions.KEY, CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(
            PainPoints.KEY, BuyingTriggers.KEY, IntentSignals.KEY, Persona.KEY, Intake.KEY)
        .readingContext()
        .readingMonth()
        .version(2);
  }

  @Override
  public Prompt prompt() {
    return AskForActions.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return AskForActions.question(input);
  }

  @Override
  public Reading<ActionPlan> read(AgentInput input, Question asked, Answer answer) {
    return AskForActions.read(input, answer, byRules(input));
  }

  @Override
  public ActionPlan byRules(AgentInput input) {
    return plan(input);
  }

  static ActionPlan plan(AgentInput input) {
    Wording wording = Wording.of(ActionPlanAgent.class, input.context().language());
    Optional<StrategyOptions.Option> option = chosen(input);
    List<Channel> channels = option.map(StrategyOptions.Option::channels).orElse(List.of());
    List<Metric> metrics = channels.isEmpty() ? List.of() : List.of(Metric.values());
    return new ActionPlan(
        option.map(StrategyOptions.Option::id),
        steps(channels, days(input), wording),
        metrics,
        wording.say(channels.isEmpty() ? "plan.find-contact" : "plan.contingency"),
        channels.isEmpty() ? wording.say("plan.no-channel") : "");
  }

  static Optional<StrategyOptions.Option> chosen(AgentInput input) {
    Optional<String> id = input.get(StrategyEvaluation.KEY).chosen();
    return input.get(StrategyOptions.KEY).options().stream()
        .filter(o -> id.filter(i -> i.equals(o.id())).isPresent())
        .findFirst();
  }

  private static List<Integer> days(AgentInput input) {
    double intent = input.find(IntentSignals.KEY).map(i -> i.urgency().range().low()).orElse(0.0);
    Urgency pain =
        input
            .find(PainPoints.KEY)
            .flatMap(PainPoints::urgency)
            .map(PainPoints.Hurry::level)
            .orElse(Urgency.LOW);
    if (intent >= URGENT || pain == Urgency.HIGH || pain == Urgency.CRITICAL) {
      return List.of(0, 2, 5, 9);
    }
    return intent >= CALM || pain == Urgency.MEDIUM ? List.of(0, 3, 8, 15) : List.of(0, 7, 21);
  }

  private static List<Step> steps(List<Channel> channels, List<Integer> days, Wording wording) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < days.size() && !channels.isEmpty(); i++) {
      boolean last = i == days.size() - 1;
      Channel channel = channels.get(i % channels.size());
      String which = i == 0 ? "first" : last ? "last" : "next";
      steps.add(
          new Step(
              i + 1,
              channel,
              wording.say("step." + which, wording.say("Channel." + channel)),
              days.get(i),
              wording.say("ask." + which)));
    }
    return steps;
  }
}
