package dev.prospector.adapter.store.internal.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** What is asked of limits that are shared. */
sealed interface LimitRequest {

  /** Of which limit. */
  Key key();

  /** One limit of one tenant. In the order in which rows are locked. */
  record Key(String tenant, String name) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::tenant).thenComparing(Key::name);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** A holder could use so many permits. Its answer is how many it may use. */
  record Hold(Key key, String holder, int limit, int inUse, int wanted) implements LimitRequest {}

  /** Somebody books the next turn. Its answer is when that is. */
  record Turn(Key key, Duration apart) implements LimitRequest {}

  /** What began at the last turn took until then. Its answer says nothing. */
  record Ended(Key key, Instant end) implements LimitRequest {}
}
