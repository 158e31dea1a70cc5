package dev.prospector.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.spring.internal.BackgroundThreads;
import jakarta.servlet.AsyncContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** Whoever is being told something is let go, and has gone when the application has ended. */
@Timeout(60)
class FollowersTest {

  private final AtomicInteger completed = new AtomicInteger();
  private final AsyncContext answer =
      (AsyncContext)
          Proxy.newProxyInstance(
              FollowersTest.class.getClassLoader(),
              new Class<?>[] {AsyncContext.class},
              (proxy, method, arguments) ->
                  method.getName().equals("complete") ? completed.incrementAndGet() : null);
  private final Followers followers =
      new Followers(new BackgroundThreads(new StandardEnvironment(), "follower-", 4));

  @Test
  void closeWaitsForThoseWhoAreLetGo() throws Exception {
    Thread closing = Thread.currentThread();
    CountDownLatch began = new CountDownLatch(1);
    AtomicBoolean gone = new AtomicBoolean();
    boolean told =
        followers.tell(
            answer,
            () -> {
              try {
                began.countDown();
                new CountDownLatch(1).await();
              } finally {
                awaitWaiting(closing);
                gone.set(true);
              }
            });
    began.await();
    followers.close();

    assertThat(told).isTrue();
    assertThat(gone).isTrue();
    assertThat(completed).hasValue(1);
  }

  /** Only a thread that waits for us sees us go. */
  private static void awaitWaiting(Thread other) {
    while (other.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void nobodyIsToldAnythingAfterTheEndBegan() {
    followers.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
    assertThat(followers.tell(answer, () -> {})).isFalse();
    assertThat(completed).hasValue(0);
    followers.close();
  }
}
