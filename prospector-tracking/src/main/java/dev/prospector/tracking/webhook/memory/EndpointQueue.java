package dev.prospector.tracking.webhook.memory;

import dev.prospector.event.RunId;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryLimits;
import dev.prospector.tracking.webhook.DeliveryResult;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The deliveries to one endpoint. Guarded by the store's lock. */
final class EndpointQueue {

  private static final Comparator<Entry> BY_NUMBER =
      Comparator.<Entry>comparingLong(e -> e.delivery.message().number())
          .thenComparing(e -> e.delivery.message().id());
  private static final Comparator<Entry> BY_TIME =
      Comparator.<Entry, Instant>comparing(e -> e.delivery.due()).thenComparing(BY_NUMBER);
  private static final Comparator<Entry> BY_END_OF_LEASE =
      Comparator.<Entry, Instant>comparing(e -> e.leasedUntil)
          .thenComparing(BY_NUMBER)
          .thenComparing(e -> e.delivery.message().run().value());

  /**
   * A delivery, and who has it. The sets below are ordered by it: it is changed outside of them.
   */
  private static final class Entry {
    private Delivery delivery;
    private long token;
    private Instant leasedUntil = Instant.EPOCH;
    private boolean leased;

    Entry(Delivery delivery) {
      this.delivery = delivery;
    }
  }

  /** What waits of one run. */
  private static final class Lane {
    private final TreeSet<Entry> untried = new TreeSet<>(BY_NUMBER);
    private final TreeSet<Entry> again = new TreeSet<>(BY_TIME);
    private int leased;

    @Nullable Entry due(Instant now) {
      if (!again.isEmpty() && again.first().delivery.isDue(now)) {
        return again.first();
      }
      return untried.isEmpty() ? null : untried.first();
    }

    TreeSet<Entry> place(Entry entry) {
      return entry.delivery.attempts() == 0 ? untried : again;
    }

    boolean isEmpty() {
      return leased == 0 && untried.isEmpty() && again.isEmpty();
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<RunId, Lane> lanes = new LinkedHashMap<>();
  private final Set<Entry> ended = new LinkedHashSet<>();
  private final TreeSet<Entry> leases = new TreeSet<>(BY_END_OF_LEASE);
  private WebhookEndpoint endpoint;
  private Pace pace = Pace.NEW;

  EndpointQueue(WebhookEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  WebhookEndpoint endpoint() {
    return endpoint;
  }

  void set(WebhookEndpoint changed) {
    endpoint = changed;
  }

  int size() {
    return entries.size();
  }

  boolean has(String message) {
    return entries.containsKey(message);
  }

  void add(WebhookMessage message) {
    Delivery delivery =
        new Delivery(
            message, endpoint.id(), DeliveryState.PENDING, 0, message.at(), Optional.empty());
    Entry entry = new Entry(delivery);
    entries.put(message.id(), entry);
    enter(entry);
  }

  /** Makes room by forgetting the delivery that ended first; false if there is none. */
  boolean dropOldestEnded() {
    Iterator<Entry> oldest = ended.iterator();
    if (!oldest.hasNext()) {
      return false;
    }
    entries.remove(oldest.next().delivery.message().id());
    oldest.remove();
    return true;
  }

  /** Returns how many may go out now, by health and limits. */
  int free(Instant now) {
    reclaim(now);
    EndpointHealth health = endpoint.health();
    if (health.isQuiet(now)) {
      return 0;
    }
    DeliveryLimits limits = endpoint.settings().limits();
    int atOnce = health.isFailing() ? 1 : limits.concurrency();
    return Math.min(atOnce - leases.size(), pace.free(limits, now));
  }

  Optional<DeliveryClaim> claim(Instant now, Duration lease) {
    boolean oneOfARun = endpoint.settings().limits().order() == DeliveryLimits.Order.PER_RUN;
    for (Map.Entry<RunId, Lane> turn : lanes.entrySet()) {
      Lane lane = turn.getValue();
      Entry due = oneOfARun && lane.leased > 0 ? null : lane.due(now);
      if (due != null) {
        lane.place(due).remove(due);
        lane.leased++;
        // To the end: runs take turns.
        lanes.remove(turn.getKey());
        lanes.put(turn.getKey(), lane);
        pace = pace.after(1, endpoint.settings().limits(), now);
        return Optional.of(lend(due, now.plus(lease)));
      }
    }
    return Optional.empty();
  }

  private DeliveryClaim lend(Entry entry, Instant until) {
    entry.token++;
    entry.leased = true;
    entry.leasedUntil = until;
    leases.add(entry);
    return new DeliveryClaim(entry.delivery, entry.token, until);
  }

  boolean settle(DeliveryClaim claim, DeliveryResult result) {
    Entry entry = held(claim);
    if (entry == null) {
      return false;
    }
    takeBack(entry);
    Delivery before = entry.delivery;
    entry.delivery =
        new Delivery(
            before.message(),
            before.endpoint(),
            result.state(),
            before.attempts() + 1,
            result.due(),
            Optional.of(result.attempt()));
    enter(entry);
    endpoint = endpoint.withHealth(result.health().apply(endpoint.health()));
    return true;
  }

  void release(DeliveryClaim claim) {
    Entry entry = held(claim);
    if (entry != null) {
      takeBack(entry);
      enter(entry);
    }
  }

  int replay(DeliveryFilter filter, Instant now) {
    int count = 0;
    for (Entry entry : entries.values()) {
      if (!entry.leased && filter.matches(entry.delivery)) {
        leave(entry);
        Delivery before = entry.delivery;
        entry.delivery =
            new Delivery(
                before.message(), before.endpoint(), DeliveryState.PENDING, 0, now, before.last());
        enter(entry);
        count++;
      }
    }
    return count;
  }

  Collection<Delivery> deliveries() {
    List<Delivery> all = new ArrayList<>(entries.size());
    entries.values().forEach(entry -> all.add(entry.delivery));
    return all;
  }

  /** Removes deliveries, and returns the ids of their messages. */
  List<String> removeIf(Predicate<Delivery> condition) {
    List<String> removed = new ArrayList<>();
    for (Iterator<Entry> all = entries.values().iterator(); all.hasNext(); ) {
      Entry entry = all.next();
      if (condition.test(entry.delivery)) {
        removed.add(entry.delivery.message().id());
        all.remove();
        if (entry.leased) {
          takeBack(entry);
        }
        leave(entry);
      }
    }
    return removed;
  }

  private @Nullable Entry held(DeliveryClaim claim) {
    Entry entry = entries.get(claim.delivery().message().id());
    return entry != null && entry.leased && entry.token == claim.token() ? entry : null;
  }

  /** Takes back what was lent for too long. */
  private void reclaim(Instant now) {
    while (!leases.isEmpty() && !now.isBefore(leases.first().leasedUntil)) {
      Entry late = leases.first();
      takeBack(late);
      enter(late);
    }
  }

  private void takeBack(Entry entry) {
    leases.remove(entry);
    entry.leased = false;
    Lane lane = lane(entry);
    lane.leased--;
    dropIfEmpty(entry, lane);
  }

  private void enter(Entry entry) {
    if (entry.delivery.state().isEnded()) {
      ended.add(entry);
    } else {
      lane(entry).place(entry).add(entry);
    }
  }

  private void leave(Entry entry) {
    ended.remove(entry);
    Lane lane = lane(entry);
    lane.place(entry).remove(entry);
    dropIfEmpty(entry, lane);
  }

  private Lane lane(Entry entry) {
    return lanes.computeIfAbsent(entry.delivery.message().run(), run -> new Lane());
  }

  private void dropIfEmpty(Entry entry, Lane lane) {
    if (lane.isEmpty()) {
      lanes.remove(entry.delivery.message().run());
    }
  }
}
