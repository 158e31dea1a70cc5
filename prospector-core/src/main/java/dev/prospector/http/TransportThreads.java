package dev.prospector.http;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the JDK's client reads and writes: virtual ones where the platform has them,
 * else a few that end when nothing is to be done. They need not be closed.
 */
final class TransportThreads {

  /** They never wait for a server, so a few serve any number of requests. */
  private static final int MOST = 16;

  private static final int IDLE_SECONDS = 10;

  private TransportThreads() {}

  static Executor create() {
    try {
      MethodHandle virtual =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return (Executor) virtual.invoke();
    } catch (NoSuchMethodException e) {
      return pool(); // A platform before 21.
    } catch (Throwable e) {
      throw new IllegalStateException("the platform's virtual threads cannot be used", e);
    }
  }

  private static Executor pool() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "prospector-http-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
