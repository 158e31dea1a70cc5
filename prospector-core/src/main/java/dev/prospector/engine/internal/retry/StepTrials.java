package dev.prospector.engine.internal.retry;

import dev.prospector.error.RunException;
import dev.prospector.store.LostHolders;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Counts the executions of a lead's steps during which a process died, so that no step ends one
 * process after the other. The second execution is written down before it begins; the third is
 * alone in its process, so that it alone can be to blame; and there is no fourth. Safe for several
 * threads.
 */
public final class StepTrials {

  /** No holder of the lead fell silent. */
  public static final StepTrials NONE = new StepTrials(LostHolders.NONE, executions -> {});

  private static final int MOST = 3;

  /** One for the whole process, as all of it ends with the step. */
  private static final ReentrantLock ALONE = new ReentrantLock();

  private final boolean suspected;
  private final boolean alone;
  private final Consumer<Map<String, Integer>> write;
  private final Set<String> begunHere = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> executions;

  /**
   * Creates the trials of a lead that was taken over.
   *
   * @param write makes the counts durable
   */
  public StepTrials(LostHolders lost, Consumer<Map<String, Integer>> write) {
    this.suspected = lost.count() > 0;
    this.alone = lost.executions().values().stream().anyMatch(count -> count >= MOST - 1);
    this.executions = new TreeMap<>(lost.executions());
    this.write = write;
  }

  /** Returns whether a process died while it held the lead. */
  public boolean areNeeded() {
    return suspected;
  }

  /** Returns whether the lead is to be worked on by itself, one step after the other. */
  public boolean areAlone() {
    return alone;
  }

  /**
   * A step is about to be executed. To be called where {@link #end} follows on the same thread.
   *
   * @param reads the steps whose results it reads: what was found out only now cannot have been
   *     read by a process that died before
   * @throws RunException if it must not be executed once more
   */
  public void begin(String step, Collection<String> reads) {
    if (!suspected) {
      return;
    }
    int before = before(step, reads);
    if (before >= MOST) {
      throw new RunException(
          "the process ended "
              + before
              + " times while this step ran, the last time while no other lead was worked on:"
              + " retry the failed leads once the cause is mended, such as too little memory");
    }
    begunHere.add(step);
    if (before == MOST - 1) {
      ALONE.lock();
    }
    count(step, before + 1);
  }

  private int before(String step, Collection<String> reads) {
    lock.lock();
    try {
      Integer counted = executions.get(step);
      if (counted != null) {
        return counted;
      }
      return reads.stream().anyMatch(begunHere::contains) ? 0 : 1;
    } finally {
      lock.unlock();
    }
  }

  private void count(String step, int times) {
    lock.lock();
    try {
      executions.put(step, times);
      write.accept(Map.copyOf(executions));
    } finally {
      lock.unlock();
    }
  }

  /** The step that was begun on this thread has ended, and the process has not. */
  public void end() {
    if (ALONE.isHeldByCurrentThread()) {
      ALONE.unlock();
    }
  }
}
