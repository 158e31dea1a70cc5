package dev.prospector.spring;

import java.util.concurrent.Executor;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Threads for what goes on beside runs: deliveries, and those who follow a run. They are our own
 * and no bean of their own, so that the application keeps its executors as they are; virtual where
 * the application has switched those on.
 */
final class BackgroundThreads implements AutoCloseable {

  private static final int MOST_PLATFORM_THREADS = 64;
  private static final int VIRTUAL_SINCE = 21;

  private final SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("prospector-");
  private final boolean virtual;

  BackgroundThreads(Environment environment) {
    this.virtual =
        Runtime.version().feature() >= VIRTUAL_SINCE
            && environment.getProperty("spring.threads.virtual.enabled", Boolean.class, false);
    executor.setVirtualThreads(virtual);
    if (!virtual) {
      executor.setDaemon(true);
      executor.setConcurrencyLimit(MOST_PLATFORM_THREADS);
      executor.setRejectTasksWhenLimitReached(true);
    }
  }

  Executor executor() {
    return executor;
  }

  boolean areVirtual() {
    return virtual;
  }

  @Override
  public void close() {
    executor.close();
  }
}
