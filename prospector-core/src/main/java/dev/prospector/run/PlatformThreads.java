package dev.prospector.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Virtual threads where the platform has them, else a bounded pool. */
enum PlatformThreads implements Threads {
  INSTANCE;

  /**
   * More platform threads than these cost more in switching than they gain, measured with 1,000
   * leads of four waiting steps; but never fewer than one for each lead.
   */
  private static final int MOST_PLATFORM_THREADS = 1024;

  private static final int SPARE = 16;
  private static final @Nullable MethodHandle VIRTUAL = virtualExecutor();

  @Override
  public Workers workers(String name, int leads, int stepsEach) {
    ExecutorService executor = executor(name, leads, stepsEach);
    return new Workers() {
      @Override
      public void execute(Runnable work) {
        executor.execute(work);
      }

      @Override
      public void close() {
        executor.shutdown();
      }
    };
  }

  private static ExecutorService executor(String name, int leads, int stepsEach) {
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

  @Override
  public Background background(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return new Running(thread, () -> {});
  }

  @Override
  public Background every(Duration pause, String name, Runnable work) {
    Repetition repetition = new Repetition(pause.toNanos(), work);
    Thread thread = new Thread(repetition, name);
    thread.setDaemon(true);
    thread.start();
    return new Running(thread, repetition::end);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    // In whole milliseconds, rounded up: who waits for a turn is never too early.
    Thread.sleep(time.plusNanos(999_999).toMillis());
  }

  /** A thread of ours. */
  private record Running(Thread thread, Runnable ending) implements Background {
    @Override
    public void join() throws InterruptedException {
      thread.join();
    }

    @Override
    public void close() {
      ending.run();
    }
  }

  /** Work that is done again and again. */
  private static final class Repetition implements Runnable {
    private final long pauseNanos;
    private final Runnable work;
    private volatile boolean ended;

    Repetition(long pauseNanos, Runnable work) {
      this.pauseNanos = pauseNanos;
      this.work = work;
    }

    @Override
    public void run() {
      while (!ended) {
        LockSupport.parkNanos(this, pauseNanos);
        if (!ended) {
          work.run();
        }
      }
    }

    void end() {
      ended = true;
    }
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
        Math.min(2, most),
        most,
        5,
        TimeUnit.SECONDS,
        queue,
        factory(name),
        PlatformThreads::enqueue);
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
