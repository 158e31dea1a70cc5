package dev.prospector.benchmark.engine;

import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.checkpoint.MemorySaver;
import org.bsc.langgraph4j.state.AgentState;

/**
 * LangGraph4j: a graph of sixteen nodes in a row, invoked once per lead.
 *
 * @param saver whether every step is checkpointed by its MemorySaver, one thread id per lead
 * @param callers how many threads invoke the graph, each its share of the leads
 */
record LangGraph(boolean saver, int callers, ExecutorService pool) implements Contender {

  @Override
  public String name() {
    return "LangGraph4j, "
        + (saver ? "MemorySaver" : "no checkpoints")
        + (callers == 1 ? ", 1 caller" : ", " + callers + " callers");
  }

  @Override
  public void run(int leads) throws Exception {
    CompiledGraph<AgentState> graph = graph();
    if (callers == 1) {
      invoke(graph, 0, leads, 1);
      return;
    }
    List<Future<?>> shares = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      int first = caller;
      shares.add(pool.submit(() -> invoke(graph, first, leads, callers)));
    }
    for (Future<?> share : shares) {
      share.get();
    }
  }

  private void invoke(CompiledGraph<AgentState> graph, int first, int leads, int stride) {
    for (int i = first; i < leads; i += stride) {
      Map<String, Object> input = Map.of("lead", i);
      RunnableConfig config =
          saver
              ? RunnableConfig.builder().threadId("t" + i).build()
              : RunnableConfig.builder().build();
      if (graph.invoke(input, config).isEmpty()) {
        throw new IllegalStateException("lead " + i + " ended without a state");
      }
    }
  }

  private CompiledGraph<AgentState> graph() throws GraphStateException {
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    String previous = StateGraph.START;
    for (int k = 0; k < Work.AGENTS; k++) {
      String key = Work.key(k);
      graph.addNode(key, node_async(state -> Map.of(key, Work.step())));
      graph.addEdge(previous, key);
      previous = key;
    }
    graph.addEdge(previous, StateGraph.END);
    CompileConfig.Builder config = CompileConfig.builder().recursionLimit(100);
    if (saver) {
      config.checkpointSaver(new MemorySaver());
    }
    return graph.compile(config.build());
  }
}
