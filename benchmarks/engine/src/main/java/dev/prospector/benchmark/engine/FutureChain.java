package dev.prospector.benchmark.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Hand-written: sixteen asynchronous stages one after another, the leads bounded in flight. */
record FutureChain(Executor pool) implements Contender {

  @Override
  public String name() {
    return "CompletableFuture, chain of 16, 2 threads";
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
    CompletableFuture<Map<String, String>> stages =
        CompletableFuture.completedFuture(new HashMap<>());
    for (int k = 0; k < Work.AGENTS; k++) {
      int agent = k;
      stages =
          stages.thenApplyAsync(
              state -> {
                state.put(Work.key(agent), Work.step());
                return state;
              },
              pool);
    }
    return stages;
  }
}
