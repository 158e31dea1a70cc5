package dev.prospector.memory;

import dev.prospector.lead.Tenant;
import dev.prospector.store.SharedLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Limits that are shared within this process. Grows with the number of names. */
public final class InMemorySharedLimits implements SharedLimits {

  private final Shared shared;
  private final Object holder = new Object();

  private record Key(Tenant tenant, String name) {}

  private record Holding(int held, int wanted, long since) {
    boolean isUnmet() {
      return wanted > held;
    }
  }

  /** What all holders share; guarded by itself. */
  private static final class Shared {
    private final Clock clock;
    private final Map<Key, Map<Object, Holding>> holdings = new HashMap<>();
    private final Map<Key, Instant> turns = new HashMap<>();
    private long asked;

    Shared(Clock clock) {
      this.clock = clock;
    }
  }

  /** Creates limits without holders. */
  public InMemorySharedLimits(Clock clock) {
    this(new Shared(clock));
  }

  private InMemorySharedLimits(Shared shared) {
    this.shared = shared;
  }

  /** Returns another holder of the same limits. */
  public InMemorySharedLimits another() {
    return new InMemorySharedLimits(shared);
  }

  @Override
  public int hold(Tenant tenant, String name, int limit, int inUse, int wanted) {
    synchronized (shared) {
      Map<Object, Holding> all =
          shared.holdings.computeIfAbsent(new Key(tenant, name), k -> new LinkedHashMap<>());
      Holding before = all.remove(holder);
      if (wanted == 0) {
        return 0;
      }
      long since = before != null && before.held() == 0 ? before.since() : ++shared.asked;
      int granted = granted(all, limit, wanted, since);
      // A holder that was granted less than it uses goes to the end of the queue.
      long place = granted < inUse ? ++shared.asked : since;
      all.put(holder, new Holding(Math.max(inUse, granted), wanted, place));
      return granted;
    }
  }

  private static int granted(Map<Object, Holding> others, int limit, int wanted, long since) {
    int held = others.values().stream().mapToInt(Holding::held).sum();
    int free = Math.max(0, Math.min(wanted, limit - held));
    List<Holding> unmet = others.values().stream().filter(Holding::isUnmet).toList();
    if (unmet.isEmpty()) {
      return free;
    }
    int share = limit / (others.size() + 1);
    if (share > 0) {
      return Math.min(free, share);
    }
    boolean first = unmet.stream().allMatch(other -> since < other.since());
    return first ? Math.min(free, 1) : 0;
  }

  @Override
  public Instant turn(Tenant tenant, String name, Duration apart) {
    synchronized (shared) {
      Instant now = shared.clock.instant();
      Key key = new Key(tenant, name);
      Instant last = shared.turns.get(key);
      Instant turn = last == null || last.plus(apart).isBefore(now) ? now : last.plus(apart);
      shared.turns.put(key, turn);
      return turn;
    }
  }

  @Override
  public void ended(Tenant tenant, String name, Instant end) {
    synchronized (shared) {
      shared.turns.merge(
          new Key(tenant, name), end, (one, other) -> one.isAfter(other) ? one : other);
    }
  }
}
