package dev.prospector.benchmark.machines;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Demand;
import dev.prospector.agent.ModelAgent;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Request;

/** A step that is one paid call. */
record PaidAgent(AgentSpec<Mark> spec) implements ModelAgent<Mark> {

  private static final int LONGEST_ANSWER = 1_000;

  @Override
  public String promptVersion() {
    return "1";
  }

  @Override
  public Demand demand() {
    return Demand.always(question("1 1"));
  }

  @Override
  public Mark byModel(AgentInput input, LanguageModel model) throws InterruptedException {
    String material = Sequence.number(input.lead().id().value()) + " " + Sequence.number(spec.id());
    return new Mark(model.ask(question(material)).text());
  }

  private static Request question(String material) {
    return new Request("answer", material, "", LONGEST_ANSWER, "");
  }

  /** Never taken while the provider answers: the check finds its calls missing otherwise. */
  @Override
  public Mark byRules(AgentInput input) {
    return new Mark("");
  }
}
