package dev.prospector.engine.internal.limit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The limit of one run on one resource. */
final class LocalLimit implements Limiter {

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Admission> queue = new LinkedHashSet<>();
  private int free;

  LocalLimit(int permits) {
    this.free = permits;
  }

  @Override
  public boolean take(Admission admission) {
    lock.lock();
    try {
      if (free == 0) {
        queue.add(admission);
        return false;
      }
      free--;
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable Admission giveBack() {
    lock.lock();
    try {
      if (queue.isEmpty()) {
        free++;
        return null;
      }
      Admission next = queue.iterator().next();
      queue.remove(next);
      return next;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean leave(Admission admission) {
    lock.lock();
    try {
      return queue.remove(admission);
    } finally {
      lock.unlock();
    }
  }
}
