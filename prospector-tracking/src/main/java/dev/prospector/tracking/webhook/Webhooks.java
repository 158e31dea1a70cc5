package dev.prospector.tracking.webhook;

import dev.prospector.error.InputException;
import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What owners of endpoints do with them: register, change, look after. Addresses are checked before
 * they are kept.
 *
 * <p>Safe for several threads, if its source of randomness is.
 */
public final class Webhooks {

  private static final int AT_A_TIME = 256;

  private final WebhookStore store;
  private final UrlPolicy urls;
  private final Clock clock;
  private final RandomGenerator random;

  /** Works on a store, with the system's clock and secrets that cannot be guessed. */
  public Webhooks(WebhookStore store, UrlPolicy urls) {
    this(store, urls, Clock.systemUTC(), new SecureRandom());
  }

  /**
   * Works on a store.
   *
   * @param random makes secrets: a {@link SecureRandom} anywhere but in tests
   */
  public Webhooks(WebhookStore store, UrlPolicy urls, Clock clock, RandomGenerator random) {
    this.store = store;
    this.urls = urls;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Registers an endpoint with a new secret.
   *
   * @return the secret, to be shown to the owner once
   * @throws InputException if the address or a type of events is not allowed, or the id is taken
   */
  public WebhookSecret register(Tenant tenant, EndpointId id, EndpointSettings settings) {
    check(settings);
    WebhookSecret secret = WebhookSecret.generate(random);
    store.add(
        new WebhookEndpoint(tenant, id, settings, WebhookSecrets.of(secret), EndpointHealth.NEW));
    return secret;
  }

  /** Returns an endpoint. */
  public Optional<WebhookEndpoint> find(Tenant tenant, EndpointId id) {
    return store.find(tenant, id);
  }

  /** Returns all endpoints of a tenant, in the order of their ids. */
  public List<WebhookEndpoint> all(Tenant tenant) {
    return store.endpoints(tenant);
  }

  /**
   * Gives an endpoint other settings; messages that wait go to the new address.
   *
   * @throws InputException if there is none, or the address or a type of events is not allowed
   */
  public WebhookEndpoint change(Tenant tenant, EndpointId id, EndpointSettings settings) {
    check(settings);
    return changed(tenant, id, endpoint -> endpoint.withSettings(settings));
  }

  /**
   * Gives an endpoint a new secret.
   *
   * @param overlap how long messages are signed with the old one too, for the receiver to change
   *     over; zero if the old one became known to others
   * @return the new secret, to be shown to the owner once
   * @throws InputException if there is no such endpoint
   */
  public WebhookSecret rotateSecret(Tenant tenant, EndpointId id, Duration overlap) {
    Instant now = clock.instant();
    WebhookSecret next = WebhookSecret.generate(random);
    changed(
        tenant,
        id,
        endpoint -> endpoint.withSecrets(endpoint.secrets().rotate(next, now, now.plus(overlap))));
    return next;
  }

  /**
   * Sends an endpoint nothing more. What waits for it stays; what happens from now on is not kept
   * for it.
   *
   * @throws InputException if there is no such endpoint
   */
  public WebhookEndpoint disable(Tenant tenant, EndpointId id) {
    return changed(tenant, id, in(EndpointState.DISABLED_BY_OWNER));
  }

  /**
   * Makes an endpoint active again, whyever it was disabled. What waits goes out; what happened in
   * between can be had by {@link #backfill}.
   *
   * @throws InputException if there is no such endpoint
   */
  public WebhookEndpoint enable(Tenant tenant, EndpointId id) {
    return changed(tenant, id, in(EndpointState.ACTIVE));
  }

  /** Removes an endpoint with all that waits for it, and returns whether there was one. */
  public boolean remove(Tenant tenant, EndpointId id) {
    return store.remove(tenant, id);
  }

  /**
   * Returns deliveries, those of the latest events first.
   *
   * @param before the one after which to go on; empty for the beginning
   * @param limit the most to return, from 1
   */
  public List<Delivery> deliveries(
      Tenant tenant, DeliveryFilter filter, Optional<Delivery> before, int limit) {
    return store.deliveries(tenant, filter, before, limit);
  }

  /**
   * Schedules messages for delivery again (replay) under their ids, in any state: one, those that
   * failed, or all since a time, as the filter says.
   *
   * @return how many there are
   */
  public int replay(Tenant tenant, DeliveryFilter filter) {
    return store.replay(tenant, filter, clock.instant());
  }

  /**
   * Has the events of a stored run sent to an endpoint that it missed while it was disabled or did
   * not exist. What it has got, or waits for, is passed over, and so is what it does not want.
   *
   * @param after the number of the event after which to begin; 0 for all
   * @return how many messages were added
   * @throws dev.prospector.error.RunException if there is no such run, or its events are not there
   *     any more
   */
  public int backfill(Tenant tenant, EndpointId id, RunStore runs, RunId run, long after) {
    int added = 0;
    long last = after;
    List<RunEvent> events = runs.events(tenant, run, last, AT_A_TIME);
    while (!events.isEmpty()) {
      added += store.backfill(tenant, id, events);
      last = events.get(events.size() - 1).position().number();
      events = runs.events(tenant, run, last, AT_A_TIME);
    }
    return added;
  }

  private static UnaryOperator<WebhookEndpoint> in(EndpointState state) {
    return endpoint -> endpoint.withHealth(endpoint.health().in(state));
  }

  private WebhookEndpoint changed(
      Tenant tenant, EndpointId id, UnaryOperator<WebhookEndpoint> change) {
    return store
        .change(tenant, id, change)
        .orElseThrow(
            () ->
                new InputException("tenant '" + tenant + "' has no webhook endpoint '" + id + "'"));
  }

  private void check(EndpointSettings settings) {
    Optional<String> objection = urls.objection(settings.url());
    if (objection.isPresent()) {
      throw new InputException("webhooks cannot be sent to this address: " + objection.get());
    }
    List<String> unknown = new ArrayList<>(settings.eventTypes());
    unknown.removeAll(EventTypes.all());
    if (!unknown.isEmpty()) {
      throw new InputException(
          "there are no events of type " + unknown + ": there are " + EventTypes.all());
    }
  }
}
