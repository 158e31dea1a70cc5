package dev.prospector.evidence;

import dev.prospector.evidence.value.NormalText;
import dev.prospector.evidence.value.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Accepts claims: the one gate between what somebody says and what counts as a fact. A claim is
 * accepted only if its quote stands in its snapshot and, unless it is a text or a name, if code
 * reads the value out of the quote; whether it is {@link Derivation#DERIVED} is decided here, by
 * the field's type, never by who claims it.
 *
 * <p>Confined to one step of one lead; not safe for several threads.
 */
public final class Evidence {

  private final ConfidencePolicy policy;
  private final Instant asOf;
  private final Predicate<Claim<?>> refused;
  private final List<Rejection> rejections = new ArrayList<>();
  private final Map<SnapshotId, NormalText> normalTexts = new LinkedHashMap<>();

  /**
   * Opens the gate.
   *
   * @param policy computes confidence
   * @param asOf the time against which the age of a source counts
   */
  public Evidence(ConfidencePolicy policy, Instant asOf) {
    this(policy, asOf, claim -> false);
  }

  /**
   * Opens the gate.
   *
   * @param policy computes confidence
   * @param asOf the time against which the age of a source counts
   * @param refused says of a claim whether it is about somebody who said no
   */
  public Evidence(ConfidencePolicy policy, Instant asOf, Predicate<Claim<?>> refused) {
    this.policy = Objects.requireNonNull(policy);
    this.asOf = Objects.requireNonNull(asOf);
    this.refused = Objects.requireNonNull(refused);
  }

  /**
   * Returns the claim that a passage backs, or nothing, counted as a rejection, if code does not
   * read the value out of it and the type asks for that: a number, date, address or code is derived
   * or refused; only texts and names may stand as quoted. A passage that ends within a word or
   * number derives nothing: "12" is not what a source says that says "125".
   */
  public <T> Optional<Claim<T>> claim(String field, ValueType<T> type, T value, Passage passage) {
    boolean derived = passage.isWhole() && type.derives(value, passage.quote());
    if (!derived && !type.isQuotable()) {
      rejections.add(new Rejection(field, Rejection.Reason.NOT_DERIVED));
      return Optional.empty();
    }
    Derivation derivation = derived ? Derivation.DERIVED : Derivation.QUOTED;
    Claim<T> claim = Claim.accepted(field, value, derivation, passage);
    if (refused.test(claim)) {
      rejections.add(new Rejection(field, Rejection.Reason.SUPPRESSED));
      return Optional.empty();
    }
    return Optional.of(claim.rated(policy.confidence(List.of(claim), List.of(), asOf)));
  }

  /**
   * Returns the claim that a quote backs, or nothing, counted as a rejection, if the quote does not
   * stand in the snapshot or the value does not follow from it. Differences in white space,
   * quotation marks, hyphens and Unicode form do not matter; the accepted claim carries the words
   * as they stand in the snapshot.
   *
   * @param quote words that somebody, such as a model, says stand there
   */
  public <T> Optional<Claim<T>> claim(
      String field, ValueType<T> type, T value, Snapshot snapshot, String quote) {
    if (quote.isBlank()) {
      rejections.add(new Rejection(field, Rejection.Reason.EMPTY_QUOTE));
      return Optional.empty();
    }
    Optional<Passage> passage = locate(snapshot, quote);
    if (passage.isEmpty()) {
      rejections.add(new Rejection(field, Rejection.Reason.QUOTE_NOT_FOUND));
    }
    return passage.flatMap(found -> claim(field, type, value, found));
  }

  /**
   * Counts a claim on a source that there is not, such as one whose number a model made up.
   *
   * @param field the field it was meant for
   */
  public void rejectWithoutSource(String field) {
    rejections.add(new Rejection(field, Rejection.Reason.SNAPSHOT_NOT_FOUND));
  }

  /**
   * Counts words that back nothing since they give orders to a machine that reads them.
   *
   * @param field the field that they were meant for, or what they are
   */
  public void rejectOrder(String field) {
    rejections.add(new Rejection(field, Rejection.Reason.ADDRESSES_MACHINE));
  }

  /**
   * Counts a claim whose value or words are a request to their reader, which states nothing.
   *
   * @param field the field it was meant for
   */
  public void rejectRequest(String field) {
    rejections.add(new Rejection(field, Rejection.Reason.STATES_NOTHING));
  }

  /**
   * Returns what the claims make of one field: unknown if there are none, known if they agree,
   * contradicted if not.
   *
   * @param claims all of one field
   */
  public <T> Fact<T> fact(List<Claim<T>> claims) {
    List<Fact.Known<T>> sides = findings(claims);
    return switch (sides.size()) {
      case 0 -> Fact.unknown();
      case 1 -> sides.get(0);
      default -> new Fact.Contradicted<>(contested(sides));
    };
  }

  /**
   * Returns one known fact for each value: for fields that can have several, such as phones. The
   * most reliable come first; equal ones stay in the order given.
   */
  public <T> List<Fact.Known<T>> findings(List<Claim<T>> claims) {
    Map<T, List<Claim<T>>> byValue = new LinkedHashMap<>();
    for (Claim<T> claim : claims) {
      byValue.computeIfAbsent(claim.value(), value -> new ArrayList<>()).add(claim);
    }
    return byValue.values().stream()
        .map(same -> known(same, List.of()))
        .sorted(Comparator.comparingDouble((Fact.Known<T> k) -> -k.confidence()))
        .toList();
  }

  /** Returns the fact that a source says there is none; unknown if no claim says so. */
  public <T> Fact<T> absent(List<Claim<String>> claims) {
    return claims.isEmpty() ? Fact.unknown() : new Fact.Absent<>(claims);
  }

  /** Returns the claims that fell so far, in order. */
  public List<Rejection> rejections() {
    return List.copyOf(rejections);
  }

  private <T> Fact.Known<T> known(List<Claim<T>> agreeing, List<Claim<T>> contradicting) {
    List<Claim<T>> bestFirst =
        agreeing.stream()
            .sorted(Comparator.comparingDouble((Claim<T> c) -> -c.confidence()))
            .toList();
    return new Fact.Known<>(bestFirst, policy.confidence(agreeing, contradicting, asOf));
  }

  /** Each side of a contradiction is rated against all the others. */
  private <T> List<Fact.Known<T>> contested(List<Fact.Known<T>> sides) {
    return sides.stream()
        .map(
            side -> {
              List<Claim<T>> others =
                  sides.stream().filter(o -> o != side).flatMap(o -> o.backing().stream()).toList();
              return known(side.backing(), others);
            })
        .sorted(Comparator.comparingDouble((Fact.Known<T> k) -> -k.confidence()))
        .toList();
  }

  private Optional<Passage> locate(Snapshot snapshot, String quote) {
    Optional<Passage> exact =
        best(
            new Occurrences(snapshot.text(), quote),
            at -> exact(snapshot, at, at + quote.length()));
    if (exact.isPresent()) {
      return exact;
    }
    NormalText text =
        normalTexts.computeIfAbsent(snapshot.id(), id -> NormalText.of(snapshot.text()));
    String sought = NormalText.of(quote).text().strip();
    return best(
        new Occurrences(text.text(), sought),
        at ->
            Optional.of(new Passage(snapshot, text.origin(at), endOf(text, at + sought.length()))));
  }

  private record Occurrences(String text, String sought) {
    int after(int at) {
      return sought.isEmpty() ? -1 : text.indexOf(sought, at + 1);
    }
  }

  /** The first place that cuts no word or number; if there is none, the first. */
  private static Optional<Passage> best(
      Occurrences occurrences, IntFunction<Optional<Passage>> passage) {
    Optional<Passage> first = Optional.empty();
    for (int at = occurrences.after(-1); at >= 0; at = occurrences.after(at)) {
      Optional<Passage> found = passage.apply(at);
      if (found.filter(Passage::isWhole).isPresent()) {
        return found;
      }
      first = first.isPresent() ? first : found;
    }
    return first;
  }

  private static Optional<Passage> exact(Snapshot snapshot, int start, int end) {
    return isWhole(snapshot.text(), start, end)
        ? Optional.of(new Passage(snapshot, start, end))
        : Optional.empty();
  }

  /** Half a character is none: a broken quote must not break one of the source. */
  private static boolean isWhole(String text, int start, int end) {
    return !(start > 0 && Character.isSurrogatePair(text.charAt(start - 1), text.charAt(start)))
        && !(end < text.length()
            && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)));
  }

  /** The end of the last character; one that became several is taken as a whole. */
  private static int endOf(NormalText text, int end) {
    int next = end;
    while (text.origin(next) == text.origin(end - 1)) {
      next++;
    }
    return text.origin(next);
  }
}
