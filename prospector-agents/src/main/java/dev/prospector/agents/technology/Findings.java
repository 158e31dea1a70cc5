package dev.prospector.agents.technology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the fingerprints found on one page, by technology in order of name. */
final class Findings {

  private static final int FULL = 100;

  private final TreeMap<String, Finding> byTechnology = new TreeMap<>();
  private final Set<Fingerprint> counted = new HashSet<>();

  /** Adds a match; only the first of each fingerprint counts. */
  void add(Fingerprint fingerprint, Fingerprint.Match match) {
    Finding finding = byTechnology.computeIfAbsent(fingerprint.technology(), name -> new Finding());
    finding.version = better(finding.version, match.version());
    if (counted.add(fingerprint)) {
      finding.confidence = Math.min(FULL, finding.confidence + fingerprint.confidence());
      finding.sightings.add(new Sighting(fingerprint.place(), match.start(), match.end()));
    }
  }

  /** Adds a technology that another implies, unless it was found already. */
  boolean imply(String technology, String by, int confidence) {
    Finding implied = new Finding();
    implied.impliedBy = Optional.of(by);
    implied.confidence = confidence;
    return byTechnology.putIfAbsent(technology, implied) == null;
  }

  void remove(String technology) {
    byTechnology.remove(technology);
  }

  Set<String> technologies() {
    return byTechnology.navigableKeySet();
  }

  int confidence(String technology) {
    return byTechnology.getOrDefault(technology, new Finding()).confidence;
  }

  List<Detection> detections(Fingerprints fingerprints) {
    List<Detection> detections = new ArrayList<>();
    byTechnology.forEach(
        (name, finding) ->
            fingerprints
                .technology(name)
                .filter(technology -> finding.confidence > 0)
                .map(technology -> finding.detection(technology))
                .ifPresent(detections::add));
    return List.copyOf(detections);
  }

  /** The longer version says more; of two equally long the first stays. */
  private static Optional<String> better(Optional<String> old, Optional<String> found) {
    int oldLength = old.map(String::length).orElse(0);
    return found.map(String::length).orElse(0) > oldLength ? found : old;
  }

  private static final class Finding {
    private final List<Sighting> sightings = new ArrayList<>();
    private Optional<String> version = Optional.empty();
    private Optional<String> impliedBy = Optional.empty();
    private int confidence;

    Detection detection(Technology technology) {
      return new Detection(
          technology.name(), technology.categories(), version, confidence, sightings, impliedBy);
    }
  }
}
