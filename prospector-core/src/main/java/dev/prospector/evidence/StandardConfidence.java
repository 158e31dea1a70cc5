package dev.prospector.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The confidence that ships: how often values like this one were right on labelled pages. One
 * source, which is all pages of one address host and all places of one text, weighs
 *
 * <pre>
 * weight = 1 / (1 + exp(-z)) × publisher × freshness
 * z = field + placement of the best claim + agreement × ln(places that state it on one page)
 * </pre>
 *
 * The terms of {@code z} are the coefficients of a logistic regression and stand with their source
 * in {@code confidence.properties}; a claim that is only quoted is lowered by {@code quoted}. The
 * words of the host's list weigh 0.9 and of third parties 0.8 of the company's own; freshness is 1
 * in the source's first year and loses 0.1 with each further year down to 0.6, and a source without
 * a date counts as fresh, because nothing says otherwise: these three are judgements, since no data
 * tells them. Independent sources join as independent witnesses do, {@code 1 - Π(1 - weight)}
 * (noisy-or, J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3.2). The
 * result is multiplied by the share of agreeing weight, bounded by 0.75 when nothing is derived,
 * and rounded to two decimals.
 */
final class StandardConfidence implements ConfidencePolicy {

  static final StandardConfidence INSTANCE = new StandardConfidence();

  private static final double QUOTED_CEILING = 0.75;
  private static final double OLDEST = 0.6;
  private static final double LOSS_PER_YEAR = 0.1;
  private static final Duration YEAR = Duration.ofDays(365);

  /** Raise it with every change of the formula. */
  @Override
  public String identity() {
    return "standard/1";
  }

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
    double allWrong = 1;
    for (double weight : weights(claims, asOf)) {
      allWrong *= 1 - weight;
    }
    return 1 - allWrong;
  }

  /** Equal texts are one source wherever they stand, and so are the pages of one host. */
  private static double[] weights(List<? extends Claim<?>> claims, Instant asOf) {
    Map<String, List<Claim<?>>> byHost = new HashMap<>();
    Map<SnapshotId, String> hostOfText = new HashMap<>();
    for (Claim<?> claim : claims) {
      String host = hostOfText.computeIfAbsent(claim.snapshot(), id -> host(claim.address()));
      byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(claim);
    }
    // Sorted, because a product of doubles depends on its order.
    return byHost.values().stream().mapToDouble(source -> weight(source, asOf)).sorted().toArray();
  }

  private static double weight(List<Claim<?>> source, Instant asOf) {
    ConfidenceWeights weights = ConfidenceWeights.shipped();
    Map<SnapshotId, Set<Span>> places = new HashMap<>();
    double best = Double.NEGATIVE_INFINITY;
    double trust = 0;
    for (Claim<?> claim : source) {
      places.computeIfAbsent(claim.snapshot(), id -> new HashSet<>()).add(claim.span());
      best = Math.max(best, weights.of(claim));
      trust = Math.max(trust, publisher(claim.publisher()) * freshness(claim, asOf));
    }
    // A footer stands on every page: only places of one page speak for themselves.
    double z = best + weights.agreement() * Math.log(most(places));
    return trust / (1 + Math.exp(-z));
  }

  private static int most(Map<SnapshotId, Set<Span>> places) {
    return places.values().stream().mapToInt(Set::size).max().orElse(1);
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
