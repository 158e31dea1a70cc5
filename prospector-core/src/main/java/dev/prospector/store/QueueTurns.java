package dev.prospector.store;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is in a queue of runs: that of the tenant whose last turn is the longest ago, with
 * the run that came first. A tenant with a thousand runs so delays another's only run by one.
 *
 * @param waiting in the order in which they came
 * @param running how many runs of each tenant are worked on
 * @param lastTurns the number of each tenant's last turn; who had none comes first
 */
public record QueueTurns(
    List<Waiting> waiting, Map<Tenant, Integer> running, Map<Tenant, Long> lastTurns) {

  /** A run that waits. */
  public record Waiting(Tenant tenant, RunId run, String pipeline) {}

  /** Fixes what is given. */
  public QueueTurns {
    waiting = List.copyOf(waiting);
    running = Map.copyOf(running);
    lastTurns = Map.copyOf(lastTurns);
  }

  /** Returns the runs in the order of their turns, as if there was room for each at its turn. */
  public List<Waiting> inOrder() {
    List<Waiting> left = new ArrayList<>(waiting);
    Map<Tenant, Long> turns = new HashMap<>(lastTurns);
    long turn = turns.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Waiting> order = new ArrayList<>();
    while (!left.isEmpty()) {
      Waiting next = first(left, turns);
      left.remove(next);
      order.add(next);
      turns.put(next.tenant(), ++turn);
    }
    return order;
  }

  /** Of two tenants whose last turn is equally long ago, the one whose run came first. */
  private static Waiting first(List<Waiting> left, Map<Tenant, Long> turns) {
    return left.stream()
        .min(Comparator.comparing(one -> turns.getOrDefault(one.tenant(), 0L)))
        .orElseThrow();
  }

  /**
   * Returns the run whose turn it is, if there is room.
   *
   * @param pipelines names of those that whoever asks can work on
   */
  public Optional<Waiting> next(QueueLimits limits, Collection<String> pipelines) {
    int all = running.values().stream().mapToInt(Integer::intValue).sum();
    if (all >= limits.most()) {
      return Optional.empty();
    }
    List<Waiting> possible =
        waiting.stream()
            .filter(one -> pipelines.contains(one.pipeline()))
            .filter(one -> running.getOrDefault(one.tenant(), 0) < limits.perTenant())
            .toList();
    return possible.isEmpty() ? Optional.empty() : Optional.of(first(possible, lastTurns));
  }
}
