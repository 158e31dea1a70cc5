package dev.prospector.benchmark.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that write one step after another until none is left. */
final class Writers {

  private Writers() {}

  /** Writes one step. */
  interface Step {
    void write(int index) throws Exception;
  }

  static void each(int writers, int steps, Step step) throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      FutureTask<Void> task =
          new FutureTask<>(
              () -> {
                for (int n = next.getAndIncrement(); n < steps; n = next.getAndIncrement()) {
                  step.write(n);
                }
                return null;
              });
      tasks.add(task);
      new Thread(task, "writer-" + i).start();
    }
    for (FutureTask<Void> task : tasks) {
      try {
        task.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a writer failed", e.getCause());
      }
    }
  }
}
