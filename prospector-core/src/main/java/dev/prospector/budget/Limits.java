package dev.prospector.budget;

import java.util.List;

/**
 * Every limit that holds, all at once.
 *
 * @param all none for no limits, which {@link #unlimited()} says in words
 */
public record Limits(List<Limit> all) {

  /** Fixes the list. */
  public Limits {
    all = List.copyOf(all);
  }

  /** Returns these limits. */
  public static Limits of(Limit first, Limit... more) {
    List<Limit> all = new java.util.ArrayList<>();
    all.add(first);
    all.addAll(List.of(more));
    return new Limits(all);
  }

  /** Returns these limits and others, which all hold. */
  public Limits and(Limits others) {
    if (others.all.isEmpty()) {
      return this;
    }
    List<Limit> both = new java.util.ArrayList<>(all);
    both.addAll(others.all);
    return new Limits(both);
  }

  /** Returns the absence of limits, which must be asked for. */
  public static Limits unlimited() {
    return new Limits(List.of());
  }
}
