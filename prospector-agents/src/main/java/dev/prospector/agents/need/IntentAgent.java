package dev.prospector.agents.need;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.Score;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.context.BusinessContext.Items;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes intent, urgency and alignment; see {@link IntentSignals} for the formulas. */
public final class IntentAgent implements Agent<IntentSignals> {

  private static final double UNFOUND = 0.3;
  private static final double FRESH = 0.6;

  /** Creates the agent; it has no state. */
  public IntentAgent() {}

  @Override
  public AgentSpec<IntentSignals> spec() {
    return AgentSpec.writing(IntentSignals.KEY)
        .named("intent")
        .reading(PainPoints.KEY, BuyingTriggers.KEY, ExternalIntelligence.KEY)
        .readingContext()
        .readingDate()
        .version(1);
  }

  @Override
  public IntentSignals byRules(AgentInput input) {
    boolean searched = input.get(ExternalIntelligence.KEY).wasSearched();
    BuyingTriggers triggers = input.get(BuyingTriggers.KEY);
    LocalDate today = input.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    return new IntentSignals(
        intent(triggers, searched), urgency(triggers, today, searched), alignment(input, searched));
  }

  private static double most(double low, boolean searched) {
    return searched ? Math.min(1, low + UNFOUND) : 1;
  }

  private static Score intent(BuyingTriggers triggers, boolean searched) {
    List<Score.Part> parts = new ArrayList<>();
    double without = 1;
    for (BuyingTriggers.Item item : triggers.triggers()) {
      double strength = item.strength().middle();
      without *= 1 - item.kind().weight() * strength;
      parts.add(new Score.Part(item.id(), item.strength(), item.kind().weight()));
    }
    double low = 1 - without;
    return new Score(new ScoreRange(low, Math.max(low, most(low, searched))), parts);
  }

  private static Score urgency(BuyingTriggers triggers, LocalDate today, boolean searched) {
    double deadline =
        triggers.triggers().stream()
            .map(t -> t.endsOn().value())
            .flatMap(Optional::stream)
            .mapToDouble(date -> deadline(date, today))
            .max()
            .orElse(0);
    double freshest =
        triggers.triggers().stream().mapToDouble(t -> t.strength().low()).max().orElse(0);
    double low = Math.max(deadline, FRESH * freshest);
    return new Score(
        new ScoreRange(low, Math.max(low, most(low, searched))),
        List.of(
            new Score.Part("deadline", ScoreRange.exactly(deadline), 1),
            new Score.Part("freshest", ScoreRange.exactly(freshest), FRESH)));
  }

  private static double deadline(PartialDate until, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, until.last());
    if (days < 0) {
      return 0;
    }
    return days <= 30 ? 1 : days <= 90 ? 0.7 : days <= 180 ? 0.4 : 0;
  }

  private static Score alignment(AgentInput input, boolean searched) {
    List<String> asked = new Seller(input.context()).items(Items.PAINS);
    List<Score.Part> parts = new ArrayList<>();
    for (String pain : asked) {
      double strength =
          input.get(PainPoints.KEY).pains().stream()
              .filter(p -> p.solves().equals(pain))
              .mapToDouble(PainPoints.Pain::strength)
              .max()
              .orElse(0);
      ScoreRange value = new ScoreRange(strength, most(strength, searched));
      parts.add(new Score.Part(pain, value, 1.0 / asked.size()));
    }
    return Score.mean(parts);
  }
}
