package dev.prospector.benchmark.engine;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;

/** An agent that does a benchmark's work and nothing else. */
record CountedAgent(AgentSpec<Mark> spec, Task task) implements Agent<Mark> {

  /** The work of one step. */
  interface Task {
    String run() throws InterruptedException;
  }

  @Override
  public Mark byRules(AgentInput input) throws InterruptedException {
    return new Mark(task.run());
  }
}
