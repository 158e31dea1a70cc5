package dev.prospector.benchmark.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Group commit as it would be written in an afternoon: one thread, one transaction for a group. */
final class RawGroups implements AutoCloseable {

  private static final int MOST = 256;

  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  private record Waiting(RawRows rows, CompletableFuture<Void> done) {}

  RawGroups(RawStatements statements) {
    thread = new Thread(() -> run(statements), "raw-writer");
    thread.start();
  }

  void write(RawRows rows) {
    Waiting waiting = new Waiting(rows, new CompletableFuture<>());
    queue.add(waiting);
    waiting.done().join();
  }

  private void run(RawStatements statements) {
    try {
      while (true) {
        List<Waiting> group = new ArrayList<>();
        group.add(queue.take());
        queue.drainTo(group, MOST - 1);
        commit(statements, group);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private static void commit(RawStatements statements, List<Waiting> group) {
    try {
      statements.commit(group.stream().map(Waiting::rows).toList());
      group.forEach(waiting -> waiting.done().complete(null));
    } catch (SQLException e) {
      group.forEach(waiting -> waiting.done().completeExceptionally(e));
    }
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
