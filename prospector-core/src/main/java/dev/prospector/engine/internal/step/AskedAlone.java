package dev.prospector.engine.internal.step;

import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Question;
import dev.prospector.engine.internal.lookup.StepLookUps;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Plan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One agent's question about one lead, whichever model is asked. Confined to one step. */
final class AskedAlone<T> {

  private final LeadExecution lead;
  private final Plan.Step step;
  private final ModelAgent<T> agent;
  private final StepLookUps lookUps;
  private final GuardedModel guarded;
  private @Nullable Optional<Question> question;

  AskedAlone(
      LeadExecution lead,
      Plan.Step step,
      ModelAgent<T> agent,
      StepLookUps lookUps,
      GuardedModel guarded) {
    this.lead = lead;
    this.step = step;
    this.agent = agent;
    this.lookUps = lookUps;
    this.guarded = guarded;
  }

  ModelAgent<T> agent() {
    return agent;
  }

  GuardedModel guarded() {
    return guarded;
  }

  /** Returns what is asked about the lead; made once, and the same for every model. */
  Optional<Question> question() throws InterruptedException {
    Optional<Question> made = question;
    if (made == null) {
      made = agent.question(input());
      question = made;
    }
    return made;
  }

  /** Returns what the agent sees, anew for each reading. */
  StepInput input() {
    return new StepInput(step, lead, lookUps);
  }

  AskCall call(LanguageModel model, int place, Question about) {
    return new AskCall(
        model, place, agent.prompt(), guarded, lead.redaction().of(lead.lead(), about.people()));
  }
}
