package dev.prospector.engine.internal;

import dev.prospector.engine.internal.control.RunControl;
import dev.prospector.engine.internal.stored.Member;
import dev.prospector.error.RunException;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.Run;
import dev.prospector.run.Threads;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** The runs on which an engine works, and how it leaves them. Safe for several threads. */
final class ActiveRuns {

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<RunControl> runs = new LinkedHashSet<>();
  private final Map<Dispatcher.Serving, Member> servings = new LinkedHashMap<>();
  private boolean closed;

  /** Throws if no more runs are taken. */
  void checkOpen() {
    lock.lock();
    try {
      if (closed) {
        throw new RunException("this Prospector is closed: build another one");
      }
    } finally {
      lock.unlock();
    }
  }

  <R extends RunControl> R add(R run) {
    lock.lock();
    try {
      checkOpen();
      runs.add(run);
      run.workplace().whenClosed(() -> remove(run));
      return run;
    } finally {
      lock.unlock();
    }
  }

  private void remove(RunControl run) {
    lock.lock();
    try {
      runs.remove(run);
    } finally {
      lock.unlock();
    }
  }

  /** Keeps a process' part in others' runs until it is closed. */
  Dispatcher.Serving add(Member member, Dispatcher.Serving serving) {
    Dispatcher.Serving both =
        new Dispatcher.Serving() {
          @Override
          public void close() {
            remove(this);
            serving.close();
            member.close();
          }
        };
    lock.lock();
    try {
      servings.put(both, member);
    } finally {
      lock.unlock();
    }
    return both;
  }

  private void remove(Dispatcher.Serving serving) {
    lock.lock();
    try {
      servings.remove(serving);
    } finally {
      lock.unlock();
    }
  }

  List<Run> all() {
    lock.lock();
    try {
      return List.copyOf(runs);
    } finally {
      lock.unlock();
    }
  }

  void close(Duration longest, Threads threads) {
    List<RunControl> left;
    Map<Dispatcher.Serving, Member> served;
    lock.lock();
    try {
      closed = true;
      left = List.copyOf(runs);
      served = Map.copyOf(servings);
      served.values().forEach(Member::leave);
      left.forEach(RunControl::endGently);
    } finally {
      lock.unlock();
    }
    await(left, threads.nanoTime() + longest.toNanos(), threads);
    left.forEach(RunControl::close);
    served.keySet().forEach(Dispatcher.Serving::close);
  }

  private static void await(List<RunControl> runs, long end, Threads threads) {
    try {
      for (RunControl run : runs) {
        Duration most = Duration.ofNanos(Math.max(0, end - threads.nanoTime()));
        if (!run.isOverWithin(most)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Who waits for us does not want to: end it at once.
    }
  }
}
