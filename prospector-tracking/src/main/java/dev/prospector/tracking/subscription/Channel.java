package dev.prospector.tracking.subscription;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One run and who follows it. The latest events that anybody read are kept, so that those who are
 * up to date share one look at the store; who is further behind reads for himself.
 */
final class Channel {

  /** Names a run. */
  record Key(Tenant tenant, RunId run) {}

  private static final int AT_A_TIME = 256;
  private static final int MOST_RECENT = 512;

  private final Key key;
  private final RunStore store;
  private final Set<EventSubscription> followers = ConcurrentHashMap.newKeySet();
  private final AtomicLong known = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();

  /** Without gaps. */
  private List<RunEvent> recent = List.of();

  Channel(Key key, RunStore store) {
    this.key = key;
    this.store = store;
  }

  Key key() {
    return key;
  }

  Set<EventSubscription> followers() {
    return followers;
  }

  /** Returns the highest number of which anybody heard. */
  long known() {
    return known.get();
  }

  /** Lets everybody know who has not seen this number yet. */
  void heardOf(long number) {
    known.accumulateAndGet(number, Math::max);
    for (EventSubscription follower : followers) {
      if (follower.cursor() < number) {
        follower.wake();
      }
    }
  }

  /**
   * Returns events after a number, in order; empty if there are none.
   *
   * @throws dev.prospector.error.RunException if they are not there any more
   */
  List<RunEvent> after(long number) {
    lock.lock();
    try {
      if (recent.isEmpty() || number >= number(recent.size() - 1)) {
        List<RunEvent> next = read(number);
        remember(next, number);
        return next;
      }
      int from = (int) (number - number(0) + 1);
      if (from >= 0) {
        return recent.subList(from, Math.min(recent.size(), from + AT_A_TIME));
      }
    } finally {
      lock.unlock();
    }
    return read(number);
  }

  private List<RunEvent> read(long number) {
    return store.events(key.tenant(), key.run(), number, AT_A_TIME);
  }

  private void remember(List<RunEvent> next, long after) {
    if (next.isEmpty()) {
      return;
    }
    boolean follows = !recent.isEmpty() && number(recent.size() - 1) == after;
    List<RunEvent> all = new ArrayList<>(follows ? recent : List.of());
    all.addAll(next);
    recent = List.copyOf(all.subList(Math.max(0, all.size() - MOST_RECENT), all.size()));
  }

  private long number(int index) {
    return recent.get(index).position().number();
  }
}
