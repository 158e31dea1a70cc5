package dev.prospector.agents.technology;

import dev.prospector.agents.technology.Sighting.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A set of technologies with the patterns that show them.
 *
 * <p>Immutable and safe for several threads.
 */
public final class Fingerprints {

  private final Map<String, Technology> technologies;
  private final Map<Place, FingerprintIndex> indexes = new HashMap<>();
  private final Map<Place, Map<String, List<Fingerprint>>> named = new HashMap<>();

  Fingerprints(List<FingerprintFile> files) {
    Map<String, Technology> all = new LinkedHashMap<>();
    List<Fingerprint> unnamed = new ArrayList<>();
    for (FingerprintFile file : files) {
      file.technologies().forEach(t -> all.merge(t.name(), t, Technology::and));
      unnamed.addAll(file.unnamed());
      file.named().forEach(this::addNamed);
    }
    technologies = Map.copyOf(all);
    for (Place place : new Place[] {Place.HTML, Place.SCRIPT, Place.URL}) {
      indexes.put(
          place, new FingerprintIndex(unnamed.stream().filter(f -> f.place() == place).toList()));
    }
  }

  /** Returns all that ship: Wappalyzer's last MIT version and our own. Read once. */
  public static Fingerprints shipped() {
    return Shipped.ALL;
  }

  /** Returns Wappalyzer's last MIT version alone, for comparing with others. Read on each call. */
  public static Fingerprints wappalyzer() {
    return new Fingerprints(List.of(FingerprintFile.wappalyzer()));
  }

  /** Returns the names of all technologies. */
  public Set<String> names() {
    return technologies.keySet();
  }

  private void addNamed(FingerprintFile.Named entry) {
    named
        .computeIfAbsent(entry.fingerprint().place(), place -> new HashMap<>())
        .computeIfAbsent(entry.name(), name -> new ArrayList<>())
        .add(entry.fingerprint());
  }

  Optional<Technology> technology(String name) {
    return Optional.ofNullable(technologies.get(name));
  }

  FingerprintIndex index(Place place) {
    return Objects.requireNonNull(indexes.get(place), "no index of " + place);
  }

  /** Returns the patterns for the value of a header, cookie or meta entry of a lower case name. */
  List<Fingerprint> named(Place place, String name) {
    return named.getOrDefault(place, Map.of()).getOrDefault(name, List.of());
  }

  private static final class Shipped {
    static final Fingerprints ALL =
        new Fingerprints(List.of(FingerprintFile.wappalyzer(), FingerprintFile.own()));
  }
}
