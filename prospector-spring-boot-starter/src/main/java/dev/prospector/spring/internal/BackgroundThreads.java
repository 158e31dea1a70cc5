package dev.prospector.spring.internal;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Threads for what goes on beside runs: deliveries, and those who follow a run. They are our own,
 * and no executor is a bean, so that the application keeps its own as they are; virtual where the
 * application has switched those on.
 */
public final class BackgroundThreads implements AutoCloseable {

  private static final int VIRTUAL_SINCE = 21;
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final SimpleAsyncTaskExecutor executor;
  private final boolean virtual;

  /**
   * Makes threads as they are wanted.
   *
   * @param name with which theirs begin
   * @param most at a time; what is more is refused, unless they are virtual
   */
  public BackgroundThreads(Environment environment, String name, int most) {
    this.virtual =
        Runtime.version().feature() >= VIRTUAL_SINCE
            && environment.getProperty("spring.threads.virtual.enabled", Boolean.class, false);
    this.executor = new SimpleAsyncTaskExecutor(name);
    executor.setCancelRemainingTasksOnClose(true);
    executor.setTaskTerminationTimeout(LONGEST_END.toMillis());
    if (virtual) {
      executor.setVirtualThreads(true);
    } else {
      executor.setDaemon(true);
      executor.setConcurrencyLimit(most);
      executor.setRejectTasksWhenLimitReached(true);
    }
  }

  /** Returns what runs work on them. */
  public Executor executor() {
    return executor;
  }

  /** Returns whether they are virtual. */
  public boolean areVirtual() {
    return virtual;
  }

  /** Interrupts what works on them, and gives it five seconds to end. */
  @Override
  public void close() {
    executor.close();
  }
}
