package dev.prospector.agents.strategy;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.Score;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.strategy.StrategyEvaluation.Criterion;
import dev.prospector.agents.strategy.StrategyEvaluation.Judged;
import dev.prospector.agents.strategy.StrategyEvaluation.Pruned;
import dev.prospector.agents.strategy.StrategyEvaluation.Reason;
import dev.prospector.agents.strategy.StrategyOptions.Angle;
import dev.prospector.agents.strategy.StrategyOptions.Option;
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares the options by named criteria, and chooses. */
public final class StrategyEvaluationAgent implements ModelAgent<StrategyEvaluation> {

  /** Creates the agent; it has no state. */
  public StrategyEvaluationAgent() {}

  @Override
  public AgentSpec<StrategyEvaluation> spec() {
    return AgentSpec.writing(StrategyEvaluation.KEY)
        .stage(LeadStage.STRATEGY)
        .reading(StrategyOptions.KEY, CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(Persona.KEY, PainPoints.KEY, BuyingTriggers.KEY, Intake.KEY)
        .readingContext()
        .readingMonth()
        .version(2);
  }

  @Override
  public Prompt prompt() {
    return AskForEvaluation.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return AskForEvaluation.question(input);
  }

  @Override
  public Reading<StrategyEvaluation> read(AgentInput input, Question asked, Answer answer) {
    return AskForEvaluation.read(input, answer, byRules(input));
  }

  @Override
  public StrategyEvaluation byRules(AgentInput input) {
    Wording wording = Wording.of(StrategyEvaluationAgent.class, input.context().language());
    return conclude(
        input.get(StrategyOptions.KEY).options().stream()
            .map(option -> judge(option, input, wording))
            .toList(),
        input);
  }

  /** Chooses the best of options that are judged, and says why the others are not. */
  static StrategyEvaluation conclude(List<Judged> judged, AgentInput input) {
    Wording wording = Wording.of(StrategyEvaluationAgent.class, input.context().language());
    Optional<Judged> best =
        judged.stream()
            .max(
                Comparator.comparingDouble((Judged j) -> j.total().range().middle())
                    .thenComparing(Comparator.comparing(Judged::option).reversed()));
    List<Pruned> pruned =
        judged.stream()
            .filter(j -> best.filter(b -> !b.equals(j)).isPresent())
            .map(j -> new Pruned(j.option(), why(j, best.orElseThrow(), wording)))
            .toList();
    return new StrategyEvaluation(judged, best.map(Judged::option), pruned);
  }

  /** Names the criterion that parts it most from the chosen one. */
  private static String why(Judged judged, Judged best, Wording wording) {
    int widest = 0;
    double most = -1;
    for (int i = 0; i < judged.reasons().size(); i++) {
      double gap =
          (best.reasons().get(i).value().middle() - judged.reasons().get(i).value().middle())
              * judged.reasons().get(i).criterion().weight();
      if (gap > most) {
        most = gap;
        widest = i;
      }
    }
    Criterion criterion = judged.reasons().get(widest).criterion();
    return wording.say("pruned.behind", wording.say("Criterion." + criterion));
  }

  private static Judged judge(Option option, AgentInput input, Wording wording) {
    List<Reason> reasons = new ArrayList<>();
    for (Criterion criterion : Criterion.values()) {
      ScoreRange value = value(criterion, option, input);
      String level = value.middle() >= 0.67 ? "high" : value.middle() >= 0.34 ? "middle" : "low";
      String text = wording.say("judged." + criterion + "." + level);
      reasons.add(new Reason(criterion, value, text));
    }
    return judged(option.id(), reasons);
  }

  /** Adds up what an option has by each criterion. */
  static Judged judged(String option, List<Reason> reasons) {
    List<Score.Part> parts =
        reasons.stream()
            .map(r -> new Score.Part(r.criterion().name(), r.value(), r.criterion().weight()))
            .toList();
    return new Judged(option, reasons, Score.mean(parts));
  }

  private static ScoreRange value(Criterion criterion, Option option, AgentInput input) {
    return switch (criterion) {
      case EVIDENCE -> evidence(option);
      case PERSONA -> persona(option, input.find(Persona.KEY));
      case TIMING -> timing(option, input.find(BuyingTriggers.KEY));
      case REACH -> ScoreRange.exactly(Math.min(1, option.channels().size() / 3.0));
      case RISK ->
          ScoreRange.exactly(
              option.angle() == Angle.REFERRAL ? 0.9 : option.angle() == Angle.PAIN ? 0.5 : 0.7);
    };
  }

  private static ScoreRange evidence(Option option) {
    double sum =
        option.arguments().stream()
            .map(a -> a.ground())
            .mapToDouble(
                g ->
                    g == Ground.STATED
                        ? 1
                        : g == Ground.SIGNALLED ? 0.7 : g == Ground.CONTEXT ? 0.4 : 0.1)
            .sum();
    return ScoreRange.exactly(option.arguments().isEmpty() ? 0 : sum / option.arguments().size());
  }

  private static ScoreRange persona(Option option, Optional<Persona> persona) {
    if (persona.isEmpty()) {
      return ScoreRange.UNKNOWN;
    }
    double suits =
        switch (persona.get().buying()) {
          case RELATIONSHIP -> option.angle() == Angle.REFERRAL ? 0.9 : 0.6;
          case EVIDENCE -> option.angle() == Angle.TRIGGER ? 0.9 : 0.7;
          case PRICE -> 0.5;
          case CAUTIOUS -> option.angle() == Angle.PAIN ? 0.9 : 0.6;
        };
    boolean named = persona.get().basis() == Persona.Basis.NAMED;
    return named
        ? ScoreRange.exactly(suits)
        : new ScoreRange(Math.max(0, suits - 0.3), Math.min(1, suits + 0.1));
  }

  private static ScoreRange timing(Option option, Optional<BuyingTriggers> triggers) {
    if (option.angle() != Angle.TRIGGER) {
      return new ScoreRange(0.2, 0.6);
    }
    return triggers.stream()
        .flatMap(t -> t.triggers().stream())
        .filter(t -> t.id().equals(option.meets()))
        .map(BuyingTriggers.Item::strength)
        .findFirst()
        .orElse(ScoreRange.UNKNOWN);
  }
}
