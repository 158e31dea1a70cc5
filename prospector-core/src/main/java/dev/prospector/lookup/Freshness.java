package dev.prospector.lookup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How old an answer of a source may be when a run begins. What a run asked itself is always fresh
 * enough for it, however long it takes and however often it is resumed.
 *
 * <p>Immutable.
 */
public final class Freshness {

  private static final Map<SourceKind, Duration> STANDARD =
      Map.of(
          SourceKind.PAGES, Duration.ofDays(30),
          SourceKind.REGISTRY, Duration.ofDays(30),
          SourceKind.SEARCH, Duration.ofDays(7),
          SourceKind.EMAIL, Duration.ofDays(7),
          SourceKind.PHONE, Duration.ofDays(30));

  private static final Freshness DEFAULTS = new Freshness(STANDARD);

  private final Map<SourceKind, Duration> longest;

  private Freshness(Map<SourceKind, Duration> longest) {
    Map<SourceKind, Duration> all = new EnumMap<>(SourceKind.class);
    all.putAll(STANDARD);
    all.putAll(longest);
    this.longest = Collections.unmodifiableMap(all);
  }

  /**
   * Returns the defaults: pages, records of registers and what is known of telephone numbers of 30
   * days, results of searches and what is known of e-mail addresses of 7.
   */
  public static Freshness defaults() {
    return DEFAULTS;
  }

  /** Returns the freshness that was written as {@link #byKind()}; what lacks has its default. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Freshness of(Map<SourceKind, Duration> byKind) {
    byKind.values().forEach(Freshness::check);
    return new Freshness(byKind);
  }

  /**
   * Returns this freshness with another one for a kind of source.
   *
   * @param atMost how old an answer may be; zero if every run is to ask anew
   */
  public Freshness with(SourceKind kind, Duration atMost) {
    check(atMost);
    Map<SourceKind, Duration> changed = new EnumMap<>(longest);
    changed.put(kind, atMost);
    return new Freshness(changed);
  }

  private static void check(Duration atMost) {
    if (atMost.isNegative()) {
      throw new IllegalArgumentException("an age is zero or more, not " + atMost);
    }
  }

  /** Returns whether an answer is fresh enough for a run that began at the given time. */
  public boolean allows(SourceKind kind, Instant answered, Instant began) {
    try {
      return !answered.isBefore(began.minus(atMost(kind)));
    } catch (DateTimeException | ArithmeticException e) {
      return true; // Longer than there is time.
    }
  }

  /** Returns how old an answer may be. */
  public Duration atMost(SourceKind kind) {
    return java.util.Objects.requireNonNull(longest.get(kind));
  }

  /** Returns how old answers may be, by kind. */
  @JsonValue
  public Map<SourceKind, Duration> byKind() {
    return longest;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Freshness f && longest.equals(f.longest);
  }

  @Override
  public int hashCode() {
    return longest.hashCode();
  }

  @Override
  public String toString() {
    return longest.toString();
  }
}
