package dev.prospector.agents.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Under which names the terms of closed vocabularies may come: as their codes, and by their labels
 * in any language. Immutable.
 *
 * @param labels by code
 */
public record Vocabulary(Map<String, List<String>> labels) {

  /** Fixes the labels. */
  public Vocabulary {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    labels.forEach((code, names) -> copy.put(code, List.copyOf(names)));
    labels = java.util.Collections.unmodifiableMap(copy);
  }

  /** Returns a vocabulary of codes alone. */
  public static Vocabulary ofCodes() {
    return new Vocabulary(Map.of());
  }

  /** Returns every name of a term. */
  Stream<String> names(String code) {
    return Stream.concat(Stream.of(code), labels.getOrDefault(code, List.of()).stream());
  }
}
