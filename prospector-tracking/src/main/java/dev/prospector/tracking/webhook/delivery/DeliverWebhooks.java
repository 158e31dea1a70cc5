package dev.prospector.tracking.webhook.delivery;

import dev.prospector.error.ConfigurationException;
import dev.prospector.http.HttpTransport;
import dev.prospector.run.Threads;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.EndpointListener;
import dev.prospector.tracking.webhook.UrlPolicy;
import dev.prospector.tracking.webhook.WebhookStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what a store holds. Any number of processes may do so from one store.
 *
 * <p>Every message is attempted at least once, and again by the schedule until it is taken: a
 * process that dies in the middle of an attempt leaves a message that is sent once more, under the
 * same id. No attempt follows a redirect.
 *
 * <p>Safe for several threads.
 */
public final class DeliverWebhooks {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverWebhooks.class);

  private final WebhookStore store;
  private final Executor executor;
  private final Clock clock;
  private final Duration lease;
  private final AttemptDelivery attempts;
  private final Semaphore free;
  private final AtomicInteger reasonsToLook = new AtomicInteger();

  private DeliverWebhooks(Builder builder) {
    this.store = builder.store;
    this.executor = builder.executor;
    this.clock = builder.clock;
    this.lease = builder.timeout.multipliedBy(3);
    this.free = new Semaphore(builder.atOnce);
    this.attempts = new AttemptDelivery(builder);
  }

  /**
   * Returns a builder.
   *
   * @param executor makes the attempts, each of which waits for an answer: virtual threads, or as
   *     many threads as attempts {@link Builder#atOnce at once}. What it refuses is given back to
   *     the store
   */
  public static Builder builder(WebhookStore store, HttpTransport transport, Executor executor) {
    return new Builder(store, transport, executor);
  }

  /**
   * Hands to the executor what is due, as much as may be in flight at a time; an attempt that ends
   * makes room for what is due then. Returns without waiting for it.
   *
   * @throws dev.prospector.error.PortException if the store cannot be asked
   */
  public void deliverDue() {
    if (reasonsToLook.getAndIncrement() > 0) {
      return; // The thread that is looking now will look once more.
    }
    int seen = 1;
    try {
      do {
        handOver();
        seen = reasonsToLook.addAndGet(-seen);
      } while (seen > 0);
    } catch (RuntimeException | Error e) {
      reasonsToLook.set(0);
      throw e;
    }
  }

  /**
   * Goes on delivering until the result is closed.
   *
   * @param pause between two looks at the store, for what becomes due by time or comes from other
   *     processes; {@link #deliverDue} may be called at any time besides
   */
  public Threads.Background start(Threads threads, Duration pause) {
    return threads.every(pause, "prospector-webhooks", this::lookAgain);
  }

  private void lookAgain() {
    try {
      deliverDue();
    } catch (RuntimeException e) {
      LOG.warn("webhooks cannot be delivered for the moment", e);
    }
  }

  private void handOver() {
    int most = free.drainPermits();
    int handed = 0;
    try {
      List<DeliveryClaim> claims =
          most == 0 ? List.of() : store.claim(most, clock.instant(), lease);
      for (DeliveryClaim claim : claims) {
        // Counted first: an attempt may be over before the executor returns.
        handed++;
        hand(claim);
      }
    } finally {
      free.release(most - handed);
    }
  }

  private void hand(DeliveryClaim claim) {
    try {
      executor.execute(() -> attempt(claim));
    } catch (RejectedExecutionException e) {
      free.release();
      store.release(claim);
    }
  }

  private void attempt(DeliveryClaim claim) {
    try {
      attempts.make(claim);
    } catch (InterruptedException e) {
      store.release(claim);
      Thread.currentThread().interrupt();
      return;
    } catch (RuntimeException e) {
      // The lease ends by itself, and the attempt is made again.
      LOG.warn("the end of an attempt to deliver a webhook could not be kept", e);
      return;
    } finally {
      free.release();
    }
    lookAgain();
  }

  /** Collects how to deliver. Confined to one thread. */
  public static final class Builder {

    final WebhookStore store;
    final HttpTransport transport;
    final Executor executor;
    Clock clock = Clock.systemUTC();
    RandomGenerator random = new SecureRandom();
    RetrySchedule schedule = RetrySchedule.standard();
    UrlPolicy urls = UrlPolicy.strict();
    EndpointListener listener = endpoint -> {};
    Duration timeout = Duration.ofSeconds(20);
    Duration disableAfter = Duration.ofDays(5);
    Duration pause = Duration.ofSeconds(30);
    int atOnce = 64;

    private Builder(WebhookStore store, HttpTransport transport, Executor executor) {
      this.store = store;
      this.transport = transport;
      this.executor = executor;
    }

    /** Sets the clock; the system's in UTC unless set. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** Sets where jitter comes from; used by one thread at a time. */
    public Builder random(RandomGenerator value) {
      random = value;
      return this;
    }

    /** Sets when attempts are made; {@link RetrySchedule#standard()} unless set. */
    public Builder schedule(RetrySchedule value) {
      schedule = value;
      return this;
    }

    /** Sets where messages may go; {@link UrlPolicy#strict()} unless set. */
    public Builder urls(UrlPolicy value) {
      urls = value;
      return this;
    }

    /** Sets the listener for endpoints that are disabled; none unless set. */
    public Builder listener(EndpointListener value) {
      listener = value;
      return this;
    }

    /** Sets how long an endpoint may take to answer; 20 seconds unless set. */
    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    /** Sets after how long of failures alone an endpoint is disabled; five days unless set. */
    public Builder disableAfter(Duration value) {
      disableAfter = value;
      return this;
    }

    /**
     * Sets how long nothing is sent to an endpoint that says it is overloaded (429, 502, 503, 504)
     * and does not say for how long; 30 seconds unless set.
     */
    public Builder pauseWhenOverloaded(Duration value) {
      pause = value;
      return this;
    }

    /** Sets how many attempts are under way at a time, in this process; 64 unless set. */
    public Builder atOnce(int value) {
      atOnce = value;
      return this;
    }

    /**
     * Returns what delivers.
     *
     * @throws ConfigurationException with all problems
     */
    public DeliverWebhooks build() {
      List<String> problems = new ArrayList<>();
      if (!isPositive(timeout)) {
        problems.add("the timeout is to be longer than zero, not " + timeout);
      }
      if (!isPositive(disableAfter)) {
        problems.add("endpoints cannot be disabled after " + disableAfter);
      }
      if (pause.isNegative()) {
        problems.add("overloaded endpoints cannot be paused for " + pause);
      }
      if (atOnce < 1) {
        problems.add("at least one attempt is to be made at once, not " + atOnce);
      }
      if (!transport.isGuarding() && !urls.allowsPrivateAddresses()) {
        problems.add(
            "the transport cannot be held to addresses that were checked: give the one of"
                + " dev.prospector:prospector-http-okhttp, or allow private addresses");
      }
      if (!problems.isEmpty()) {
        throw new ConfigurationException("delivery of webhooks", problems);
      }
      return new DeliverWebhooks(this);
    }

    private static boolean isPositive(Duration duration) {
      return !duration.isZero() && !duration.isNegative();
    }
  }
}
