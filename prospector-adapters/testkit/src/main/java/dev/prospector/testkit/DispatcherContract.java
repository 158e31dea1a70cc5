package dev.prospector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.port.Dispatcher;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every dispatcher of this process promises. Extend it, and return a dispatcher. */
public abstract class DispatcherContract {

  /** Creates the contract. */
  protected DispatcherContract() {}

  /** Returns a dispatcher that does its work in this process. */
  protected abstract Dispatcher dispatcher();

  @Test
  void workIsDone() throws Exception {
    CountDownLatch done = new CountDownLatch(3);
    Dispatcher dispatcher = dispatcher();
    for (int i = 0; i < 3; i++) {
      dispatcher.dispatch("key-" + i, done::countDown);
    }
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void workOfOneKeyIsDoneAtMostOnceAtATime() throws Exception {
    Dispatcher dispatcher = dispatcher();
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    Threads.all(
        8,
        i -> {
          dispatcher.dispatch(
              "key",
              () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
                done.countDown();
              });
          return i;
        });

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(most.get()).isEqualTo(1);
  }
}
