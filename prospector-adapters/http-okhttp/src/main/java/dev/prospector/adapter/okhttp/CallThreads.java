package dev.prospector.adapter.okhttp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that wait for servers, one for each request that is under way: virtual ones where the
 * platform has them. They end by themselves.
 */
final class CallThreads {

  private static final int IDLE_SECONDS = 10;

  private CallThreads() {}

  static ExecutorService create() {
    try {
      MethodHandle virtual =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return (ExecutorService) virtual.invoke();
    } catch (NoSuchMethodException e) {
      return pool(); // A platform before 21.
    } catch (Throwable e) {
      throw new IllegalStateException("the platform's virtual threads cannot be used", e);
    }
  }

  private static ExecutorService pool() {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "prospector-okhttp-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
