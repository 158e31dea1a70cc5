package dev.prospector.benchmark.machines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long it took until leads went on that a worker had in its hands when it was harmed.
 *
 * @param seconds one for each such lead, in ascending order
 * @param never leads that did not go on
 */
record Recoveries(List<Double> seconds, long never) {

  /** So long after an end is written it may be heard of. */
  private static final long HEARD_LATE_NANOS = 2_000_000_000L;

  Recoveries {
    seconds = List.copyOf(seconds);
  }

  static Recoveries after(List<Fault> faults, List<Ledger.Call> calls, Watcher watcher) {
    Map<Integer, List<Ledger.Call>> byLead = new HashMap<>();
    for (Ledger.Call call : calls) {
      byLead.computeIfAbsent(call.lead(), k -> new ArrayList<>(Work.STEPS)).add(call);
    }
    List<Double> seconds = new ArrayList<>();
    long never = 0;
    for (Fault fault : faults) {
      for (List<Ledger.Call> ofLead : byLead.values()) {
        if (wasInHands(fault, ofLead, watcher)) {
          long on = goesOn(fault, ofLead, watcher);
          never += on == Long.MAX_VALUE ? 1 : 0;
          seconds.add((on - fault.begun()) / 1e9);
        }
      }
    }
    Collections.sort(seconds);
    return new Recoveries(seconds, never);
  }

  private static boolean wasInHands(Fault fault, List<Ledger.Call> calls, Watcher watcher) {
    Ledger.Call last = null;
    for (Ledger.Call call : calls) {
      if (call.begun() <= fault.begun()) {
        last = call;
      }
    }
    return last != null
        && last.worker().equals(fault.worker())
        && watcher.finished(last.lead()) > fault.begun() + HEARD_LATE_NANOS;
  }

  private static long goesOn(Fault fault, List<Ledger.Call> calls, Watcher watcher) {
    return calls.stream()
        .mapToLong(Ledger.Call::begun)
        .filter(begun -> begun > fault.begun())
        .findFirst()
        .orElse(watcher.finished(calls.get(0).lead()));
  }

  int leads() {
    return seconds.size();
  }

  double part(double part) {
    return seconds.isEmpty()
        ? 0
        : seconds.get((int) Math.min(seconds.size() - 1, part * seconds.size()));
  }
}
