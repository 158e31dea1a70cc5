package dev.prospector.agents.technology;

import dev.prospector.agents.technology.Technology.Implication;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Settles what the found technologies require, exclude and imply. */
final class Resolution {

  private final Fingerprints fingerprints;
  private final Findings findings;

  Resolution(Fingerprints fingerprints, Findings findings) {
    this.fingerprints = fingerprints;
    this.findings = findings;
  }

  List<Detection> detections() {
    while (removeUnfounded()) {
      // What was removed may have been the ground of another.
    }
    removeExcluded();
    addImplied();
    return findings.detections(fingerprints);
  }

  private boolean removeUnfounded() {
    List<String> unfounded =
        findings.technologies().stream().filter(name -> !hasItsGround(name)).toList();
    unfounded.forEach(findings::remove);
    return !unfounded.isEmpty();
  }

  /** Any one of the required technologies is enough, and any one of a required category. */
  private boolean hasItsGround(String name) {
    Technology technology = fingerprints.technology(name).orElseThrow();
    boolean ground =
        technology.requires().isEmpty()
            || technology.requires().stream().anyMatch(findings.technologies()::contains);
    boolean category =
        technology.requiredCategories().isEmpty()
            || findings.technologies().stream()
                .filter(other -> !other.equals(name))
                .flatMap(other -> fingerprints.technology(other).stream())
                .flatMap(other -> other.categories().stream())
                .anyMatch(technology.requiredCategories()::contains);
    return ground && category;
  }

  private void removeExcluded() {
    for (String name : new ArrayList<>(findings.technologies())) {
      if (findings.technologies().contains(name)) {
        fingerprints.technology(name).orElseThrow().excludes().forEach(findings::remove);
      }
    }
  }

  private void addImplied() {
    Deque<String> open = new ArrayDeque<>(findings.technologies());
    while (!open.isEmpty()) {
      String name = open.remove();
      for (Implication implied : fingerprints.technology(name).orElseThrow().implies()) {
        boolean known = fingerprints.technology(implied.technology()).isPresent();
        int confidence = Math.min(findings.confidence(name), implied.confidence());
        if (known && findings.imply(implied.technology(), name, confidence)) {
          open.add(implied.technology());
        }
      }
    }
  }
}
