package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.need.IntentSignals;
import dev.prospector.agents.need.PainPoints;
import java.util.Optional;

/** What the agents of need and intent found, where the pipeline has them. */
final class Found {

  private Found() {}

  /** Returns the need with the strongest pain, where that says more than the pages alone. */
  static Factor need(Factor need, AgentInput input, Wording wording) {
    Optional<PainPoints.Pain> pain =
        input.find(PainPoints.KEY).flatMap(p -> p.pains().stream().findFirst());
    return pain.filter(p -> p.strength() > need.value().low())
        .map(
            p ->
                Reach.factor(
                    Factor.Kind.NEED,
                    new ScoreRange(p.strength(), 1),
                    wording.say("need.pain", p.statement().text(), p.solves()),
                    p.statement().basis()))
        .orElse(need);
  }

  /** Returns the timing with the intent computed from the triggers, where that is more. */
  static Factor timing(Factor timing, AgentInput input, Wording wording) {
    double low = input.find(IntentSignals.KEY).map(i -> i.intent().range().low()).orElse(0.0);
    return low > timing.value().low()
        ? Reach.factor(
            Factor.Kind.TIMING,
            new ScoreRange(low, 1),
            wording.say("timing.intent", low),
            timing.evidence())
        : timing;
  }
}
