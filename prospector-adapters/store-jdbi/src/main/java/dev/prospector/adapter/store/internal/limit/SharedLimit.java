package dev.prospector.adapter.store.internal.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One limit with all who hold it, while a transaction holds its row. */
final class SharedLimit {

  private final LimitRequest.Key key;
  private final Map<String, Holding> holdings = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private long asked;
  private @Nullable Instant turn;

  /**
   * What one holder has.
   *
   * @param since the place in the order of those who wait
   */
  record Holding(long held, long wanted, long since) {
    boolean isUnmet() {
      return wanted > held;
    }
  }

  SharedLimit(LimitRequest.Key key, long asked, @Nullable Instant turn) {
    this.key = key;
    this.asked = asked;
    this.turn = turn;
  }

  LimitRequest.Key key() {
    return key;
  }

  long asked() {
    return asked;
  }

  @Nullable Instant turn() {
    return turn;
  }

  void add(String holder, Holding holding) {
    holdings.put(holder, holding);
  }

  /** Returns the holders whose holdings are to be written, or removed if they have none. */
  Set<String> changed() {
    return changed;
  }

  @Nullable Holding holding(String holder) {
    return holdings.get(holder);
  }

  /** Returns how many permits a holder may use. */
  int hold(LimitRequest.Hold request) {
    changed.add(request.holder());
    Holding before = holdings.remove(request.holder());
    if (request.wanted() == 0) {
      return 0;
    }
    long since = before != null && before.held() == 0 ? before.since() : ++asked;
    int granted = granted(holdings.values(), request, since);
    // A holder that was granted less than it uses goes to the end of the queue.
    long place = granted < request.inUse() ? ++asked : since;
    holdings.put(
        request.holder(), new Holding(Math.max(request.inUse(), granted), request.wanted(), place));
    return granted;
  }

  private static int granted(Collection<Holding> others, LimitRequest.Hold request, long since) {
    long held = others.stream().mapToLong(Holding::held).sum();
    int free = (int) Math.max(0, Math.min(request.wanted(), request.limit() - held));
    List<Holding> unmet = others.stream().filter(Holding::isUnmet).toList();
    if (unmet.isEmpty()) {
      return free;
    }
    int share = request.limit() / (others.size() + 1);
    if (share > 0) {
      return Math.min(free, share);
    }
    boolean first = unmet.stream().allMatch(other -> since < other.since());
    return first ? Math.min(free, 1) : 0;
  }

  /** Returns when the next turn is; turns that were not booked are not saved up. */
  Instant book(Duration apart, Instant now) {
    Instant last = turn;
    Instant next = last == null || last.plus(apart).isBefore(now) ? now : last.plus(apart);
    turn = next;
    return next;
  }

  /** Returns the last turn, or when what began at it was over. */
  Instant end(Instant end) {
    Instant last = turn;
    Instant later = last == null || last.isBefore(end) ? end : last;
    turn = later;
    return later;
  }
}
