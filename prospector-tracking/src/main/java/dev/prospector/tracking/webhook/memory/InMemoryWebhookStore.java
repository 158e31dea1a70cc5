package dev.prospector.tracking.webhook.memory;

import dev.prospector.error.InputException;
import dev.prospector.event.EventSink;
import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryResult;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.HealthChange;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookMessage;
import dev.prospector.tracking.webhook.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps everything in memory, and so only as long as the process lives. Of each endpoint it holds a
 * number of deliveries: beyond that the oldest that ended are forgotten, and when none has ended,
 * further messages for that endpoint are refused and counted. Others are not touched by that.
 */
public final class InMemoryWebhookStore implements WebhookStore {

  private static final Logger LOG = LoggerFactory.getLogger(InMemoryWebhookStore.class);
  private static final int DEFAULT_SIZE = 10_000;
  private static final Comparator<Delivery> LATEST_FIRST =
      Comparator.<Delivery, Instant>comparing(d -> d.message().at())
          .thenComparing(d -> d.message().id())
          .reversed();

  private record Key(Tenant tenant, EndpointId id) {}

  private final int mostPerEndpoint;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, EndpointQueue> queues = new LinkedHashMap<>();
  private long refused;

  private InMemoryWebhookStore(int mostPerEndpoint) {
    this.mostPerEndpoint = mostPerEndpoint;
  }

  /** Returns a store that holds 10,000 deliveries of each endpoint. */
  public static InMemoryWebhookStore create() {
    return holding(DEFAULT_SIZE);
  }

  /** Returns a store that holds so many deliveries of each endpoint. */
  public static InMemoryWebhookStore holding(int mostPerEndpoint) {
    return new InMemoryWebhookStore(mostPerEndpoint);
  }

  /** Returns what takes the events of a tenant's runs. */
  public EventSink sink(Tenant tenant) {
    return event -> enqueue(tenant, event);
  }

  /**
   * Takes an event: writes one delivery for each active endpoint that wants it and has not got it.
   *
   * @return how many were written
   */
  public int enqueue(Tenant tenant, RunEvent event) {
    return locked(
        () -> {
          int count = 0;
          for (EndpointQueue queue : queues.values()) {
            WebhookEndpoint endpoint = queue.endpoint();
            if (endpoint.tenant().equals(tenant) && endpoint.isToldOf(event)) {
              count += enter(queue, event);
            }
          }
          return count;
        });
  }

  /** Returns how many messages were refused because their endpoint's place was full. */
  public long refused() {
    return locked(() -> refused);
  }

  @Override
  public void add(WebhookEndpoint endpoint) {
    Key key = new Key(endpoint.tenant(), endpoint.id());
    locked(
        () -> {
          if (queues.containsKey(key)) {
            throw new InputException(
                "tenant '"
                    + key.tenant()
                    + "' has a webhook endpoint '"
                    + key.id()
                    + "' already: change that one, or choose another id");
          }
          return queues.put(key, new EndpointQueue(endpoint));
        });
  }

  @Override
  public Optional<WebhookEndpoint> find(Tenant tenant, EndpointId id) {
    return locked(() -> queue(tenant, id).map(EndpointQueue::endpoint));
  }

  @Override
  public List<WebhookEndpoint> endpoints(Tenant tenant) {
    return locked(
        () ->
            queues.values().stream()
                .map(EndpointQueue::endpoint)
                .filter(endpoint -> endpoint.tenant().equals(tenant))
                .sorted(Comparator.comparing(endpoint -> endpoint.id().value()))
                .toList());
  }

  @Override
  public Optional<WebhookEndpoint> change(
      Tenant tenant, EndpointId id, UnaryOperator<WebhookEndpoint> change) {
    return on(
        tenant,
        id,
        queue -> {
          queue.set(change.apply(queue.endpoint()));
          return queue.endpoint();
        });
  }

  @Override
  public boolean remove(Tenant tenant, EndpointId id) {
    return locked(() -> queues.remove(new Key(tenant, id)) != null);
  }

  @Override
  public List<DeliveryClaim> claim(int most, Instant now, Duration lease) {
    return locked(
        () -> {
          List<DeliveryClaim> claims = new ArrayList<>();
          List<EndpointQueue> turns = new ArrayList<>(queues.values());
          while (claims.size() < most && !turns.isEmpty()) {
            turns.removeIf(queue -> claims.size() < most && !claimOne(queue, now, lease, claims));
          }
          return List.copyOf(claims);
        });
  }

  private boolean claimOne(
      EndpointQueue queue, Instant now, Duration lease, List<DeliveryClaim> claims) {
    if (queue.free(now) <= 0) {
      return false;
    }
    Optional<DeliveryClaim> claim = queue.claim(now, lease);
    claim.ifPresent(claims::add);
    claim.ifPresent(c -> moveToEnd(queue));
    return claim.isPresent();
  }

  /** Who was served last is served last the next time. */
  private void moveToEnd(EndpointQueue queue) {
    Key key = new Key(queue.endpoint().tenant(), queue.endpoint().id());
    queues.remove(key);
    queues.put(key, queue);
  }

  @Override
  public Optional<HealthChange> settle(DeliveryClaim claim, DeliveryResult result) {
    return on(
            claim.delivery().message().tenant(),
            claim.delivery().endpoint(),
            queue -> {
              EndpointHealth before = queue.endpoint().health();
              return queue.settle(claim, result)
                  ? Optional.of(new HealthChange(before, queue.endpoint()))
                  : Optional.<HealthChange>empty();
            })
        .flatMap(Function.identity());
  }

  @Override
  public void release(DeliveryClaim claim) {
    on(
        claim.delivery().message().tenant(),
        claim.delivery().endpoint(),
        queue -> {
          queue.release(claim);
          return queue;
        });
  }

  @Override
  public List<Delivery> deliveries(
      Tenant tenant, DeliveryFilter filter, Optional<Delivery> before, int limit) {
    Predicate<Delivery> later =
        before
            .<Predicate<Delivery>>map(last -> d -> LATEST_FIRST.compare(last, d) < 0)
            .orElse(d -> true);
    return on(
            tenant,
            filter.endpoint(),
            queue ->
                queue.deliveries().stream()
                    .filter(filter::matches)
                    .filter(later)
                    .sorted(LATEST_FIRST)
                    .limit(limit)
                    .toList())
        .orElse(List.of());
  }

  @Override
  public int replay(Tenant tenant, DeliveryFilter filter, Instant now) {
    return on(tenant, filter.endpoint(), queue -> queue.replay(filter, now)).orElse(0);
  }

  @Override
  public int backfill(Tenant tenant, EndpointId endpoint, List<RunEvent> events) {
    return on(
            tenant,
            endpoint,
            queue ->
                events.stream()
                    .filter(event -> queue.endpoint().settings().wants(EventTypes.of(event)))
                    .mapToInt(event -> enter(queue, event))
                    .sum())
        .orElse(0);
  }

  @Override
  public int forget(Tenant tenant, LeadId lead) {
    return remove(
        queue -> queue.endpoint().tenant().equals(tenant),
        delivery -> delivery.message().lead().equals(Optional.of(lead)));
  }

  @Override
  public int removeEnded(Instant before) {
    return locked(
        () -> {
          Set<String> pending = new HashSet<>();
          queues.values().stream()
              .flatMap(queue -> queue.deliveries().stream())
              .filter(delivery -> !delivery.state().isEnded())
              .forEach(delivery -> pending.add(delivery.message().id()));
          return remove(
              queue -> true,
              delivery ->
                  delivery.message().at().isBefore(before)
                      && !pending.contains(delivery.message().id()));
        });
  }

  private int remove(Predicate<EndpointQueue> from, Predicate<Delivery> condition) {
    return locked(
        () -> {
          Set<String> messages = new HashSet<>();
          queues.values().stream()
              .filter(from)
              .forEach(queue -> messages.addAll(queue.removeIf(condition)));
          return messages.size();
        });
  }

  private int enter(EndpointQueue queue, RunEvent event) {
    WebhookEndpoint endpoint = queue.endpoint();
    WebhookMessage message =
        WebhookMessage.of(endpoint.tenant(), event, endpoint.settings().format());
    if (queue.has(message.id())) {
      return 0;
    }
    if (queue.size() >= mostPerEndpoint && !queue.dropOldestEnded()) {
      if (refused++ == 0) {
        LOG.warn(
            "endpoint {} has {} undelivered messages: more are refused",
            endpoint.id(),
            queue.size());
      }
      return 0;
    }
    queue.add(message);
    return 1;
  }

  private Optional<EndpointQueue> queue(Tenant tenant, EndpointId id) {
    return Optional.ofNullable(queues.get(new Key(tenant, id)));
  }

  private <R> Optional<R> on(Tenant tenant, EndpointId id, Function<EndpointQueue, R> work) {
    return locked(() -> queue(tenant, id).map(work));
  }

  private <R> R locked(Supplier<R> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
