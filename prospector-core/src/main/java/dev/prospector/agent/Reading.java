package dev.prospector.agent;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What code made of a model's answer.
 *
 * @param section what holds of it; empty if nothing does
 * @param violations what does not, one sentence each, which are shown to the model once; empty if
 *     all is well
 * @param <T> the type of the section
 */
public record Reading<T>(Optional<T> section, List<String> violations) {

  /** Fixes the list, and checks that something was made or found wrong. */
  public Reading {
    violations = List.copyOf(violations);
    if (section.isEmpty() && violations.isEmpty()) {
      throw new IllegalArgumentException("an answer that gives no section says what is wrong");
    }
  }

  /** Returns a section that is all that was asked for. */
  public static <T> Reading<T> of(T section) {
    return new Reading<>(Optional.of(section), List.of());
  }

  /** Returns a section without what was wrong. */
  public static <T> Reading<T> of(T section, List<String> violations) {
    return new Reading<>(Optional.of(section), violations);
  }

  /** Returns that nothing of the answer can be used. */
  public static <T> Reading<T> malformed(List<String> violations) {
    return new Reading<>(Optional.empty(), violations);
  }

  /** Returns whether this is nearer to what was asked for than another one. */
  public boolean isBetterThan(Reading<?> other) {
    Objects.requireNonNull(other);
    if (section.isPresent() != other.section.isPresent()) {
      return section.isPresent();
    }
    return violations.size() < other.violations.size();
  }
}
