package dev.prospector.engine.internal.workplace;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts steps in which rules took the place of the model, by reason. Safe for several threads. */
final class Fallbacks {

  /** Reasons that differ for each lead are no commonest reason; memory is not theirs. */
  private static final int MOST_REASONS = 200;

  private final LongAdder total = new LongAdder();
  private final Map<String, LongAdder> byReason = new ConcurrentHashMap<>();

  void count(String reason) {
    total.increment();
    LongAdder known = byReason.get(reason);
    if (known != null) {
      known.increment();
    } else if (byReason.size() < MOST_REASONS) {
      byReason.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }
  }

  long total() {
    return total.sum();
  }

  /** Returns the commonest reason, of several the first by the alphabet; empty if there is none. */
  String commonest() {
    return byReason.entrySet().stream()
        .min(
            Comparator.comparing((Map.Entry<String, LongAdder> e) -> -e.getValue().sum())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
