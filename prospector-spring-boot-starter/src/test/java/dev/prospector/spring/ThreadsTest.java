package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.spring.internal.BackgroundThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Work beside runs has threads of its own. */
class ThreadsTest {

  @Test
  void theyAreVirtualWhereTheApplicationSaysSoAndTheJdkHasThem() {
    MockEnvironment on =
        new MockEnvironment().withProperty("spring.threads.virtual.enabled", "true");
    try (BackgroundThreads threads = new BackgroundThreads(on, "test-", 1);
        BackgroundThreads others = new BackgroundThreads(new MockEnvironment(), "test-", 1)) {
      assertThat(threads.areVirtual()).isEqualTo(Runtime.version().feature() >= 21);
      assertThat(others.areVirtual()).isFalse();
    }
  }

  @Test
  void theyBearTheirNameAndDoNotKeepTheProcessAlive() {
    try (BackgroundThreads threads = new BackgroundThreads(new MockEnvironment(), "test-", 1)) {
      Thread worker =
          CompletableFuture.supplyAsync(Thread::currentThread, threads.executor()).join();
      assertThat(worker.getName()).startsWith("test-");
      assertThat(worker.isDaemon()).isTrue();
    }
  }

  @Test
  void whatIsMoreThanThereMayBeIsRefusedAndDoesNotWait() {
    CountDownLatch done = new CountDownLatch(1);
    try (BackgroundThreads threads = new BackgroundThreads(new MockEnvironment(), "test-", 1)) {
      CompletableFuture<Void> first =
          CompletableFuture.runAsync(() -> awaitQuietly(done), threads.executor());
      Assertions.assertThatThrownBy(() -> threads.executor().execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      done.countDown();
      first.join();
    }
  }

  private static void awaitQuietly(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
