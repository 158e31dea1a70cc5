package dev.prospector.engine.internal.control;

import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.lead.Lead;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The input of a run, read by one thread. Another one may leave it at any time: a read that waits,
 * for a person, a search or a queue, is interrupted, and nothing is read any more.
 */
public final class RunInput implements Iterator<Lead> {

  /** So long a read is given to end when it is interrupted. */
  public static final Duration GRACE = Duration.ofSeconds(5);

  private final Iterator<Lead> leads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition away = lock.newCondition();
  private @Nullable Thread reading;
  private boolean left;
  private boolean interrupted;

  /** Reads leads of the host. */
  public RunInput(Iterator<Lead> leads) {
    this.leads = leads;
  }

  /**
   * @throws LeadAbandoned if the input was left
   */
  @Override
  public boolean hasNext() {
    return read(leads::hasNext);
  }

  /**
   * @throws LeadAbandoned if the input was left
   */
  @Override
  public Lead next() {
    return read(leads::next);
  }

  private <T> T read(Supplier<T> question) {
    begin();
    T answer;
    try {
      answer = question.get();
    } catch (RuntimeException | Error e) {
      if (end() && e instanceof RuntimeException) {
        throw abandoned(); // How a read takes our interrupt is not a failure of the list.
      }
      throw e;
    }
    if (end()) {
      throw abandoned();
    }
    return answer;
  }

  private static LeadAbandoned abandoned() {
    return new LeadAbandoned("the run was left before its input was read to the end");
  }

  private void begin() {
    lock.lock();
    try {
      if (left) {
        throw abandoned();
      }
      reading = Thread.currentThread();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the input was left meanwhile; no interrupt of ours outlives the read. */
  private boolean end() {
    lock.lock();
    try {
      reading = null;
      if (interrupted) {
        boolean unused = Thread.interrupted();
      }
      away.signalAll();
      return left;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the input was left, so that nothing is read any more. */
  public boolean isLeft() {
    lock.lock();
    try {
      return left;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Leaves the input: the read that goes on is interrupted. May be called again.
   *
   * @param longest how long to wait for that read, uninterruptibly
   * @return whether nobody reads any more
   */
  public boolean leave(Duration longest) {
    lock.lock();
    try {
      left = true;
      if (reading == null || reading == Thread.currentThread()) {
        return true;
      }
      interrupted = true;
      reading.interrupt();
      return isAwayWithin(longest);
    } finally {
      lock.unlock();
    }
  }

  private boolean isAwayWithin(Duration longest) {
    boolean told = false;
    long nanos = longest.toNanos();
    while (reading != null && nanos > 0) {
      try {
        nanos = away.awaitNanos(nanos);
      } catch (InterruptedException e) {
        told = true;
      }
    }
    if (told) {
      Thread.currentThread().interrupt();
    }
    return reading == null;
  }
}
