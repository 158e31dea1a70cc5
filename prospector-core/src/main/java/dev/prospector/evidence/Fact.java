package dev.prospector.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is known about one field. Unknown is not no: {@link Unknown} means that no source says
 * anything, {@link Absent} that a source says there is none, and where sources differ both sides
 * are kept.
 *
 * @param <T> the type of the value
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Fact.Known.class, name = "KNOWN"),
  @JsonSubTypes.Type(value = Fact.Unknown.class, name = "UNKNOWN"),
  @JsonSubTypes.Type(value = Fact.Absent.class, name = "ABSENT"),
  @JsonSubTypes.Type(value = Fact.Contradicted.class, name = "CONTRADICTED")
})
public sealed interface Fact<T> {

  /** Returns the fact on which no source says anything. */
  static <T> Fact<T> unknown() {
    return new Unknown<>();
  }

  /**
   * Returns what one gets from the function for this fact's state; the only way needed to treat all
   * four.
   */
  <R> R fold(
      Function<Known<T>, R> known,
      Supplier<R> unknown,
      Function<Absent<T>, R> absent,
      Function<Contradicted<T>, R> contradicted);

  /** Returns the value if it is known and uncontradicted. */
  default Optional<T> value() {
    return fold(
        k -> Optional.of(k.known()), Optional::empty, a -> Optional.empty(), c -> Optional.empty());
  }

  /** Returns every claim on either side; empty only when unknown. */
  default List<? extends Claim<?>> claims() {
    return fold(
        Known::backing,
        List::of,
        Absent::backing,
        c -> c.sides().stream().flatMap(side -> side.backing().stream()).toList());
  }

  /**
   * A value that at least one source states.
   *
   * @param backing the claims, all with the same value, best first; at least one
   * @param confidence how far the value can be relied on, in 0..1, computed from the claims
   */
  record Known<T>(
      @JsonProperty("backing") List<Claim<T>> backing,
      @JsonProperty("confidence") double confidence)
      implements Fact<T> {

    /** Checks that there is a claim and that all have one value. */
    @JsonCreator
    public Known {
      backing = List.copyOf(backing);
      requireOneValue(backing);
      requireShare(confidence);
    }

    /** Returns the value. */
    public T known() {
      return backing.get(0).value();
    }

    /** Returns the claim that speaks best for the value. */
    public Claim<T> best() {
      return backing.get(0);
    }

    @Override
    public <R> R fold(
        Function<Known<T>, R> known,
        Supplier<R> unknown,
        Function<Absent<T>, R> absent,
        Function<Contradicted<T>, R> contradicted) {
      return known.apply(this);
    }
  }

  /** No source says anything. */
  record Unknown<T>() implements Fact<T> {
    @Override
    public <R> R fold(
        Function<Known<T>, R> known,
        Supplier<R> unknown,
        Function<Absent<T>, R> absent,
        Function<Contradicted<T>, R> contradicted) {
      return unknown.get();
    }
  }

  /**
   * A source says that there is none.
   *
   * @param backing claims whose quotes say so; at least one
   */
  record Absent<T>(@JsonProperty("backing") List<Claim<String>> backing) implements Fact<T> {

    /** Checks that there is a claim. */
    @JsonCreator
    public Absent {
      backing = List.copyOf(backing);
      if (backing.isEmpty()) {
        throw new IllegalArgumentException(
            "absent needs a source that says so; else it is unknown");
      }
    }

    @Override
    public <R> R fold(
        Function<Known<T>, R> known,
        Supplier<R> unknown,
        Function<Absent<T>, R> absent,
        Function<Contradicted<T>, R> contradicted) {
      return absent.apply(this);
    }
  }

  /**
   * Sources state different values.
   *
   * @param sides one for each value, the most reliable first; at least two
   */
  record Contradicted<T>(@JsonProperty("sides") List<Known<T>> sides) implements Fact<T> {

    /** Checks that there are two sides. */
    @JsonCreator
    public Contradicted {
      sides = List.copyOf(sides);
      if (sides.size() < 2) {
        throw new IllegalArgumentException("a contradiction has two sides, not " + sides.size());
      }
    }

    @Override
    public <R> R fold(
        Function<Known<T>, R> known,
        Supplier<R> unknown,
        Function<Absent<T>, R> absent,
        Function<Contradicted<T>, R> contradicted) {
      return contradicted.apply(this);
    }
  }

  private static <T> void requireOneValue(List<Claim<T>> claims) {
    if (claims.isEmpty()) {
      throw new IllegalArgumentException("a known fact needs a claim");
    }
    T value = claims.get(0).value();
    for (Claim<T> claim : claims) {
      if (!claim.value().equals(value)) {
        throw new IllegalArgumentException("claims with different values: " + claims);
      }
    }
  }

  private static void requireShare(double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is in 0..1, not " + confidence);
    }
  }
}
