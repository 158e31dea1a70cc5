package dev.prospector.engine.internal.lead;

import dev.prospector.lead.LeadId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has a lead that stands several times in an input worked on once at a time, so that the second
 * time finds what the first one found out. Safe for several threads.
 */
public final class LeadTurns {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<LeadId, Queue<Runnable>> waiting = new HashMap<>();

  /** Returns whether it is the lead's turn now; else the work is begun when it is. */
  public boolean isNow(LeadId lead, Runnable work) {
    lock.lock();
    try {
      Queue<Runnable> others = waiting.get(lead);
      if (others != null) {
        others.add(work);
        return false;
      }
      waiting.put(lead, new ArrayDeque<>(0));
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends a turn, and begins the next one if somebody waits. */
  public void end(LeadId lead, Executor workers) {
    Runnable next;
    lock.lock();
    try {
      Queue<Runnable> others = waiting.getOrDefault(lead, new ArrayDeque<>(0));
      next = others.poll();
      if (next == null) {
        waiting.remove(lead);
      }
    } finally {
      lock.unlock();
    }
    if (next != null) {
      workers.execute(next);
    }
  }
}
