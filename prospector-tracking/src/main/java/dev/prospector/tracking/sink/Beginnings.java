package dev.prospector.tracking.sink;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When steps and leads began that have not ended. It holds a bounded number: the oldest, whose end
 * another process may have seen, are given up.
 */
final class Beginnings {

  private static final int MOST = 100_000;

  private record Key(RunId run, String lead, String step) {}

  private final Map<Key, Instant> beginnings =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
          return size() > MOST;
        }
      };

  void begin(RunEvent event, String step) {
    beginnings.put(key(event, step), event.position().at());
  }

  /** Returns how long it took; empty if its beginning was not seen. */
  Optional<Duration> end(RunEvent event, String step) {
    return Optional.ofNullable(beginnings.remove(key(event, step)))
        .map(began -> Duration.between(began, event.position().at()))
        .filter(duration -> !duration.isNegative());
  }

  private static Key key(RunEvent event, String step) {
    String lead = event.about().map(Object::toString).orElse("");
    return new Key(event.position().run(), lead, step);
  }
}
