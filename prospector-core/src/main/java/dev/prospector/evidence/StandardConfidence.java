package dev.prospector.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The confidence that ships. One claim weighs
 *
 * <pre>weight = (DERIVED ? 0.85 : 0.60) × (COMPANY 1.0 | HOST 0.9 | THIRD_PARTY 0.8) × freshness
 * </pre>
 *
 * where freshness is 1 in the source's first year and loses 0.1 with each further year down to 0.6;
 * a source without a date counts as fresh, because nothing says otherwise. Independent sources join
 * as independent witnesses do, {@code 1 - Π(1 - weight)} (noisy-or, J. Pearl, Probabilistic
 * Reasoning in Intelligent Systems, 1988, section 4.3.2); texts that are equal, and pages of one
 * address host, count once with their best claim. The result is multiplied by the share of agreeing
 * weight, bounded by 0.75 when nothing is derived, and rounded to two decimals.
 */
final class StandardConfidence implements ConfidencePolicy {

  static final StandardConfidence INSTANCE = new StandardConfidence();

  private static final double QUOTED_CEILING = 0.75;
  private static final double OLDEST = 0.6;
  private static final double LOSS_PER_YEAR = 0.1;
  private static final Duration YEAR = Duration.ofDays(365);

  @Override
  public double confidence(
      List<? extends Claim<?>> agreeing, List<? extends Claim<?>> contradicting, Instant asOf) {
    double speaksFor = joined(agreeing, asOf);
    double speaksAgainst = joined(contradicting, asOf);
    double share = speaksFor / (speaksFor + speaksAgainst);
    double ceiling =
        agreeing.stream().anyMatch(c -> c.derivation() == Derivation.DERIVED) ? 1 : QUOTED_CEILING;
    return Math.round(Math.min(speaksFor * share, ceiling) * 100) / 100.0;
  }

  private static double joined(List<? extends Claim<?>> claims, Instant asOf) {
    if (claims.size() == 1) {
      return weight(claims.get(0), asOf);
    }
    double nobody = 1;
    for (double weight : bestPerSource(claims, asOf)) {
      nobody *= 1 - weight;
    }
    return 1 - nobody;
  }

  /** Equal texts are one source wherever they stand, and so are the pages of one host. */
  private static double[] bestPerSource(List<? extends Claim<?>> claims, Instant asOf) {
    Map<String, Double> byHost = new HashMap<>();
    Map<SnapshotId, String> hostOfText = new HashMap<>();
    for (Claim<?> claim : claims) {
      String host = hostOfText.computeIfAbsent(claim.snapshot(), id -> host(claim.address()));
      byHost.merge(host, weight(claim, asOf), Math::max);
    }
    // Sorted, because a product of doubles depends on its order.
    return byHost.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static double weight(Claim<?> claim, Instant asOf) {
    double base = claim.derivation() == Derivation.DERIVED ? 0.85 : 0.60;
    return base * publisher(claim.publisher()) * freshness(claim, asOf);
  }

  private static double publisher(Snapshot.Publisher publisher) {
    return switch (publisher) {
      case COMPANY -> 1.0;
      case HOST -> 0.9;
      case THIRD_PARTY -> 0.8;
    };
  }

  private static double freshness(Claim<?> claim, Instant asOf) {
    long years =
        claim.capturedAt().map(read -> Duration.between(read, asOf).dividedBy(YEAR)).orElse(0L);
    return Math.max(OLDEST, 1 - LOSS_PER_YEAR * Math.max(0, years));
  }

  private static String host(String address) {
    int scheme = address.indexOf("://");
    if (scheme < 0) {
      return address;
    }
    int start = address.startsWith("www.", scheme + 3) ? scheme + 7 : scheme + 3;
    int end = start;
    while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return address.substring(start, end);
  }
}
