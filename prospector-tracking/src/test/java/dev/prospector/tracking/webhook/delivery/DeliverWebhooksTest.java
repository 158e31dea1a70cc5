package dev.prospector.tracking.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.http.TransportErrors;
import dev.prospector.tracking.webhook.Attempt;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointState;
import dev.prospector.tracking.webhook.UrlPolicy;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.signature.Verification;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookVerifier;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedule, answers, and what becomes of endpoints that fail. */
class DeliverWebhooksTest extends DeliveryCase {

  private static final InetAddress INSIDE = InetAddress.getLoopbackAddress();

  /** After the first attempt, as the specification's own table sums them up. */
  private static final List<String> TIMES =
      List.of(
          "PT0S",
          "PT5S",
          "PT5M5S",
          "PT35M5S",
          "PT2H35M5S",
          "PT7H35M5S",
          "PT17H35M5S",
          "PT31H35M5S",
          "PT51H35M5S",
          "PT75H35M5S");

  @Test
  void aMessageThatIsTakenIsSentOnceAndSigned() {
    WebhookSecret secret = register(A, URL_A);
    happen(1);
    delivery.deliverDue();
    after(Duration.ofDays(30));

    Receivers.Received received = receivers.ledger().get(0);
    assertThat(receivers.ledger()).hasSize(1);
    assertThat(received.request().method()).isEqualTo("POST");
    assertThat(received.header("content-type")).isEqualTo("application/json");
    assertThat(received.request().limits().timeout()).isEqualTo(Duration.ofSeconds(20));
    clock.set(start);
    assertThat(WebhookVerifier.of(secret, clock).verify(lists(received), body(received)))
        .isEqualTo(new Verification.Accepted(received.id(), start));
    assertThat(only(A).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(only(A).last()).contains(new Attempt(start, 200, ""));
  }

  @Test
  void attemptsAreMadeAtTheTenTimesOfTheSpecificationToTheSecond() {
    receivers.answer(URL_A, 500);
    register(A, URL_A);
    happen(1);
    for (int second = 0; second < 5 * 60 + 10; second++) {
      delivery.deliverDue();
      clock.advance(Duration.ofSeconds(1));
    }
    for (String time : TIMES.subList(3, 10)) {
      Instant due = start.plus(Duration.parse(time));
      clock.set(due.minusSeconds(1));
      delivery.deliverDue();
      clock.set(due);
      delivery.deliverDue();
    }
    after(Duration.ofDays(1));

    assertThat(receivers.ledger())
        .extracting(received -> Duration.between(start, received.at()).toString())
        .isEqualTo(TIMES);
    assertThat(only(A).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(only(A).attempts()).isEqualTo(10);
    assertThat(only(A).last().orElseThrow().failure()).isEqualTo("status 500");
  }

  @Test
  void everyAttemptSendsTheSameBytesUnderTheSameIdAtANewTime() {
    receivers.answer(URL_A, 500);
    WebhookSecret secret = register(A, URL_A);
    happen(1);
    delivery.deliverDue();
    runFor(Duration.ofDays(4));

    List<Receivers.Received> all = receivers.ledger();
    assertThat(all).hasSize(10);
    assertThat(all).extracting(Receivers.Received::id).containsOnly(all.get(0).id());
    assertThat(all).extracting(DeliverWebhooksTest::body).containsOnly(body(all.get(0)));
    assertThat(all).extracting(r -> r.header("webhook-timestamp")).doesNotHaveDuplicates();
    for (Receivers.Received received : all) {
      clock.set(received.at());
      assertThat(WebhookVerifier.of(secret, clock).verify(lists(received), body(received)))
          .isEqualTo(new Verification.Accepted(received.id(), received.at()));
    }
  }

  @Test
  void delaysVaryByATenthToBothSides() {
    List<Double> parts = new ArrayList<>();
    Random random = new Random(3);
    RetrySchedule schedule = RetrySchedule.standard();
    for (int i = 0; i < 1_000; i++) {
      for (int made = 1; made < 10; made++) {
        Duration delay = schedule.next(made, Duration.ZERO, random).orElseThrow();
        parts.add((double) delay.toNanos() / schedule.delays().get(made).toNanos());
      }
    }

    assertThat(parts).allMatch(part -> part >= 0.9 && part <= 1.1);
    assertThat(parts).anyMatch(part -> part < 0.91).anyMatch(part -> part > 1.09);
    assertThat(parts.stream().collect(Collectors.averagingDouble(p -> p))).isBetween(0.995, 1.005);
    assertThat(schedule.next(10, Duration.ZERO, random)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 206, 299})
  void aStatusOfTwoHundredAndSomethingIsASuccess(int status) {
    assertThat(stateAfter(status)).isEqualTo(DeliveryState.DELIVERED);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        100, 199, 300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 408, 409, 410, 413,
        422, 429, 451, 499, 500, 501, 502, 503, 504, 599
      })
  void everyOtherStatusIsAFailure(int status) {
    assertThat(stateAfter(status)).isEqualTo(DeliveryState.PENDING);
    assertThat(only(A).attempts()).isEqualTo(1);
    assertThat(only(A).last().orElseThrow().status()).isEqualTo(status);
    assertThat(health(A).isFailing()).isTrue();
  }

  private DeliveryState stateAfter(int status) {
    receivers.answer(URL_A, status);
    register(A, URL_A);
    happen(1);
    delivery.deliverDue();
    return only(A).state();
  }

  @Test
  void noAnswerIsAFailureThatDoesNotTellTheAddress() {
    receivers.at(
        URL_A,
        request -> {
          throw new PortException("http", "no answer to " + request.url(), RetryAdvice.backOff());
        });
    register(A, URL_A);
    happen(1);
    delivery.deliverDue();

    assertThat(only(A).last()).contains(new Attempt(start, 0, "no answer"));
    receivers.answer(URL_A, 200);
    after(Duration.ofSeconds(5));
    assertThat(only(A).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @ParameterizedTest
  @CsvSource({
    "60,60", // Longer than the five seconds of the schedule: honoured.
    "3,5", // Shorter: the schedule holds.
    "0,5",
    "999999999,86400", // Not longer than the longest delay of the schedule.
    "-5,5",
    "soon,5"
  })
  void whatAnEndpointAsksForIsHonouredWithinTheSchedule(String asked, long seconds) {
    receivers.at(URL_A, request -> Receivers.status(500, asked));
    register(A, URL_A);
    happen(1);
    delivery.deliverDue();

    assertThat(only(A).due()).isEqualTo(start.plusSeconds(seconds));
    receivers.answer(URL_A, 200);
    clock.set(start.plusSeconds(seconds - 1));
    delivery.deliverDue();
    assertThat(receivers.ledger()).hasSize(1);
    after(Duration.ofSeconds(1));
    assertThat(receivers.ledger()).hasSize(2);
  }

  @Test
  void itMayAskByADateAndWithAnyFailure() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(start.plusSeconds(90).atOffset(ZoneOffset.UTC));
    receivers.at(URL_A, request -> Receivers.status(500, date));
    register(A, URL_A);
    happen(1);
    delivery.deliverDue();

    assertThat(only(A).due()).isEqualTo(start.plusSeconds(90));
    assertThat(health(A).pausedUntil()).isEmpty();
  }

  @Test
  void anOverloadedEndpointIsLeftAloneForAsLongAsItAsks() {
    receivers.at(URL_A, request -> Receivers.status(429, "120"));
    register(A, URL_A);
    happen(1);
    happen(2);
    delivery.deliverDue();
    receivers.answer(URL_A, 200);
    after(Duration.ofSeconds(119));

    assertThat(receivers.ledger()).hasSize(1);
    after(Duration.ofSeconds(1));
    assertThat(receivers.ledger()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void anOverloadedEndpointIsLeftAloneWithAllItsMessages(int status) {
    receivers.answer(URL_A, status);
    register(A, URL_A);
    register(B, URL_B);
    for (int number = 1; number <= 5; number++) {
      happen(number);
    }
    delivery.deliverDue();
    after(Duration.ofSeconds(29));

    assertThat(receivers.at(URL_A)).hasSize(1);
    assertThat(receivers.at(URL_B)).hasSize(5);
    receivers.answer(URL_A, 200);
    after(Duration.ofSeconds(1));
    assertThat(receivers.at(URL_A)).hasSize(6);
  }

  @Test
  void anotherFailureHoldsUpNothing() {
    receivers.answer(URL_A, 500);
    register(A, URL_A);
    for (int number = 1; number <= 5; number++) {
      happen(number);
    }
    delivery.deliverDue();

    assertThat(receivers.at(URL_A)).hasSize(5);
  }

  @Test
  void anEndpointThatIsGoneIsDisabledAtOnceAndItsOwnerTold() {
    receivers.answer(URL_A, 410);
    register(A, URL_A);
    register(B, URL_B);
    happen(1);
    happen(2);
    delivery.deliverDue();
    happen(3);
    after(Duration.ofDays(1));

    assertThat(receivers.at(URL_A)).hasSize(1);
    assertThat(receivers.at(URL_B)).hasSize(3);
    assertThat(disabled).extracting(WebhookEndpoint::id).containsExactly(A);
    assertThat(health(A).state()).isEqualTo(EndpointState.DISABLED_GONE);
    assertThat(deliveries(A)).hasSize(2).allMatch(d -> d.state() == DeliveryState.PENDING);
  }

  @Test
  void anEndpointThatIsEnabledAgainGetsWhatWaitsUnderTheSameIds() {
    receivers.answer(URL_A, 410);
    register(A, URL_A);
    happen(1);
    happen(2);
    delivery.deliverDue();
    happen(3);
    String first = receivers.ledger().get(0).id();
    clock.advance(Duration.ofDays(1));
    receivers.answer(URL_A, 200);

    webhooks.enable(TENANT, A);
    delivery.deliverDue();
    assertThat(receivers.at(URL_A)).hasSize(3);
    assertThat(receivers.at(URL_A).get(1).id()).isEqualTo(first);
    assertThat(store.backfill(TENANT, A, List.of(event(1), event(2), event(3)))).isEqualTo(1);
    delivery.deliverDue();
    assertThat(receivers.at(URL_A)).hasSize(4);
    assertThat(receivers.at(URL_A).stream().map(Receivers.Received::id).distinct()).hasSize(3);
  }

  @Test
  void fiveDaysOfFailuresAloneDisable() {
    receivers.answer(URL_A, 500);
    register(A, URL_A);
    for (int hour = 0; hour < 5 * 24; hour++) {
      happen(hour + 1);
      delivery.deliverDue();
      assertThat(health(A).state()).as("hour %d", hour).isEqualTo(EndpointState.ACTIVE);
      clock.advance(Duration.ofHours(1));
    }
    int before = receivers.ledger().size();
    delivery.deliverDue();

    assertThat(health(A).state()).isEqualTo(EndpointState.DISABLED_FAILING);
    assertThat(receivers.ledger()).hasSize(before + 1);
    assertThat(disabled).hasSize(1);
    after(Duration.ofDays(1));
    assertThat(receivers.ledger()).hasSize(before + 1);
    assertThat(disabled).hasSize(1);
  }

  @Test
  void oneSuccessNowAndThenKeepsAnEndpointActive() {
    register(A, URL_A);
    for (int hour = 0; hour < 20 * 24; hour++) {
      receivers.answer(URL_A, hour % 100 == 99 ? 200 : 500);
      happen(hour + 1);
      delivery.deliverDue();
      clock.advance(Duration.ofHours(1));
    }

    assertThat(health(A).state()).isEqualTo(EndpointState.ACTIVE);
    assertThat(disabled).isEmpty();
  }

  @Test
  void failuresThatLieFarApartDoNotCountTogether() {
    register(A, URL_A);
    RetrySchedule once = new RetrySchedule(List.of(Duration.ZERO), 0);
    DeliverWebhooks rare = builder().schedule(once).build();
    receivers.answer(URL_A, 500);
    for (int week = 1; week <= 4; week++) {
      happen(week);
      rare.deliverDue();
      clock.advance(Duration.ofDays(7));
    }

    assertThat(health(A).state()).isEqualTo(EndpointState.ACTIVE);
  }

  @Test
  void failedMessagesAreListedAndReplayed() {
    receivers.answer(URL_A, 500);
    register(A, URL_A);
    happen(1);
    delivery.deliverDue();
    runFor(Duration.ofDays(4));
    receivers.answer(URL_A, 200);
    happen(2);
    delivery.deliverDue();
    DeliveryFilter failed = DeliveryFilter.to(A).in(DeliveryState.FAILED);
    List<Delivery> listed = webhooks.deliveries(TENANT, failed, java.util.Optional.empty(), 10);

    assertThat(listed).extracting(d -> d.message().number()).containsExactly(1L);
    assertThat(webhooks.replay(TENANT, failed)).isEqualTo(1);
    delivery.deliverDue();
    Receivers.Received again = receivers.ledger().get(receivers.ledger().size() - 1);
    assertThat(again.id()).isEqualTo(listed.get(0).message().id());
    assertThat(body(again)).isEqualTo(listed.get(0).message().body());
    assertThat(deliveries(A)).allMatch(d -> d.state() == DeliveryState.DELIVERED);
  }

  @Test
  void everythingSinceATimeIsReplayedUnderItsIds() {
    register(A, URL_A);
    for (int number = 1; number <= 4; number++) {
      happen(number);
      after(Duration.ofHours(1));
    }
    List<String> ids = receivers.ledger().stream().map(Receivers.Received::id).toList();

    DeliveryFilter since = DeliveryFilter.to(A).since(start.plus(Duration.ofHours(2)));
    assertThat(webhooks.replay(TENANT, since)).isEqualTo(2);
    delivery.deliverDue();
    assertThat(receivers.ledger().stream().skip(4).map(Receivers.Received::id))
        .containsExactly(ids.get(2), ids.get(3));
    assertThat(webhooks.replay(TENANT, DeliveryFilter.to(A).ofMessage(ids.get(0)))).isEqualTo(1);
  }

  @Test
  void messagesOfOneRunArriveInTheOrderOfItsEvents() {
    register(A, URL_A);
    for (int number : List.of(5, 3, 1, 4, 2)) {
      happen(number);
    }
    delivery.deliverDue();

    assertThat(receivers.ledger())
        .extracting(DeliverWebhooksTest::body)
        .isSortedAccordingTo(String::compareTo)
        .hasSize(5);
  }

  @Test
  void aNameThatIsPointedInsideLaterIsNotCalled() {
    register(A, URL_A);
    receivers.at(
        URL_A,
        request -> {
          TransportErrors.check(request, INSIDE);
          return Receivers.status(200);
        });
    happen(1);
    delivery.deliverDue();

    assertThat(receivers.ledger()).isEmpty();
    assertThat(only(A).last().orElseThrow().failure())
        .isEqualTo("not sent: the host is not on the public internet");
  }

  @Test
  void aTransportThatCannotBeHeldToThePolicyIsRefused() {
    DeliverWebhooks.Builder builder =
        DeliverWebhooks.builder(store, JdkHttpTransport.create(), Runnable::run);

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("prospector-http-okhttp");
    assertThat(builder.urls(UrlPolicy.strict().allowingPrivateAddresses()).build()).isNotNull();
  }

  @Test
  void anotherProcessGoesOnWithWhatADeadOneHadTaken() {
    register(A, URL_A);
    happen(1);
    DeliveryClaim lost = store.claim(1, clock.instant(), Duration.ofMinutes(1)).get(0);

    after(Duration.ofSeconds(59));
    assertThat(receivers.ledger()).isEmpty();
    after(Duration.ofSeconds(1));
    assertThat(receivers.ledger())
        .extracting(Receivers.Received::id)
        .containsExactly(lost.delivery().message().id());
  }

  @Test
  void whatTheExecutorRefusesIsGivenBack() {
    register(A, URL_A);
    happen(1);
    DeliverWebhooks refused =
        DeliverWebhooks.builder(
                store,
                receivers,
                work -> {
                  throw new RejectedExecutionException();
                })
            .clock(clock)
            .build();
    refused.deliverDue();
    refused.deliverDue();

    assertThat(only(A).attempts()).isZero();
    delivery.deliverDue();
    assertThat(receivers.ledger()).hasSize(1);
  }

  @Test
  void anInterruptedAttemptIsGivenBack() {
    register(A, URL_A);
    happen(1);
    receivers.at(
        URL_A,
        request -> {
          throw new InterruptedException();
        });
    delivery.deliverDue();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(only(A).attempts()).isZero();
    receivers.answer(URL_A, 200);
    delivery.deliverDue();
    assertThat(only(A).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void aListenerThatFailsChangesNothing() {
    receivers.answer(URL_A, 410);
    register(A, URL_A);
    happen(1);
    DeliverWebhooks failing =
        builder()
            .listener(
                endpoint -> {
                  throw new IllegalStateException();
                })
            .build();
    failing.deliverDue();

    assertThat(health(A).state()).isEqualTo(EndpointState.DISABLED_GONE);
  }

  /** Owners turn to the new secret at once, or as late as they may; nobody refuses a message. */
  @Test
  void tenRotationsDuringTenThousandDeliveriesLeadToNoRefusal() {
    Duration overlap = Duration.ofHours(1);
    List<WebhookSecret> held = new ArrayList<>(List.of(register(A, URL_A), register(B, URL_B)));
    for (int i = 0; i < 2; i++) {
      int receiver = i;
      receivers.at(
          i == 0 ? URL_A : URL_B,
          request -> {
            WebhookVerifier verifier = WebhookVerifier.of(held.get(receiver), clock);
            Verification verified =
                verifier.verify(lists(request.headers()), Receivers.text(request));
            return Receivers.status(verified.isAccepted() ? 200 : 401);
          });
    }
    for (int number = 1; number <= 5_000; number++) {
      if (number % 500 == 250) {
        held.set(0, webhooks.rotateSecret(TENANT, A, overlap));
        WebhookSecret late = webhooks.rotateSecret(TENANT, B, overlap);
        for (int i = 0; i < 50; i++) {
          happen(100_000 + number + i);
        }
        after(overlap.minusSeconds(1));
        held.set(1, late);
        after(Duration.ofSeconds(1));
      }
      happen(number);
      after(Duration.ofMillis(50));
    }
    runFor(Duration.ofMinutes(10));

    assertThat(receivers.ledger()).hasSize(11_000);
    assertThat(receivers.ledger().stream().filter(r -> r.status() != 200)).isEmpty();
    assertThat(deliveries(A).stream().filter(d -> d.attempts() != 1)).isEmpty();
  }

  @Test
  void whatIsWrongWithTheSettingsIsSaidAtOnce() {
    assertThatThrownBy(
            () -> builder().timeout(Duration.ZERO).atOnce(0).disableAfter(Duration.ZERO).build())
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.problems()).hasSize(3));
  }

  /** Moves on minute by minute at first and hour by hour then, delivering all the while. */
  private void runFor(Duration time) {
    Instant end = clock.instant().plus(time);
    Duration step = Duration.ofSeconds(5);
    while (clock.instant().isBefore(end)) {
      after(step);
      step = step.compareTo(Duration.ofMinutes(5)) < 0 ? step.multipliedBy(2) : step;
    }
  }

  private static String body(Receivers.Received received) {
    return received.body();
  }

  private static Map<String, List<String>> lists(Receivers.Received received) {
    return lists(received.request().headers());
  }

  private static Map<String, List<String>> lists(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
  }
}
