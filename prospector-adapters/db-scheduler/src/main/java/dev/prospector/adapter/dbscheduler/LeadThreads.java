package dev.prospector.adapter.dbscheduler;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads of a serving process: virtual ones for leads where the platform has them. */
final class LeadThreads {

  private static final int HOUSEKEEPERS = 3;
  private static final @Nullable MethodHandle VIRTUAL = virtualExecutor();

  private LeadThreads() {}

  static ExecutorService forLeads(int leads) {
    if (VIRTUAL != null) {
      try {
        return (ExecutorService) VIRTUAL.invokeExact();
      } catch (Throwable e) {
        throw new IllegalStateException("the platform's virtual threads cannot be used", e);
      }
    }
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            leads, leads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("lead"));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  static ExecutorService forPolling() {
    return Executors.newSingleThreadExecutor(named("poll"));
  }

  /**
   * db-scheduler looks for the dead every second heartbeat, which would add that time to the lease,
   * and gives back what they had one by one. The look that is given here is taken in its place, as
   * often as for work.
   */
  static ScheduledThreadPoolExecutor forHousekeeping(
      DbSchedulerOptions options, Runnable lookForTheDead) {
    long heartbeat = options.heartbeat().toMillis();
    long poll = options.poll().toMillis();
    return new ScheduledThreadPoolExecutor(HOUSEKEEPERS, named("housekeeper")) {
      @Override
      public ScheduledFuture<?> scheduleWithFixedDelay(
          Runnable work, long initial, long delay, TimeUnit unit) {
        return unit.toMillis(delay) > heartbeat
            ? super.scheduleWithFixedDelay(lookForTheDead, poll, poll, TimeUnit.MILLISECONDS)
            : super.scheduleWithFixedDelay(work, initial, delay, unit);
      }
    };
  }

  /** Waits for the end of a thread; an interrupt does not shorten the wait, and is kept. */
  static void awaitEnd(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory named(String what) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "prospector-" + what + "-" + number.incrementAndGet());
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
