package dev.prospector.agents.technology;

import java.util.List;
import java.util.stream.Stream;

/** What is known of a technology besides its fingerprints. */
record Technology(
    String name,
    List<String> categories,
    List<Implication> implies,
    List<String> excludes,
    List<String> requires,
    List<String> requiredCategories) {

  /** Returns this technology with what another file adds to it. */
  Technology and(Technology more) {
    return new Technology(
        name,
        joined(categories, more.categories),
        joined(implies, more.implies),
        joined(excludes, more.excludes),
        joined(requires, more.requires),
        joined(requiredCategories, more.requiredCategories));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }

  /** Another technology that this one cannot run without, and how sure that is, 1 to 100. */
  record Implication(String technology, int confidence) {}
}
