package dev.prospector.adapter.dbscheduler;

import dev.prospector.error.PortException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes how assignments ended: it takes all that wait into one transaction
 * (batch). Workers do not wait for it, since nothing is lost with an answer: the assignment is
 * handed out again after the lease, to a process that is alive. Safe for several threads.
 */
final class AnswerWriter implements AutoCloseable {

  private static final int MOST_IN_A_GROUP = 500;
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_TRIES = 6;

  /** A process that ends one lead after another would otherwise make a transaction for each. */
  private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);

  private final ScheduledTable table;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition taken = lock.newCondition();
  private final Deque<Answer> queue = new ArrayDeque<>();
  private final Set<String> unwritten = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private boolean closed;

  AnswerWriter(ScheduledTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
    this.thread = new Thread(this::run, "prospector-dispatch-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Has an answer written soon, unless this is closed; waits where far too many wait already. */
  void add(Answer answer) {
    lock.lock();
    try {
      while (queue.size() >= MOST_WAITING && !closed) {
        taken.awaitUninterruptibly();
      }
      if (closed) {
        return;
      }
      queue.add(answer);
      unwritten.add(answer.key());
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    for (List<Answer> group = next(); !group.isEmpty(); group = next()) {
      write(group);
      group.forEach(answer -> unwritten.remove(answer.key()));
    }
  }

  /** Returns the assignments whose answers are still to be written. */
  Set<String> unwritten() {
    return unwritten;
  }

  /** Returns what waits; nothing when it is closed and everything is written. */
  private List<Answer> next() {
    lock.lock();
    try {
      while (queue.isEmpty() && !closed) {
        arrived.awaitUninterruptibly();
      }
      gather();
      List<Answer> group = new ArrayList<>(Math.min(queue.size(), MOST_IN_A_GROUP));
      while (group.size() < MOST_IN_A_GROUP && !queue.isEmpty()) {
        group.add(queue.remove());
      }
      taken.signalAll();
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void gather() {
    long left = GATHERING_NANOS;
    try {
      while (!closed && queue.size() < MOST_IN_A_GROUP && left > 0) {
        left = arrived.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // Only this class has the thread: after an interrupt a smaller group does no harm.
    }
  }

  private void write(List<Answer> group) {
    long pause = FIRST_PAUSE_NANOS;
    for (int tries = 1; ; tries++) {
      try {
        table.write(group, clock.instant());
        return;
      } catch (PortException e) {
        if (tries == MOST_TRIES) {
          LOG.warn(
              "{} leads were worked on, which could not be noted: they are asked for again: {}",
              group.size(),
              e.getMessage());
          return;
        }
        rest(pause);
        pause *= 2;
      }
    }
  }

  private static void rest(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      // Only this class has the thread: after an interrupt a shorter rest does no harm.
    }
  }

  /** Writes what waits, and ends the thread. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signal();
      taken.signalAll();
    } finally {
      lock.unlock();
    }
    LeadThreads.awaitEnd(thread);
  }
}
