package dev.prospector.model;

import dev.prospector.lead.Tenant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A line for each tenant, of which the one comes next that was served longest ago: who comes anew
 * does not wait for all that another one has waiting. Confined to who holds the lock of the line.
 *
 * @param <T> a place in the line, told apart by identity
 */
final class TenantsInTurn<T> {

  private static final int MOST_REMEMBERED = 10_000;

  /** A tenant that waits, when it was served last, and when it came. */
  private record Waiting(Tenant tenant, long served, long came) {}

  private final Map<Tenant, Deque<T>> lines = new HashMap<>();
  private final Map<Tenant, Waiting> places = new HashMap<>();
  private final TreeSet<Waiting> order =
      new TreeSet<>(Comparator.comparingLong(Waiting::served).thenComparingLong(Waiting::came));
  private final Map<Tenant, Long> served =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tenant, Long> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private long count;

  void join(Tenant tenant, T ticket) {
    Deque<T> line = lines.computeIfAbsent(tenant, t -> new ArrayDeque<>());
    if (line.isEmpty()) {
      place(tenant);
    }
    line.add(ticket);
  }

  private void place(Tenant tenant) {
    Waiting waiting = new Waiting(tenant, served.getOrDefault(tenant, 0L), ++count);
    places.put(tenant, waiting);
    order.add(waiting);
  }

  boolean isNext(T ticket) {
    @Nullable Deque<T> line = order.isEmpty() ? null : lines.get(order.first().tenant());
    return line != null && line.peek() == ticket;
  }

  /** Somebody has its turn. */
  void serve(Tenant tenant, T ticket) {
    served.put(tenant, ++count);
    if (leave(tenant, ticket)) {
      unplace(tenant);
      place(tenant);
    }
  }

  /** Somebody does not wait any longer; returns whether others of its tenant do. */
  boolean leave(Tenant tenant, T ticket) {
    Deque<T> line = lines.get(tenant);
    if (line == null) {
      return false;
    }
    boolean there = line.removeFirstOccurrence(ticket);
    if (there && line.isEmpty()) {
      lines.remove(tenant);
      unplace(tenant);
    }
    return !line.isEmpty();
  }

  private void unplace(Tenant tenant) {
    @Nullable Waiting place = places.remove(tenant);
    if (place != null) {
      order.remove(place);
    }
  }

  List<Tenant> tenants() {
    return order.stream()
        .map(Waiting::tenant)
        .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
  }
}
