package dev.prospector.tracking.webhook.delivery;

import dev.prospector.error.AddressRefusedException;
import dev.prospector.http.HttpBody;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.tracking.webhook.Attempt;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryResult;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointListener;
import dev.prospector.tracking.webhook.EndpointState;
import dev.prospector.tracking.webhook.HealthChange;
import dev.prospector.tracking.webhook.UrlPolicy;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookMessage;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.tracking.webhook.signature.WebhookSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one attempt to deliver, and keeps what came of it. Safe for several threads. */
final class AttemptDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(AttemptDelivery.class);

  private final WebhookStore store;
  private final HttpTransport transport;
  private final Clock clock;
  private final RandomGenerator random;
  private final ReentrantLock drawing = new ReentrantLock();
  private final RetrySchedule schedule;
  private final UrlPolicy urls;
  private final EndpointListener listener;
  private final Duration timeout;
  private final Duration disableAfter;
  private final Duration pause;

  AttemptDelivery(DeliverWebhooks.Builder builder) {
    this.store = builder.store;
    this.transport = builder.transport;
    this.clock = builder.clock;
    this.random = builder.random;
    this.schedule = builder.schedule;
    this.urls = builder.urls;
    this.listener = builder.listener;
    this.timeout = builder.timeout;
    this.disableAfter = builder.disableAfter;
    this.pause = builder.pause;
  }

  void make(DeliveryClaim claim) throws InterruptedException {
    WebhookMessage message = claim.delivery().message();
    // Read again, so that a secret that was changed meanwhile signs already.
    Optional<WebhookEndpoint> endpoint = store.find(message.tenant(), claim.delivery().endpoint());
    boolean inTime = clock.instant().plus(timeout).isBefore(claim.until());
    if (endpoint.isEmpty() || !endpoint.get().health().state().isActive() || !inTime) {
      store.release(claim);
      return;
    }
    Answer answer = send(endpoint.get(), message);
    store
        .settle(claim, result(claim, answer))
        .filter(HealthChange::isDisabling)
        .ifPresent(change -> tell(change.after()));
  }

  private Answer send(WebhookEndpoint endpoint, WebhookMessage message)
      throws InterruptedException {
    Optional<String> objection = urls.objectionToScheme(endpoint.settings().url());
    if (objection.isPresent()) {
      return Answer.none("not sent: " + objection.get());
    }
    try {
      return Answer.of(transport.send(request(endpoint, message)), clock.instant());
    } catch (AddressRefusedException e) {
      return Answer.none("not sent: " + e.objection());
    } catch (RuntimeException e) {
      // Each one counts. What it says may hold the address, and is for debugging only.
      LOG.debug("no answer from webhook endpoint {}", endpoint.id(), e);
      return Answer.none("no answer");
    }
  }

  private HttpRequest request(WebhookEndpoint endpoint, WebhookMessage message) {
    return HttpRequest.post(endpoint.settings().url(), HttpBody.text(message.body()))
        .withHeaders(message.headers())
        .withHeader("user-agent", "Prospector-Webhooks")
        .withHeaders(
            new WebhookSigner(endpoint.secrets())
                .headers(message.id(), clock.instant(), message.body()))
        .withTimeout(timeout)
        .withAddresses(urls.addresses());
  }

  private DeliveryResult result(DeliveryClaim claim, Answer answer) {
    Instant now = clock.instant();
    Attempt attempt = new Attempt(now, answer.status(), answer.failure());
    if (answer.isTaken()) {
      return new DeliveryResult(attempt, DeliveryState.DELIVERED, now, EndpointHealth::succeeded);
    }
    Optional<Duration> delay = delay(claim.delivery().attempts() + 1, answer);
    return new DeliveryResult(
        attempt,
        delay.isPresent() ? DeliveryState.PENDING : DeliveryState.FAILED,
        now.plus(delay.orElse(Duration.ZERO)),
        health -> failed(health, answer, now));
  }

  private Optional<Duration> delay(int made, Answer answer) {
    drawing.lock();
    try {
      return schedule.next(made, answer.asked(), random);
    } finally {
      drawing.unlock();
    }
  }

  private EndpointHealth failed(EndpointHealth before, Answer answer, Instant now) {
    EndpointHealth after = before.failed(now, disableAfter);
    if (answer.isGone() && after.state().isActive()) {
      return after.in(EndpointState.DISABLED_GONE);
    }
    return answer.isOverloaded() ? after.paused(now.plus(pause(answer))) : after;
  }

  private Duration pause(Answer answer) {
    if (answer.asked().isZero()) {
      return pause;
    }
    Duration longest = schedule.longest();
    return answer.asked().compareTo(longest) < 0 ? answer.asked() : longest;
  }

  private void tell(WebhookEndpoint endpoint) {
    LOG.warn("webhook endpoint {} is disabled: {}", endpoint.id(), endpoint.health().state());
    try {
      listener.disabled(endpoint);
    } catch (RuntimeException e) {
      LOG.warn("the listener to webhook endpoints failed", e);
    }
  }
}
