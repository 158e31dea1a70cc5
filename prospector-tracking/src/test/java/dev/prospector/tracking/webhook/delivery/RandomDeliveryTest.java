package dev.prospector.tracking.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryLimits;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weeks of deliveries by several processes that die at any moment, to endpoints of every temper, in
 * an order drawn from a seed. What the senders say is compared with the receivers' own ledger.
 */
class RandomDeliveryTest extends DeliveryCase {

  private static final int[] STATUSES = {200, 200, 200, 204, 302, 400, 429, 500, 503};
  private static final int ENDPOINTS = 4;

  /** As many as the system property {@code prospector.webhook.seeds} says. */
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("prospector.webhook.seeds", 3));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsSaidToBeDeliveredWasAndNothingIsLost(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ENDPOINTS; i++) {
      int temper = i;
      receivers.at(URL_A + i, request -> Receivers.status(status(random, temper)));
      EndpointSettings settings =
          EndpointSettings.of(HttpUrl.parse(URL_A + i))
              .withLimits(
                  new DeliveryLimits(
                      1 + i,
                      600,
                      i % 2 == 0 ? DeliveryLimits.Order.PER_RUN : DeliveryLimits.Order.NONE));
      webhooks.register(TENANT, EndpointId.of("e" + i), settings);
    }
    Deque<Runnable> work = new ArrayDeque<>();
    List<DeliverWebhooks> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(
          DeliverWebhooks.builder(store, receivers, work::add)
              .clock(clock)
              .random(random)
              .urls(URLS)
              .atOnce(5)
              .build());
    }
    int events = 0;
    for (int step = 0; step < 6_000; step++) {
      if (step < 3_000 && random.nextInt(10) == 0) {
        store.enqueue(TENANT, event(random, ++events));
      }
      processes.get(random.nextInt(3)).deliverDue();
      // At first work piles up and its leases lapse; then it is done at once.
      for (int i = step < 3_000 ? random.nextInt(3) : 1_000; i > 0 && !work.isEmpty(); i--) {
        work.removeFirst().run();
      }
      if (random.nextInt(200) == 0) {
        work.clear(); // A process dies, and what it had taken with it.
        processes.replaceAll(p -> rebuilt(work, random));
      }
      clock.advance(Duration.ofSeconds(step < 3_000 ? random.nextInt(30) : random.nextInt(600)));
    }
    check(events);
  }

  private DeliverWebhooks rebuilt(Deque<Runnable> work, Random random) {
    return DeliverWebhooks.builder(store, receivers, work::add)
        .clock(clock)
        .random(random)
        .urls(URLS)
        .atOnce(5)
        .build();
  }

  private void check(int events) {
    for (int i = 0; i < ENDPOINTS; i++) {
      EndpointId id = EndpointId.of("e" + i);
      Map<String, List<Receivers.Received>> received =
          receivers.at(URL_A + i).stream().collect(Collectors.groupingBy(Receivers.Received::id));
      List<Delivery> said =
          webhooks.deliveries(TENANT, DeliveryFilter.to(id), Optional.empty(), 10_000);
      assertThat(said).hasSize(events);
      for (Delivery delivery : said) {
        List<Receivers.Received> got = received.getOrDefault(delivery.message().id(), List.of());
        assertThat(got)
            .extracting(Receivers.Received::body)
            .allMatch(delivery.message().body()::equals);
        // What a process that died had sent is not counted by anybody but the receiver.
        assertThat(got).hasSizeGreaterThanOrEqualTo(delivery.attempts());
        boolean taken = got.stream().anyMatch(r -> r.status() < 300);
        if (delivery.state() == DeliveryState.DELIVERED) {
          assertThat(taken).isTrue();
        }
        if (delivery.state() == DeliveryState.FAILED) {
          assertThat(delivery.attempts()).isEqualTo(10);
          assertThat(taken).isFalse();
        }
      }
    }
    Map<DeliveryState, Integer> states = new HashMap<>();
    deliveries(EndpointId.of("e0")).forEach(d -> states.merge(d.state(), 1, Integer::sum));
    assertThat(states).containsOnlyKeys(DeliveryState.DELIVERED);
  }

  private static int status(Random random, int temper) {
    return switch (temper) {
      case 0 -> 200;
      case 3 -> 500;
      default -> STATUSES[random.nextInt(STATUSES.length)];
    };
  }

  private RunEvent event(Random random, int number) {
    return new RunEvent.LeadFinished(
        new RunEvent.Position(
            RunId.of("run-" + random.nextInt(3)), number, clock.instant(), Tenant.DEFAULT),
        LeadId.of("lead"),
        LeadStatus.ENRICHED,
        "");
  }
}
