package dev.prospector.benchmark.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs every contender in every round, one after another, so that what else the machine does falls
 * on all alike.
 */
final class SideBySide {

  private static final int WAITING_ROUNDS = 3;

  private final Meter meter;
  private final Settings settings;

  SideBySide(Meter meter, Settings settings) {
    this.meter = meter;
    this.settings = settings;
  }

  List<Result> run(List<Contender> contenders) throws Exception {
    Map<Contender, List<Round>> rounds = new LinkedHashMap<>();
    for (int round = 0; round < settings.rounds(); round++) {
      for (Contender contender : contenders) {
        Round measured = meter.measure(contender, settings.leads());
        if (round > 0) {
          rounds.computeIfAbsent(contender, c -> new ArrayList<>()).add(measured);
        }
      }
    }
    return rounds.entrySet().stream()
        .map(e -> new Result(e.getKey().name(), e.getKey().stepsPerLead(), e.getValue()))
        .toList();
  }

  /** The same for steps that wait; the warm-up is a tenth of a round. */
  List<WaitingResult> runWaiting(List<Waiting> runs) throws Exception {
    for (Waiting run : runs) {
      run.shortened().measure();
    }
    Map<Waiting, List<Double>> seconds = new LinkedHashMap<>();
    for (int round = 0; round < WAITING_ROUNDS; round++) {
      for (Waiting run : runs) {
        seconds.computeIfAbsent(run, r -> new ArrayList<>()).add(run.measure());
      }
    }
    return seconds.entrySet().stream()
        .map(e -> new WaitingResult(e.getKey(), e.getValue()))
        .toList();
  }
}
