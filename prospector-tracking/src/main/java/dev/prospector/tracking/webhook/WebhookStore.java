package dev.prospector.tracking.webhook;

import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps endpoints, messages, and how far each message is with each endpoint. Every change is one
 * transaction, and as durable as the store when the method returns.
 *
 * <p>How messages come in is the store's own matter. A store that also keeps runs writes, in the
 * very transaction that appends an event, one {@link WebhookMessage#of message} and delivery for
 * every endpoint of the tenant that {@link WebhookEndpoint#isToldOf is told of it}: so there is no
 * event without its message, nor a message without its event. A message that is there already is
 * left as it is.
 *
 * <p>Several processes may deliver from one store at a time: {@link #claim} gives each delivery to
 * one of them. A store that outlives the process seals secrets under a key that it is given and
 * does not keep, with an authenticated cipher bound to tenant and endpoint, so that a copy of its
 * tables signs nothing.
 *
 * <p>Implementations are safe for several threads.
 */
public interface WebhookStore {

  /**
   * Adds an endpoint; it is told of events from now on.
   *
   * @throws dev.prospector.error.InputException if its tenant has one of this id
   */
  void add(WebhookEndpoint endpoint);

  /** Returns an endpoint with its secrets. */
  Optional<WebhookEndpoint> find(Tenant tenant, EndpointId id);

  /** Returns all endpoints of a tenant, in the order of their ids. */
  List<WebhookEndpoint> endpoints(Tenant tenant);

  /**
   * Changes an endpoint.
   *
   * @param change pure, as it may be called more than once; leaves tenant and id as they are
   * @return as it is then; empty if there is none
   */
  Optional<WebhookEndpoint> change(
      Tenant tenant, EndpointId id, UnaryOperator<WebhookEndpoint> change);

  /** Removes an endpoint with its deliveries, and returns whether there was one. */
  boolean remove(Tenant tenant, EndpointId id);

  /**
   * Takes deliveries, of any tenant, that are due and may be made by their endpoints' limits and
   * health. Endpoints take turns: none is given a second one while another that waits has none.
   *
   * <p>Of an endpoint no more are out at a time than its concurrency says, and one while it is
   * failing; nothing is out while it is {@link EndpointHealth#isQuiet quiet}. Where its order is
   * per run, one of a run is out at a time: first those due for another attempt, then untried ones
   * by the numbers of their events.
   *
   * @param most how many at most, from 1
   * @param lease after so long somebody else may take them, unless settled by then
   */
  List<DeliveryClaim> claim(int most, Instant now, Duration lease);

  /**
   * Keeps how an attempt ended.
   *
   * @return what it did to the endpoint; empty if the claim is over, as somebody else took the
   *     delivery or it or its endpoint was removed: nothing was kept
   */
  Optional<HealthChange> settle(DeliveryClaim claim, DeliveryResult result);

  /** Gives a claim back without an attempt. Does nothing if it is over. */
  void release(DeliveryClaim claim);

  /**
   * Returns deliveries, those of the latest events first; of one instant by the ids of their
   * messages, backwards.
   *
   * @param before the one after which to go on; empty for the beginning
   * @param limit the most to return, from 1
   */
  List<Delivery> deliveries(
      Tenant tenant, DeliveryFilter filter, Optional<Delivery> before, int limit);

  /**
   * Schedules messages for delivery again (replay), under their ids and in any state, with a new
   * schedule of attempts. Messages in flight are left alone.
   *
   * @return how many there are
   */
  int replay(Tenant tenant, DeliveryFilter filter, Instant now);

  /**
   * Has events sent to an endpoint that it was not told of, because it was disabled then or did not
   * exist. Those that it does not want, and those that are there already, are passed over.
   *
   * @param events of the tenant's runs
   * @return how many were added
   */
  int backfill(Tenant tenant, EndpointId endpoint, List<RunEvent> events);

  /**
   * Removes the messages about a lead with their deliveries, and returns how many messages that
   * were.
   */
  int forget(Tenant tenant, LeadId lead);

  /**
   * Removes ended messages of events before a time, of all tenants: they can no longer be listed or
   * replayed. May take several transactions, and can be called again where it failed.
   *
   * @return how many messages
   */
  int removeEnded(Instant before);
}
