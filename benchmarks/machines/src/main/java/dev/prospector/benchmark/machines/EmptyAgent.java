package dev.prospector.benchmark.machines;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;

/** A step that does what the peers' steps do. */
record EmptyAgent(AgentSpec<Mark> spec) implements Agent<Mark> {

  @Override
  public Mark byRules(AgentInput input) {
    return new Mark(Work.step());
  }
}
