package dev.prospector.benchmark.calibration;

import dev.prospector.evidence.Placement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Fits the terms of the standard confidence. */
public final class ConfidenceFit {

  private static final int ROUNDS = 5;

  private ConfidenceFit() {}

  /**
   * Returns the terms, in log-odds, by the names that {@code confidence.properties} has for them.
   */
  public static Map<String, Double> of(List<JudgedFact> facts) {
    Map<String, Double> weights = Map.of();
    // Which placement of a fact counts depends on the weights, so it is fitted in rounds.
    for (int round = 0; round < ROUNDS; round++) {
      LogisticFit fit = new LogisticFit();
      for (JudgedFact fact : facts) {
        fit.add(terms(fact, weights), fact.right());
      }
      weights = fit.weights();
    }
    return weights;
  }

  /**
   * Returns the features of a fact, given which placement is the best one. The fit chooses it by
   * the weights of the round before.
   */
  private static Map<String, Double> terms(JudgedFact fact, Map<String, Double> weights) {
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put("field." + fact.field(), 1.0);
    terms.put(best(fact.placements(), weights), 1.0);
    if (fact.places() > 1) {
      terms.put("agreement", Math.log(fact.places()));
    }
    return terms;
  }

  private static String best(Set<Placement> placements, Map<String, Double> weights) {
    String best = "";
    for (Placement placement : placements) {
      String name = "placement." + placement.name().toLowerCase(Locale.ROOT);
      boolean better = weights.getOrDefault(name, 0.0) > weights.getOrDefault(best, 0.0);
      best = best.isEmpty() || better ? name : best;
    }
    return best;
  }

  /** Returns the confidence by these weights, before the rounding of the shipped policy. */
  public static double confidence(JudgedFact fact, Map<String, Double> weights) {
    double z = 0;
    for (Map.Entry<String, Double> term : terms(fact, weights).entrySet()) {
      z += weights.getOrDefault(term.getKey(), 0.0) * term.getValue();
    }
    return 1 / (1 + Math.exp(-z));
  }
}
