package dev.prospector.agents.technology;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Recognises technologies in what the server sent for each page of the site. */
public final class TechnologyAgent implements Agent<TechnologyStack> {

  /** One theme or tracker stands on every page; these many places are enough. */
  private static final int MOST_PLACES = 3;

  /** A passage is as long as the pattern that matched; a whole page is no quote. */
  private static final int LONGEST_QUOTE = 400;

  /** A fingerprint read the technology out of exactly the passage that is quoted. */
  private static final ValueType<String> FINGERPRINT = (name, quote) -> true;

  private final TechnologyDetector detector = new TechnologyDetector();

  /** Creates the agent, which holds nothing but its fingerprints. */
  public TechnologyAgent() {}

  @Override
  public AgentSpec<TechnologyStack> spec() {
    return AgentSpec.writing(TechnologyStack.KEY).reading(Website.KEY).version(1);
  }

  @Override
  public TechnologyStack byRules(AgentInput input) {
    Map<String, Detection> seen = new TreeMap<>();
    Map<String, List<Claim<String>>> claims = new TreeMap<>();
    Map<String, String> implied = new TreeMap<>();
    for (SitePage page : input.get(Website.KEY).pages()) {
      page.response()
          .map(input::snapshot)
          .ifPresent(response -> detect(input, page, response, seen, claims, implied));
    }
    List<Claim<String>> all = claims.values().stream().flatMap(List::stream).toList();
    return new TechnologyStack(
        input.evidence().findings(all).stream()
            .sorted(Comparator.comparing(Fact.Known::known))
            .map(name -> found(name, Objects.requireNonNull(seen.get(name.known()))))
            .toList(),
        implied.entrySet().stream()
            .filter(i -> !claims.containsKey(i.getKey()))
            .map(i -> new TechnologyStack.Implied(i.getKey(), i.getValue()))
            .toList());
  }

  private void detect(
      AgentInput input,
      SitePage page,
      Snapshot response,
      Map<String, Detection> seen,
      Map<String, List<Claim<String>>> claims,
      Map<String, String> implied) {
    for (Detection detection : detector.detect(response.text(), page.url())) {
      String name = detection.technology();
      detection.impliedBy().ifPresent(by -> implied.putIfAbsent(name, by));
      for (Sighting sighting : detection.sightings()) {
        List<Claim<String>> places = claims.getOrDefault(name, new ArrayList<>());
        boolean quotable =
            sighting.place() != Sighting.Place.URL && sighting.end() > sighting.start();
        if (quotable && places.size() < MOST_PLACES) {
          int end = Math.min(sighting.end(), sighting.start() + LONGEST_QUOTE);
          Passage passage = new Passage(response, sighting.start(), end);
          places.add(input.evidence().claim("technology", FINGERPRINT, name, passage));
          claims.put(name, places);
          seen.merge(name, detection, TechnologyAgent::better);
        }
      }
    }
  }

  private static Detection better(Detection one, Detection other) {
    return one.version().isEmpty() && other.version().isPresent() ? other : one;
  }

  private static TechnologyStack.Found found(Fact.Known<String> name, Detection detection) {
    return new TechnologyStack.Found(name, detection.categories(), detection.version().orElse(""));
  }
}
