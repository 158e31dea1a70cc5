package dev.prospector.testkit.contract.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.testkit.Threads;
import dev.prospector.tracking.webhook.Attempt;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointState;
import dev.prospector.tracking.webhook.HealthChange;
import dev.prospector.tracking.webhook.PayloadFormat;
import dev.prospector.tracking.webhook.WebhookMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may make which attempt when. */
abstract class WebhookStoreClaims extends WebhookStoreCase {

  @Test
  void aDeliveryIsHeldByOneUntilItsLeaseIsOver() {
    store.add(endpoint(A, SETTINGS));
    happen(TENANT, leadFinished(2));
    DeliveryClaim first = claim(10).get(0);

    assertThat(first.until()).isEqualTo(NOW.plus(LEASE));
    assertThat(store.claim(10, NOW.plus(LEASE).minusMillis(1), LEASE)).isEmpty();
    DeliveryClaim second = store.claim(10, NOW.plus(LEASE), LEASE).get(0);
    assertThat(second.delivery()).isEqualTo(first.delivery());
    assertThat(second.token()).isGreaterThan(first.token());
    assertThat(store.settle(first, taken())).isEmpty();
    assertThat(all(A)).extracting(Delivery::state).containsExactly(DeliveryState.PENDING);
    assertThat(store.settle(second, taken())).isPresent();
    assertThat(store.settle(second, taken())).isEmpty();
    assertThat(all(A)).extracting(Delivery::state).containsExactly(DeliveryState.DELIVERED);
  }

  @Test
  void aDeliveryThatIsGivenBackIsAsItWas() {
    store.add(endpoint(A, SETTINGS));
    happen(TENANT, leadFinished(2));
    DeliveryClaim first = claim(10).get(0);
    store.release(first);
    DeliveryClaim second = claim(10).get(0);

    assertThat(second.delivery()).isEqualTo(first.delivery());
    store.release(first);
    assertThat(claim(10)).isEmpty();
  }

  @Test
  void whatFailedIsDueAgainWhenItIsSaid() {
    store.add(endpoint(A, SETTINGS));
    happen(TENANT, leadFinished(2));
    Instant due = NOW.plusSeconds(5);
    Attempt attempt = new Attempt(NOW.plusMillis(3), 500, "status 500");

    Optional<HealthChange> change = store.settle(claim(10).get(0), failed(attempt, due));

    assertThat(change.orElseThrow().before()).isEqualTo(EndpointHealth.NEW);
    assertThat(change.orElseThrow().after()).isEqualTo(store.find(TENANT, A).orElseThrow());
    assertThat(change.orElseThrow().after().health().failingSince()).contains(attempt.at());
    assertThat(store.claim(10, due.minusMillis(1), LEASE)).isEmpty();
    Delivery again = store.claim(10, due, LEASE).get(0).delivery();
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.due()).isEqualTo(due);
    assertThat(again.last()).contains(attempt);
    assertThat(again.message())
        .isEqualTo(WebhookMessage.of(TENANT, leadFinished(2), PayloadFormat.STANDARD));
  }

  @Test
  void noMoreAreOutThanTheLimitSays() {
    store.add(endpoint(A, unordered(3, 60_000)));
    for (int number = 1; number <= 5; number++) {
      happen(TENANT, leadFinished(number));
    }

    List<DeliveryClaim> three = claim(10);
    assertThat(three).hasSize(3);
    assertThat(claim(10)).isEmpty();
    store.settle(three.get(0), taken());
    store.release(three.get(1));
    assertThat(claim(10)).hasSize(2);
  }

  @Test
  void oneIsTriedAtATimeWhileAnEndpointFails() {
    store.add(endpoint(A, unordered(3, 60_000)));
    for (int number = 1; number <= 5; number++) {
      happen(TENANT, leadFinished(number));
    }
    claim(3).forEach(claim -> store.settle(claim, failed(attempt(), NOW.plusSeconds(60))));

    List<DeliveryClaim> one = claim(10);
    assertThat(one).hasSize(1);
    assertThat(claim(10)).isEmpty();
    store.settle(one.get(0), taken());
    assertThat(store.claim(10, NOW.plusSeconds(60), LEASE)).hasSize(3);
  }

  @Test
  void attemptsAreSpacedByTheRate() {
    store.add(endpoint(A, unordered(1_000, 120)));
    for (int number = 1; number <= 300; number++) {
      happen(TENANT, leadFinished(number));
    }

    int claimed = 0;
    for (int tenth = 0; tenth < 600; tenth++) {
      int now = store.claim(1_000, NOW.plusMillis(100L * tenth), Duration.ofHours(1)).size();
      assertThat(now).isLessThanOrEqualTo(2);
      claimed += now;
    }

    assertThat(claimed).isBetween(119, 122);
  }

  @Test
  void nothingGoesOutToWhoeverIsPausedOrDisabled() {
    store.add(endpoint(A, SETTINGS));
    happen(TENANT, leadFinished(2));
    Instant until = NOW.plusSeconds(30);
    store.change(TENANT, A, e -> e.withHealth(e.health().paused(until)));

    assertThat(store.claim(10, until.minusMillis(1), LEASE)).isEmpty();
    health(EndpointState.DISABLED_BY_OWNER);
    assertThat(store.claim(10, until, LEASE)).isEmpty();
    health(EndpointState.ACTIVE);
    assertThat(store.claim(10, NOW, LEASE)).hasSize(1);
  }

  @Test
  void ofARunOneIsOutAtATimeInTheOrderOfItsEvents() {
    store.add(endpoint(A, SETTINGS));
    for (long number : new long[] {3, 1, 2}) {
      happen(TENANT, leadFinished(number));
      happen(TENANT, finished("run.2", number, LEAD));
    }

    List<String> order = new ArrayList<>();
    List<DeliveryClaim> claims = claim(10);
    while (!claims.isEmpty()) {
      assertThat(claims).hasSize(2);
      for (DeliveryClaim claim : claims) {
        order.add(claim.delivery().message().run() + " " + claim.delivery().message().number());
        store.settle(claim, taken());
      }
      claims = claim(10);
    }

    assertThat(order.stream().filter(o -> o.startsWith("run.1")))
        .containsExactly("run.1 1", "run.1 2", "run.1 3");
    assertThat(order.stream().filter(o -> o.startsWith("run.2")))
        .containsExactly("run.2 1", "run.2 2", "run.2 3");
  }

  @Test
  void whatFailedHoldsUpNothingButComesFirstWhenItIsDue() {
    store.add(endpoint(A, SETTINGS));
    happen(TENANT, leadFinished(1));
    happen(TENANT, leadFinished(2));
    happen(TENANT, leadFinished(3));
    Instant due = NOW.plusSeconds(5);
    store.settle(claim(10).get(0), failed(attempt(), due));

    DeliveryClaim second = claim(10).get(0);
    assertThat(second.delivery().message().number()).isEqualTo(2);
    store.settle(second, taken());
    List<DeliveryClaim> next = store.claim(10, due, LEASE);
    assertThat(next).extracting(c -> c.delivery().message().number()).containsExactly(1L);
  }

  /** A node's clock that runs ahead does not change the order, and holds nothing up. */
  @Test
  void anEventOfTheFutureIsSentAtOnceAndInOrder() {
    store.add(endpoint(A, SETTINGS));
    happen(TENANT, finished("run.1", 1, LEAD, NOW.plusSeconds(60)));
    happen(TENANT, finished("run.1", 2, LEAD, NOW.minusSeconds(60)));

    assertThat(claim(10)).extracting(c -> c.delivery().message().number()).containsExactly(1L);
  }

  @Test
  void endpointsTakeTurns() {
    store.add(endpoint(A, unordered(10, 60_000)));
    store.add(endpoint(B, unordered(10, 60_000)));
    store.add(ofOther(A));
    for (int number = 1; number <= 5; number++) {
      happen(TENANT, leadFinished(number));
    }
    happen(OTHER, leadFinished(1));

    assertThat(claim(3))
        .extracting(c -> c.delivery().message().tenant() + " " + c.delivery().endpoint())
        .containsExactlyInAnyOrder("one a", "one b", "other a");
    assertThat(claim(2))
        .extracting(c -> c.delivery().endpoint().value())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void ofManyWhoClaimAtOnceNoTwoGetTheSameMessage() throws Exception {
    store.add(endpoint(A, unordered(1_000, 600_000)));
    store.add(endpoint(B, unordered(1_000, 600_000)));
    for (int number = 1; number <= 100; number++) {
      happen(TENANT, leadFinished(number));
    }

    List<List<String>> claimed =
        Threads.all(
            8,
            thread -> {
              List<String> mine = new ArrayList<>();
              List<DeliveryClaim> claims = claim(5);
              while (!claims.isEmpty()) {
                for (DeliveryClaim claim : claims) {
                  mine.add(claim.delivery().endpoint() + " " + claim.delivery().message().id());
                  assertThat(store.settle(claim, taken())).isPresent();
                }
                claims = claim(5);
              }
              return mine;
            });

    assertThat(claimed.stream().flatMap(List::stream)).hasSize(200).doesNotHaveDuplicates();
  }
}
