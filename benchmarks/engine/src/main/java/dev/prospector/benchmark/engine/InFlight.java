package dev.prospector.benchmark.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Bounds the leads that hand-written code has under way to a thousand. */
final class InFlight {

  private static final int LEADS = 1_000;

  private final Semaphore permits = new Semaphore(LEADS);

  /** Starts a lead as soon as there is room for it. */
  void start(Supplier<? extends CompletableFuture<?>> lead) throws InterruptedException {
    permits.acquire();
    var unused = lead.get().whenComplete((state, failure) -> permits.release());
  }

  void awaitAll() throws InterruptedException {
    permits.acquire(LEADS);
  }
}
