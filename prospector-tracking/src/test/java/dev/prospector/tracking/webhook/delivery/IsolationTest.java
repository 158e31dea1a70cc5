package dev.prospector.tracking.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.http.HttpUrl;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryLimits;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One endpoint that hangs, beside others that do not; with real threads and no clock. */
class IsolationTest extends DeliveryCase {

  private static final int MESSAGES = 1_000;
  private static final int OTHERS = 5;
  private static final DeliveryLimits FAST =
      new DeliveryLimits(4, 60_000_000, DeliveryLimits.Order.NONE);

  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final CountDownLatch allHang = new CountDownLatch(FAST.concurrency());
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger hanging = new AtomicInteger();
  private final AtomicInteger mostHanging = new AtomicInteger();

  @AfterEach
  void end() {
    release.countDown();
    threads.shutdownNow();
  }

  private Receivers.Receiver hang() {
    return request -> {
      mostHanging.accumulateAndGet(hanging.incrementAndGet(), Math::max);
      allHang.countDown();
      release.await();
      hanging.decrementAndGet();
      return Receivers.status(200);
    };
  }

  @Test
  void anEndpointThatHangsHoldsUpNobodyElse() throws Exception {
    CountDownLatch others = new CountDownLatch(OTHERS * MESSAGES);
    receivers.at(URL_A, hang());
    register(A, URL_A, FAST);
    for (int i = 0; i < OTHERS; i++) {
      String url = URL_B + i;
      register(EndpointId.of("b" + i), url, FAST);
      receivers.at(
          url,
          request -> {
            others.countDown();
            return Receivers.status(200);
          });
    }
    for (int number = 1; number <= MESSAGES; number++) {
      happen(number);
    }
    DeliverWebhooks concurrent = concurrently();

    concurrent.deliverDue();

    // While as many of them hang as may, all the others have everything.
    assertThat(allHang.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(others.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(hanging).hasValue(FAST.concurrency());
    assertThat(receivers.at(URL_A)).isEmpty();
    release.countDown();
    untilAllEnded();
    assertThat(mostHanging).hasValue(FAST.concurrency());
    assertThat(receivers.at(URL_A)).hasSize(MESSAGES);
  }

  @Test
  void severalProcessesDeliverEachMessageOnce() throws Exception {
    List<DeliverWebhooks> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(concurrently());
    }
    Set<String> twice = ConcurrentHashMap.newKeySet();
    Set<String> once = ConcurrentHashMap.newKeySet();
    receivers.at(
        URL_A,
        request -> {
          String id = request.headers().getOrDefault("webhook-id", "");
          if (!once.add(id)) {
            twice.add(id);
          }
          return Receivers.status(200);
        });
    register(A, URL_A, FAST.withConcurrency(16));
    for (int number = 1; number <= MESSAGES; number++) {
      happen(number);
      processes.get(number % 4).deliverDue();
    }
    untilAllEnded();

    assertThat(once).hasSize(MESSAGES);
    assertThat(twice).isEmpty();
  }

  @Test
  void inOrderMeansInOrderHoweverManyThreadsThereAre() throws Exception {
    register(A, URL_A, FAST.withConcurrency(16).withOrder(DeliveryLimits.Order.PER_RUN));
    for (int number = 1; number <= MESSAGES; number++) {
      happen(number);
    }
    concurrently().deliverDue();
    untilAllEnded();

    List<Integer> numbers =
        receivers.ledger().stream()
            .map(r -> r.body().replaceAll(".*\"number\":(\\d+).*", "$1"))
            .map(Integer::valueOf)
            .toList();
    assertThat(numbers).hasSize(MESSAGES).isSorted();
  }

  private DeliverWebhooks concurrently() {
    return DeliverWebhooks.builder(store, receivers, threads)
        .clock(clock)
        .random(NO_JITTER)
        .urls(URLS)
        .atOnce(16)
        .build();
  }

  private void register(EndpointId id, String url, DeliveryLimits limits) {
    webhooks.register(TENANT, id, EndpointSettings.of(HttpUrl.parse(url)).withLimits(limits));
  }

  private void untilAllEnded() throws InterruptedException {
    DeliveryFilter pending = DeliveryFilter.to(A).in(DeliveryState.PENDING);
    while (!webhooks.deliveries(TENANT, pending, java.util.Optional.empty(), 1).isEmpty()) {
      Thread.sleep(1);
    }
  }
}
