package dev.prospector.benchmark.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The waiting graph by hand: what this machine allows without any engine. */
final class HandWrittenWaiting {

  private HandWrittenWaiting() {}

  /** One lead after another, and of each one agent after another. */
  static Waiting oneAfterAnother(int leads) {
    return new Waiting("one agent after another", leads, 1, 1, HandWrittenWaiting::inOrder);
  }

  /** Every agent as soon as its inputs are there, on a pool of as many threads as steps at once. */
  static Waiting futures(int leads, int stepsAtOnce) {
    return new Waiting(
        "CompletableFuture, " + stepsAtOnce + " threads",
        leads,
        leads,
        stepsAtOnce,
        count -> onPool(count, stepsAtOnce));
  }

  private static void inOrder(int leads) throws InterruptedException {
    for (int i = 0; i < leads * WaitingGraph.NODES.size(); i++) {
      String value = WaitingGraph.step();
      assert !value.isEmpty();
    }
  }

  private static void onPool(int leads, int threads) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      InFlight flight = new InFlight();
      for (int i = 0; i < leads; i++) {
        flight.start(() -> lead(pool));
      }
      flight.awaitAll();
    } finally {
      pool.shutdown();
    }
  }

  private static CompletableFuture<?> lead(Executor pool) {
    Map<String, CompletableFuture<String>> steps = new HashMap<>();
    for (WaitingGraph.Node node : WaitingGraph.NODES) {
      CompletableFuture<?>[] inputs =
          node.reads().stream().map(steps::get).toArray(CompletableFuture<?>[]::new);
      steps.put(
          node.name(), CompletableFuture.allOf(inputs).thenApplyAsync(ready -> waited(), pool));
    }
    List<String> names = WaitingGraph.NODES.stream().map(WaitingGraph.Node::name).toList();
    return CompletableFuture.allOf(
        names.stream().map(steps::get).toArray(CompletableFuture<?>[]::new));
  }

  private static String waited() {
    try {
      return WaitingGraph.step();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
