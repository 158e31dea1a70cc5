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
}
