package dev.prospector.engine.internal.stored;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has some leads of a run worked on while no other lead of it is: those that may end the process.
 * Leads begin in the order in which they came, so that none waits for ever. Safe for several
 * threads.
 */
final class LoneLeads {

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int begun;
  private boolean lone;

  /** A lead that is to begin. */
  private record Waiting(boolean alone, Runnable work) {}

  /**
   * Has a lead begin now, on this thread, or as soon as it may.
   *
   * @param alone whether it waits until all others have ended, and others for it
   */
  void enter(boolean alone, Runnable work) {
    Waiting next = new Waiting(alone, work);
    lock.lock();
    try {
      if (!waiting.isEmpty() || !mayBegin(next)) {
        waiting.add(next);
        return;
      }
      begins(next);
    } finally {
      lock.unlock();
    }
    work.run();
  }

  /** A lead has ended that had begun. */
  void leave(Executor workers) {
    List<Runnable> next = new ArrayList<>();
    lock.lock();
    try {
      begun--;
      lone = false;
      Waiting first;
      while ((first = waiting.peek()) != null && mayBegin(first)) {
        waiting.remove();
        begins(first);
        next.add(first.work());
      }
    } finally {
      lock.unlock();
    }
    next.forEach(workers::execute);
  }

  private boolean mayBegin(Waiting next) {
    return begun == 0 || !lone && !next.alone();
  }

  private void begins(Waiting next) {
    begun++;
    lone = next.alone();
  }
}
