package dev.prospector.benchmark.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * The sum that JDK 21 and late updates of 17 keep over all threads, ended ones included. A virtual
 * thread's allocations are booked on the platform thread that carries it.
 */
final class ThreadCounter implements AllocatedBytes {

  private final MethodHandle total;

  private ThreadCounter(MethodHandle total) {
    this.total = total;
  }

  /** The counter, or empty where this JDK has none. */
  static Optional<ThreadCounter> find() {
    try {
      MethodHandle total =
          MethodHandles.publicLookup()
              .findVirtual(
                  com.sun.management.ThreadMXBean.class,
                  "getTotalThreadAllocatedBytes",
                  MethodType.methodType(long.class));
      return Optional.of(new ThreadCounter(total.bindTo(ManagementFactory.getThreadMXBean())));
    } catch (NoSuchMethodException | IllegalAccessException missing) {
      return Optional.empty();
    }
  }

  @Override
  public String method() {
    return "ThreadMXBean.getTotalThreadAllocatedBytes";
  }

  @Override
  public long total() {
    try {
      return (long) total.invokeExact();
    } catch (Throwable unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}
