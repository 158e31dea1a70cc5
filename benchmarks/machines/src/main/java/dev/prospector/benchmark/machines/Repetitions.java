package dev.prospector.benchmark.machines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls that were made again.
 *
 * @param calls all calls
 * @param steps for how many steps of leads
 * @param again calls for a step for which one had been made before
 * @param unexplained those among them where nothing had been done to whoever made it before
 * @param afterCompletion those that were made when the step was known to be complete
 * @param longestUncommitted how long before the harm a call had been answered whose result was not
 *     yet written, at most, in milliseconds; negative if all were still under way
 */
record Repetitions(
    long calls,
    long steps,
    long again,
    long unexplained,
    long afterCompletion,
    long longestUncommitted) {

  static Repetitions in(
      List<Ledger.Call> calls, List<Fault> faults, Watcher watcher, long latencyMillis) {
    Map<Integer, List<Ledger.Call>> bySteps = new HashMap<>();
    for (Ledger.Call call : calls) {
      bySteps
          .computeIfAbsent(call.lead() * Work.STEPS + call.step(), k -> new ArrayList<>(1))
          .add(call);
    }
    long unexplained = 0;
    long afterCompletion = 0;
    long longest = Long.MIN_VALUE;
    for (List<Ledger.Call> ofStep : bySteps.values()) {
      for (int i = 1; i < ofStep.size(); i++) {
        Ledger.Call before = ofStep.get(i - 1);
        Ledger.Call call = ofStep.get(i);
        afterCompletion += call.begun() > watcher.completed(call.lead(), call.step()) ? 1 : 0;
        var cause =
            faults.stream()
                .filter(fault -> fault.worker().equals(before.worker()))
                .filter(fault -> fault.begun() >= before.begun() && fault.begun() <= call.begun())
                .findFirst();
        unexplained += cause.isEmpty() ? 1 : 0;
        if (cause.isPresent()) {
          longest = Math.max(longest, cause.get().begun() - before.ended(latencyMillis));
        }
      }
    }
    return new Repetitions(
        calls.size(),
        bySteps.size(),
        calls.size() - bySteps.size(),
        unexplained,
        afterCompletion,
        longest == Long.MIN_VALUE ? 0 : longest / 1_000_000);
  }
}
