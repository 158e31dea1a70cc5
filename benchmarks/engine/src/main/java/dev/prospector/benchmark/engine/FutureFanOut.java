package dev.prospector.benchmark.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Hand-written: one source stage, sixteen stages in parallel behind it, and a join. */
record FutureFanOut(Executor pool) implements Contender {

  @Override
  public String name() {
    return "CompletableFuture, source and 16 in parallel, 2 threads";
  }

  @Override
  public int stepsPerLead() {
    return Work.AGENTS + 1;
  }

  @Override
  public void run(int leads) throws InterruptedException {
    InFlight flight = new InFlight();
    for (int i = 0; i < leads; i++) {
      flight.start(this::lead);
    }
    flight.awaitAll();
  }

  private CompletableFuture<Map<String, String>> lead() {
    CompletableFuture<String> source = CompletableFuture.supplyAsync(Work::step, pool);
    List<CompletableFuture<String>> agents = new ArrayList<>(Work.AGENTS);
    for (int k = 0; k < Work.AGENTS; k++) {
      agents.add(source.thenApplyAsync(value -> Work.step(), pool));
    }
    return CompletableFuture.allOf(agents.toArray(CompletableFuture[]::new))
        .thenApply(done -> gathered(agents));
  }

  private static Map<String, String> gathered(List<CompletableFuture<String>> agents) {
    Map<String, String> state = new HashMap<>();
    for (int k = 0; k < agents.size(); k++) {
      state.put(Work.key(k), agents.get(k).join());
    }
    return state;
  }
}
