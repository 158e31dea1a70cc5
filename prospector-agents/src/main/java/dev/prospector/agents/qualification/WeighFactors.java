package dev.prospector.agents.qualification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The arithmetic of {@link Qualification}: from factors to score, range and tier. */
final class WeighFactors {

  private static final double LEAST_KNOWN_FOR_HIGH = 0.4;
  private static final double LEAST_KNOWN_FOR_MEDIUM = 0.25;

  private final List<Factor> factors;

  WeighFactors(List<Factor> factors) {
    this.factors = List.copyOf(factors);
  }

  List<Factor> factors() {
    return factors;
  }

  ScoreRange range() {
    double low = 0;
    double high = 0;
    for (Factor factor : factors) {
      low += factor.weight() * factor.value().low();
      high += factor.weight() * factor.value().high();
    }
    return new ScoreRange(Math.min(low, 1), Math.min(high, 1));
  }

  double known() {
    double known = 0;
    for (Factor factor : factors) {
      known += factor.weight() * factor.value().known();
    }
    return ScoreRange.rounded(known);
  }

  double score() {
    double sum = 0;
    double weights = 0;
    for (Factor factor : factors) {
      double weight = factor.weight() * factor.value().known();
      sum += weight * factor.value().middle();
      weights += weight;
    }
    ScoreRange range = range();
    // With nothing known there is no score to speak of: the low end promises nothing.
    double score = weights == 0 ? range.low() : sum / weights;
    return ScoreRange.rounded(Math.max(range.low(), Math.min(range.high(), score)));
  }

  Tier tier() {
    Tier tier = Tier.of(score());
    if (tier == Tier.NOT_QUALIFIED && range().high() >= Tier.LOW.threshold()) {
      return Tier.LOW;
    }
    if (tier == Tier.HIGH && known() < LEAST_KNOWN_FOR_HIGH) {
      tier = Tier.MEDIUM;
    }
    return tier == Tier.MEDIUM && known() < LEAST_KNOWN_FOR_MEDIUM ? Tier.LOW : tier;
  }

  /** The factor whose unknown part weighs most. */
  Optional<Factor.Kind> decisive() {
    return factors.stream()
        .filter(f -> f.value().known() < 1)
        .max(Comparator.comparingDouble(f -> f.weight() * (1 - f.value().known())))
        .map(Factor::kind);
  }
}
