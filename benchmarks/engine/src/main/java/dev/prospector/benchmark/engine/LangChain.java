package dev.prospector.benchmark.engine;

import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import java.util.Map;
import java.util.concurrent.Executor;

/** LangChain4j-agentic: a workflow of sixteen agent actions, invoked once per lead; no journal. */
record LangChain(String name, UntypedAgent workflow) implements Contender {

  static LangChain sequence() {
    return new LangChain(
        "LangChain4j-agentic, sequence of 16",
        AgenticServices.sequenceBuilder().subAgents(actions()).build());
  }

  static LangChain parallel(Executor pool) {
    return new LangChain(
        "LangChain4j-agentic, 16 in parallel, 2 threads",
        AgenticServices.parallelBuilder().subAgents(actions()).executor(pool).build());
  }

  @Override
  public void run(int leads) {
    for (int i = 0; i < leads; i++) {
      workflow.invoke(Map.of("lead", i));
    }
  }

  private static Object[] actions() {
    Object[] actions = new Object[Work.AGENTS];
    for (int k = 0; k < Work.AGENTS; k++) {
      String key = Work.key(k);
      actions[k] = AgenticServices.agentAction(scope -> scope.writeState(key, Work.step()));
    }
    return actions;
  }
}
