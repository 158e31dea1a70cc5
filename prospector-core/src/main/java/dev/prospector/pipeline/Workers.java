package dev.prospector.pipeline;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads of a run: virtual ones where the platform has them, else a bounded pool. */
final class Workers {

  /**
   * More platform threads than these cost more in switching than they gain, measured with 1,000
   * leads of four waiting steps; but never fewer than one for each lead.
   */
  private static final int MOST_PLATFORM_THREADS = 1024;

  private static final int SPARE = 16;
  private static final @Nullable MethodHandle VIRTUAL = virtualExecutor();

  private Workers() {}

  /**
   * Returns an executor for so many leads at a time, of which each may run so many steps side by
   * side.
   */
  static ExecutorService forLeads(String name, int leads, int stepsEach) {
    if (VIRTUAL != null) {
      try {
        return (ExecutorService) VIRTUAL.invokeExact();
      } catch (Throwable e) {
        throw new IllegalStateException("the platform's virtual threads cannot be used", e);
      }
    }
    long tasks = (long) leads * stepsEach;
    return pool(name, (int) Math.min(tasks, Math.max(leads + SPARE, MOST_PLATFORM_THREADS)));
  }

  /** Starts a thread of our own for work that waits most of the time. */
  static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Hands a task to an idle thread, else starts a thread, else lets the task wait. */
  private static ExecutorService pool(String name, int most) {
    LinkedTransferQueue<Runnable> queue =
        new LinkedTransferQueue<>() {
          private static final long serialVersionUID = 1;

          @Override
          public boolean offer(Runnable task) {
            return tryTransfer(task);
          }
        };
    return new ThreadPoolExecutor(
        Math.min(2, most), most, 5, TimeUnit.SECONDS, queue, factory(name), Workers::enqueue);
  }

  private static void enqueue(Runnable task, ThreadPoolExecutor pool) {
    if (pool.isShutdown()) {
      throw new RejectedExecutionException("the run has ended");
    }
    pool.getQueue().add(task);
  }

  private static ThreadFactory factory(String name) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  private static @Nullable MethodHandle virtualExecutor() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Executors.class,
              "newVirtualThreadPerTaskExecutor",
              MethodType.methodType(ExecutorService.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null; // A platform before 21.
    }
  }
}
