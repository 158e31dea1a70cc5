package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.internal.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the people of a page, each once, with all places where the name stands. */
final class PeopleFound {

  private static final Expression POSSESSIVE = Expression.of("['’]s$");

  private record Sighting(String name, Set<Place> places, List<String> roles) {}

  private final Map<String, Sighting> found = new LinkedHashMap<>();

  void add(String written, Optional<String> role, Place place) {
    String name = POSSESSIVE.matcher(written).replaceFirst("");
    Sighting sighting =
        found.computeIfAbsent(
            SiteName.squashed(name),
            key -> new Sighting(name, new LinkedHashSet<>(), new ArrayList<>()));
    sighting.places().add(place);
    role.ifPresent(sighting.roles()::add);
  }

  /** Returns them in the order in which the page names them. */
  List<PersonFinding> findings() {
    dropParts();
    return found.values().stream()
        .map(
            s ->
                new PersonFinding(
                    s.name(), s.roles().stream().findFirst(), List.copyOf(s.places())))
        .sorted(Comparator.comparingInt(f -> f.places().get(0).start()))
        .toList();
  }

  /** "Anna Maria" within "Anna Maria von der Heide" is no person of her own. */
  private void dropParts() {
    List<Sighting> all = List.copyOf(found.values());
    found
        .values()
        .removeIf(
            part ->
                all.stream()
                    .filter(whole -> whole.name().length() > part.name().length())
                    .anyMatch(whole -> isWithin(part, whole)));
  }

  private static boolean isWithin(Sighting part, Sighting whole) {
    return whole.name().contains(part.name())
        && part.places().stream()
            .allMatch(
                p ->
                    whole.places().stream()
                        .anyMatch(w -> w.start() <= p.start() && p.end() <= w.end()));
  }
}
