package dev.prospector.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value with the quote that backs it. There is no way to make one but through {@link Evidence},
 * which accepts it only if the quote stands in the snapshot.
 *
 * <p>Immutable.
 *
 * @param <T> the type of the value
 */
public final class Claim<T> {

  private final String field;
  private final T value;
  private final Derivation derivation;
  private final String quote;
  private final Source source;
  private final double confidence;

  /**
   * Where a claim's quote stands.
   *
   * @param snapshot the text
   * @param span the quote's place in it
   * @param address where the text stood
   * @param publisher whose words they are
   * @param capturedAt when it was read, null when not recorded
   * @param placement what part of the source the quote belongs to
   */
  record Source(
      @JsonProperty("snapshot") SnapshotId snapshot,
      @JsonProperty("span") Span span,
      @JsonProperty("address") String address,
      @JsonProperty("publisher") Snapshot.Publisher publisher,
      @JsonProperty("capturedAt") @Nullable Instant capturedAt,
      @JsonProperty("placement") Placement placement) {}

  private Claim(
      String field,
      T value,
      Derivation derivation,
      String quote,
      Source source,
      double confidence) {
    this.field = Objects.requireNonNull(field);
    this.value = Objects.requireNonNull(value);
    this.derivation = Objects.requireNonNull(derivation);
    this.quote = Objects.requireNonNull(quote);
    this.source = Objects.requireNonNull(source);
    this.confidence = confidence;
  }

  /** The one way to a new claim: the passage is a part of its snapshot by construction. */
  static <T> Claim<T> accepted(String field, T value, Derivation derivation, Passage passage) {
    Snapshot snapshot = passage.snapshot();
    Source source =
        new Source(
            snapshot.id(),
            passage.span(),
            snapshot.address(),
            snapshot.publisher(),
            snapshot.capturedAt().orElse(null),
            passage.placement());
    return new Claim<>(field, value, derivation, passage.quote(), source, 0);
  }

  @JsonCreator
  private static <T> Claim<T> restore(
      @JsonProperty("field") String field,
      @JsonProperty("value") T value,
      @JsonProperty("derivation") Derivation derivation,
      @JsonProperty("quote") String quote,
      @JsonProperty("source") Source source,
      @JsonProperty("confidence") double confidence) {
    return new Claim<>(field, value, derivation, quote, source, confidence);
  }

  Claim<T> rated(double newConfidence) {
    return new Claim<>(field, value, derivation, quote, source, newConfidence);
  }

  /** Returns the name of the field that the value belongs to, such as {@code email}. */
  @JsonProperty
  public String field() {
    return field;
  }

  /** Returns the value. */
  @JsonProperty
  public T value() {
    return value;
  }

  /** Returns how the value follows from the quote. */
  @JsonProperty
  public Derivation derivation() {
    return derivation;
  }

  /** Returns the words of the source, exactly as they stand there. */
  @JsonProperty
  public String quote() {
    return quote;
  }

  @JsonProperty
  Source source() {
    return source;
  }

  /** Returns the snapshot that the quote stands in. */
  public SnapshotId snapshot() {
    return source.snapshot();
  }

  /** Returns the quote's place in the snapshot's text. */
  public Span span() {
    return source.span();
  }

  /** Returns where the snapshot was taken: a URL, or file and line of a row. */
  public String address() {
    return source.address();
  }

  /** Returns whose words the quote is. */
  public Snapshot.Publisher publisher() {
    return source.publisher();
  }

  /** Returns what part of the source the quote belongs to. */
  public Placement placement() {
    return source.placement();
  }

  /** Returns when the source was read; empty when not recorded. */
  public Optional<Instant> capturedAt() {
    return Optional.ofNullable(source.capturedAt());
  }

  /** Returns how far this claim alone can be relied on, in 0..1, by the run's policy. */
  @JsonProperty
  public double confidence() {
    return confidence;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Claim<?> c
        && field.equals(c.field)
        && value.equals(c.value)
        && derivation == c.derivation
        && quote.equals(c.quote)
        && source.equals(c.source)
        && confidence == c.confidence;
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, value, source);
  }

  /** Names the field and the place, never the value: values may be personal. */
  @Override
  public String toString() {
    return field + " at " + source.snapshot() + source.span();
  }
}
