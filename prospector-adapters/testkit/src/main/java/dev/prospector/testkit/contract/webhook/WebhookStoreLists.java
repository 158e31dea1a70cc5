package dev.prospector.testkit.contract.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.lead.LeadId;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryResult;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.WebhookMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How deliveries are listed, repeated and removed. */
abstract class WebhookStoreLists extends WebhookStoreCase {

  @Test
  void deliveriesAreListedPageByPageTheLatestFirst() {
    store.add(endpoint(A, SETTINGS));
    store.add(endpoint(B, SETTINGS));
    for (int number = 1; number <= 7; number++) {
      // Three of them at the same instant.
      happen(TENANT, finished("run.1", number, LEAD, NOW.plusSeconds(Math.min(number, 5))));
    }

    List<Delivery> paged = new ArrayList<>();
    List<Delivery> page = page(Optional.empty());
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      paged.addAll(page);
      page = page(Optional.of(page.get(page.size() - 1)));
    }

    assertThat(paged).hasSize(7).doesNotHaveDuplicates().isEqualTo(all(A));
    assertThat(paged)
        .isSortedAccordingTo(
            (a, b) -> {
              int byTime = b.message().at().compareTo(a.message().at());
              return byTime != 0 ? byTime : b.message().id().compareTo(a.message().id());
            });
  }

  @Test
  void deliveriesAreFilteredByStateTimeAndMessage() {
    store.add(endpoint(A, unordered(10, 60_000)));
    for (int number = 1; number <= 3; number++) {
      happen(TENANT, finished("run.1", number, LEAD, NOW.plusSeconds(number)));
    }
    store.settle(claimOf(1), taken());
    store.settle(claimOf(2), new DeliveryResult(attempt(), DeliveryState.FAILED, NOW, h -> h));
    DeliveryFilter filter = DeliveryFilter.to(A);

    assertThat(numbers(filter)).containsExactly(3L, 2L, 1L);
    assertThat(numbers(filter.in(DeliveryState.PENDING))).containsExactly(3L);
    assertThat(numbers(filter.in(DeliveryState.FAILED))).containsExactly(2L);
    assertThat(numbers(filter.in(DeliveryState.DELIVERED))).containsExactly(1L);
    assertThat(numbers(filter.since(NOW.plusSeconds(2)))).containsExactly(3L, 2L);
    assertThat(numbers(filter.ofMessage(all(A).get(0).message().id()))).containsExactly(3L);
    assertThat(numbers(DeliveryFilter.to(B))).isEmpty();
    assertThat(store.deliveries(OTHER, filter, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void aReplayKeepsIdsAndBytesAndBeginsANewSchedule() {
    store.add(endpoint(A, unordered(10, 60_000)));
    for (int number = 1; number <= 4; number++) {
      happen(TENANT, finished("run.1", number, LEAD, NOW.plusSeconds(number)));
    }
    store.settle(claimOf(1), taken());
    store.settle(claimOf(2), new DeliveryResult(attempt(), DeliveryState.FAILED, NOW, h -> h));
    store.settle(claimOf(3), taken());
    DeliveryClaim underWay = claimOf(4);
    List<WebhookMessage> before = all(A).stream().map(Delivery::message).toList();
    DeliveryFilter filter = DeliveryFilter.to(A);

    assertThat(store.replay(TENANT, filter.in(DeliveryState.FAILED), NOW)).isEqualTo(1);
    assertThat(claim(10)).extracting(c -> c.delivery().message().number()).containsExactly(2L);
    assertThat(store.replay(TENANT, filter.since(NOW.plusSeconds(3)), NOW)).isEqualTo(1);
    DeliveryClaim third = claim(10).get(0);
    assertThat(third.delivery().message().number()).isEqualTo(3);
    assertThat(third.delivery().attempts()).isZero();
    assertThat(store.settle(underWay, taken())).isPresent();
    assertThat(all(A).stream().map(Delivery::message)).isEqualTo(before);
    assertThat(store.replay(OTHER, filter, NOW)).isZero();
  }

  @Test
  void aForgottenLeadIsInNoMessage() {
    store.add(endpoint(A, unordered(10, 60_000)));
    store.add(endpoint(B, SETTINGS));
    store.add(ofOther(A));
    happen(TENANT, leadFinished(1));
    happen(TENANT, finished("run.1", 2, LeadId.of("other")));
    happen(OTHER, leadFinished(1));
    DeliveryClaim claim = claimOf(1);

    assertThat(store.forget(TENANT, LEAD)).isEqualTo(1);
    assertThat(all(A)).extracting(d -> d.message().number()).containsExactly(2L);
    assertThat(all(B)).extracting(d -> d.message().number()).containsExactly(2L);
    assertThat(store.settle(claim, taken())).isEmpty();
    assertThat(store.deliveries(OTHER, DeliveryFilter.to(A), Optional.empty(), 10)).hasSize(1);
    assertThat(store.forget(TENANT, LEAD)).isZero();
  }

  @Test
  void oldMessagesThatHaveEndedAreRemoved() {
    store.add(endpoint(A, unordered(10, 60_000)));
    store.add(endpoint(B, unordered(10, 60_000)));
    for (int number = 1; number <= 3; number++) {
      happen(TENANT, finished("run.1", number, LEAD, NOW.plusSeconds(number)));
    }
    for (DeliveryClaim claim : claim(10)) {
      boolean waits =
          claim.delivery().endpoint().equals(B) && claim.delivery().message().number() == 1;
      store.settle(claim, waits ? failed(attempt(), NOW.plusSeconds(60)) : taken());
    }

    assertThat(store.removeEnded(NOW.plusSeconds(3))).isEqualTo(1);
    assertThat(all(A)).extracting(d -> d.message().number()).containsExactly(3L, 1L);
    assertThat(all(B)).extracting(d -> d.message().number()).containsExactly(3L, 1L);
  }

  private List<Delivery> page(Optional<Delivery> before) {
    return store.deliveries(TENANT, DeliveryFilter.to(A), before, 2);
  }
}
