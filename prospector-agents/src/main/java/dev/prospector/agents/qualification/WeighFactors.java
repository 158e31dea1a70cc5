package dev.prospector.agents.qualification;

import dev.prospector.agents.argument.ScoreRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The arithmetic of {@link Qualification}: from factors to score, range and tier. */
final class WeighFactors {

  private static final double LEAST_FIT_FOR_HIGH = 0.7;
  private static final double LEAST_FIT_FOR_MEDIUM = 0.5;

  private static final double LEAST_KNOWN_FOR_HIGH = 0.5;
  private static final double LEAST_KNOWN_FOR_MEDIUM = 0.32;

  /** What is expected of a need that is not known: the better a company fits, the likelier. */
  private static final double NEED_WITHOUT_FIT = 0.3;

  private static final double NEED_BY_FIT = 0.4;

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

  /** What is unknown counts as what is usual for its factor, so that it cannot look good. */
  double score() {
    double sum = 0;
    for (Factor factor : factors) {
      sum += factor.weight() * expected(factor);
    }
    return ScoreRange.rounded(sum);
  }

  private double expected(Factor factor) {
    ScoreRange value = factor.value();
    return value.low() + (value.high() - value.low()) * usual(factor.kind());
  }

  private double usual(Factor.Kind kind) {
    return switch (kind) {
      case FIT -> 0.2;
      case NEED -> NEED_WITHOUT_FIT + NEED_BY_FIT * fit();
      case TIMING, AUTHORITY, BUDGET, REACHABILITY -> 0.5;
    };
  }

  /** How much fit is shown, rather than not excluded. */
  private double fit() {
    return factors.stream()
        .filter(f -> f.kind() == Factor.Kind.FIT)
        .mapToDouble(f -> f.value().low())
        .findFirst()
        .orElse(0);
  }

  /** A good tier needs a fit that is shown; a bad one is not given for what is missing. */
  Tier tier() {
    Tier tier = Tier.of(score());
    if (tier == Tier.HIGH && (fit() < LEAST_FIT_FOR_HIGH || known() < LEAST_KNOWN_FOR_HIGH)) {
      tier = Tier.MEDIUM;
    }
    if (tier == Tier.MEDIUM && (fit() < LEAST_FIT_FOR_MEDIUM || known() < LEAST_KNOWN_FOR_MEDIUM)) {
      tier = Tier.LOW;
    }
    boolean open = range().high() >= Tier.LOW.threshold();
    return tier == Tier.NOT_QUALIFIED && open ? Tier.LOW : tier;
  }

  /** The factor whose unknown part weighs most. */
  Optional<Factor.Kind> decisive() {
    return factors.stream()
        .filter(f -> f.value().known() < 1)
        .max(Comparator.comparingDouble(f -> f.weight() * (1 - f.value().known())))
        .map(Factor::kind);
  }
}
