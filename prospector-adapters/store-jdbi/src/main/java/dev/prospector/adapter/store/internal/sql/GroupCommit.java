package dev.prospector.adapter.store.internal.sql;

import dev.prospector.adapter.store.internal.database.Database;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes (group commit): it takes all waiting requests, up to 256, into one
 * transaction, and answers each caller after the commit. Those who were answered last are mostly
 * about to ask again: a group waits for them, though never for longer than a quarter of what the
 * last commit took. For a server it waits for half of them only, since the server works for these
 * while the others work here. Safe for several threads.
 */
public final class GroupCommit implements AutoCloseable {

  private static final int MOST = 256;
  private static final int MOST_TRIES = 5;
  private static final long MOST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** How long a connection is kept when nothing is to be written: pools believe it so long. */
  private static final long KEPT_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  private final WriterConnection connection;
  private final boolean worksBeside;
  private final Runnable beat;
  private final long beatNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<Waiting<?, ?>> queue = new ArrayDeque<>();
  private final Thread thread;
  private boolean closed;
  private int atOnce;
  private long waitNanos;

  private record Waiting<Q, R>(Write<Q, R> write, Q request, CompletableFuture<R> answer) {}

  /** The requests of one kind in a group, with their results once written. */
  private static final class Batch<Q, R> {
    private final List<Waiting<Q, R>> waiting = new ArrayList<>();
    private List<R> results = List.of();

    @SuppressWarnings("unchecked")
    public void add(Waiting<?, ?> one) {
      waiting.add((Waiting<Q, R>) one);
    }

    public int rank() {
      return waiting.get(0).write().rank();
    }

    public void write(Transaction transaction) throws SQLException {
      results =
          waiting
              .get(0)
              .write()
              .write(transaction, waiting.stream().map(Waiting::request).toList());
    }

    public void answer() {
      for (int i = 0; i < waiting.size(); i++) {
        waiting.get(i).answer().complete(results.get(i));
      }
    }
  }

  /**
   * Starts the thread.
   *
   * @param beat what else it does from time to time, in no transaction
   */
  public GroupCommit(Database database, Runnable beat, Duration every) {
    this.connection = new WriterConnection(database);
    this.worksBeside = connection.dialect() == Dialect.POSTGRESQL;
    this.beat = beat;
    this.beatNanos = every.toNanos();
    this.thread = new Thread(this::run, "prospector-store-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Returns the result of a write when it is durable. An interrupt does not stop the wait, which is
   * short, since the outcome of the write would be unknown then.
   *
   * @throws PortException if it failed
   */
  public <Q, R> R submit(Write<Q, R> write, Q request) {
    try {
      return offer(write, request).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** Returns what will be the result of a write, without waiting for it. */
  public <Q, R> CompletableFuture<R> offer(Write<Q, R> write, Q request) {
    Waiting<Q, R> waiting = new Waiting<>(write, request, new CompletableFuture<>());
    lock.lock();
    try {
      if (closed) {
        throw new PortException("store", "it is closed", RetryAdvice.never());
      }
      queue.add(waiting);
      if (queue.size() == 1 || queue.size() >= atOnce) {
        arrived.signal();
      }
      return waiting.answer();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    long last = System.nanoTime();
    while (true) {
      long left = last + beatNanos - System.nanoTime();
      List<Waiting<?, ?>> group = next(connection.isOpen() ? Math.min(left, KEPT_NANOS) : left);
      if (group.isEmpty()) {
        connection.release();
        if (isClosed()) {
          return;
        }
      } else {
        long begun = System.nanoTime();
        commit(group, MOST_TRIES);
        committed(group.size(), System.nanoTime() - begun);
      }
      if (System.nanoTime() - last >= beatNanos) {
        connection.release();
        beat();
        last = System.nanoTime();
      }
    }
  }

  private void committed(int requests, long nanos) {
    lock.lock();
    try {
      int asking = requests + queue.size();
      atOnce = Math.min(MOST, worksBeside ? (asking + 1) / 2 : asking);
      waitNanos = Math.min(MOST_WAIT_NANOS, nanos / 4);
    } finally {
      lock.unlock();
    }
  }

  private List<Waiting<?, ?>> next(long mostNanos) {
    lock.lock();
    try {
      long left = mostNanos;
      while (queue.isEmpty() && !closed && left > 0) {
        left = arrived.awaitNanos(left);
      }
      long patience = queue.isEmpty() ? 0 : waitNanos;
      while (queue.size() < atOnce && !closed && patience > 0) {
        patience = arrived.awaitNanos(patience);
      }
      List<Waiting<?, ?>> group = new ArrayList<>(Math.min(MOST, queue.size()));
      while (group.size() < MOST && !queue.isEmpty()) {
        group.add(queue.remove());
      }
      return group;
    } catch (InterruptedException e) {
      // Only this class has the thread: an interrupt gives it an empty group.
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private void commit(List<Waiting<?, ?>> group, int tries) {
    try {
      write(group);
    } catch (SQLException | RuntimeException | Error e) {
      if (tries > 1 && StoreFailure.isOfTwoProcesses(e)) {
        commit(group, tries - 1);
        return;
      }
      if (group.size() == 1 || !StoreFailure.isOfOneRequest(e)) {
        RuntimeException failure = StoreFailure.of(e);
        group.forEach(waiting -> waiting.answer().completeExceptionally(failure));
        return;
      }
      // One of them is bad: each for itself.
      group.forEach(waiting -> commit(List.of(waiting), tries));
    }
  }

  private void write(List<Waiting<?, ?>> group) throws SQLException {
    Map<Write<?, ?>, Batch<?, ?>> batches = new LinkedHashMap<>();
    for (Waiting<?, ?> waiting : group) {
      batches.computeIfAbsent(waiting.write(), w -> new Batch<>()).add(waiting);
    }
    List<Batch<?, ?>> inOrder =
        batches.values().stream().sorted(Comparator.comparingInt(Batch::rank)).toList();
    connection.inTransaction(
        transaction -> {
          for (Batch<?, ?> batch : inOrder) {
            batch.write(transaction);
          }
        });
    batches.values().forEach(Batch::answer);
  }

  private void beat() {
    try {
      beat.run();
    } catch (RuntimeException e) {
      LOG.warn("The store could not renew its leases: {}", StoreFailure.of(e).getMessage());
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed && queue.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Writes what waits, takes nothing more, and ends the thread. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(1));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
