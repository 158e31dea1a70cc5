package dev.prospector.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Rates what was found before by the policy and at the time of who reads it: a fact keeps its
 * claims, and its confidence is worked out anew from them. Confined to one thread.
 */
public final class Rating {

  /** The order of claims, and with it of sums, may be another one. */
  private static final double ROUNDING = 1e-9;

  private final ConfidencePolicy policy;
  private final Instant asOf;
  private final List<Double> seen = new ArrayList<>();
  private boolean changed;

  private Rating(ConfidencePolicy policy, Instant asOf) {
    this.policy = policy;
    this.asOf = asOf;
  }

  /**
   * A value with its facts rated anew.
   *
   * @param value the very value that was given if every confidence stays
   * @param confidences all of them, in order; empty if every one stays
   */
  public record Rated<T>(T value, List<Double> confidences) {}

  /**
   * Returns a value with the confidence of every claim and fact in it worked out anew, also of
   * those within records, lists and maps.
   *
   * @param asOf the time against which the age of a source counts
   * @throws IllegalArgumentException if a record refuses what it had accepted with other
   *     confidences
   */
  @SuppressWarnings("unchecked")
  public static <T> Rated<T> of(T value, ConfidencePolicy policy, Instant asOf) {
    Rating rating = new Rating(policy, asOf);
    Object again = rating.any(value);
    return rating.changed
        ? new Rated<>((T) again, List.copyOf(rating.seen))
        : new Rated<>(value, List.of());
  }

  private Object any(Object value) {
    if (value instanceof Fact<?> fact) {
      return fact(fact);
    } else if (value instanceof Claim<?> claim) {
      return claim(claim);
    } else if (value instanceof Optional<?> optional) {
      return optional.map(this::any);
    } else if (value instanceof List<?> list) {
      return list(list);
    } else if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    return value instanceof Record record ? record(record) : value;
  }

  private <T> Claim<T> claim(Claim<T> claim) {
    double now = policy.confidence(List.of(claim), List.of(), asOf);
    return note(claim.confidence(), now) ? claim.rated(now) : claim;
  }

  /** Notes a confidence, and returns whether it is another one than before, beyond rounding. */
  private boolean note(double before, double now) {
    boolean differs = Math.abs(before - now) > ROUNDING;
    seen.add(differs ? now : before);
    changed |= differs;
    return differs;
  }

  private <T> Fact<T> fact(Fact<T> fact) {
    return fact.fold(
        known -> known(known, List.of()),
        () -> fact,
        absent -> new Fact.Absent<>(absent.backing().stream().map(this::claim).toList()),
        contradicted -> contested(contradicted.sides()));
  }

  private <T> Fact.Known<T> known(Fact.Known<T> known, List<Claim<T>> against) {
    List<Claim<T>> backing = new ArrayList<>();
    known.backing().forEach(claim -> backing.add(claim(claim)));
    backing.sort(Comparator.comparingDouble((Claim<T> c) -> -c.confidence()));
    double now = policy.confidence(backing, against, asOf);
    return new Fact.Known<>(backing, note(known.confidence(), now) ? now : known.confidence());
  }

  private <T> Fact<T> contested(List<Fact.Known<T>> sides) {
    List<Fact.Known<T>> rated = new ArrayList<>();
    for (Fact.Known<T> side : sides) {
      List<Claim<T>> others =
          sides.stream().filter(o -> o != side).flatMap(o -> o.backing().stream()).toList();
      rated.add(known(side, others));
    }
    rated.sort(Comparator.comparingDouble((Fact.Known<T> k) -> -k.confidence()));
    return new Fact.Contradicted<>(rated);
  }

  /** Facts that stood by their confidence stand by it still. */
  private List<?> list(List<?> list) {
    List<Object> rated = new ArrayList<>();
    list.forEach(element -> rated.add(any(element)));
    if (standsByConfidence(list)) {
      rated.sort(Comparator.comparingDouble(known -> -((Fact.Known<?>) known).confidence()));
    }
    return List.copyOf(rated);
  }

  private static boolean standsByConfidence(List<?> list) {
    double last = 1;
    for (Object element : list) {
      if (!(element instanceof Fact.Known<?> known) || known.confidence() > last) {
        return false;
      }
      last = known.confidence();
    }
    return !list.isEmpty();
  }

  private Map<?, ?> map(Map<?, ?> map) {
    Map<Object, Object> rated = new LinkedHashMap<>();
    map.forEach((key, value) -> rated.put(key, any(value)));
    return java.util.Collections.unmodifiableMap(rated);
  }

  private Object record(Record record) {
    return Objects.requireNonNull(RecordParts.of(record).again(record, (type, part) -> any(part)));
  }
}
