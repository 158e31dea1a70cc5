package dev.prospector.agents.technology;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Recognises technologies in what the server sent for each page of the site. */
public final class TechnologyAgent implements Agent<TechnologyStack> {

  /** One theme or tracker stands on every page; these many places are enough. */
  private static final int MOST_PLACES = 3;

  /** A technology is read out of a quote by the fingerprints. */
  private static final ValueType<String> FINGERPRINT = ValueTypes.readBy(TechnologyAgent::seenIn);

  private final TechnologyDetector detector = Shipped.DETECTOR;

  /** Read when the first page is. */
  private static final class Shipped {
    static final TechnologyDetector DETECTOR = new TechnologyDetector();
  }

  private static Collection<String> seenIn(String quote) {
    return Shipped.DETECTOR.sightedIn(quote);
  }

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
      int told = claims.getOrDefault(name, List.of()).size();
      List<Claim<String>> places =
          detection.sightings().stream()
              .filter(TechnologyAgent::isQuotable)
              .map(s -> claim(input, response, name, s))
              .flatMap(Optional::stream)
              .limit(MOST_PLACES - told)
              .toList();
      if (!places.isEmpty()) {
        claims.computeIfAbsent(name, n -> new ArrayList<>()).addAll(places);
        seen.merge(name, detection, TechnologyAgent::better);
      }
    }
  }

  private static boolean isQuotable(Sighting sighting) {
    return sighting.place() != Sighting.Place.URL && sighting.end() > sighting.start();
  }

  private static Optional<Claim<String>> claim(
      AgentInput input, Snapshot response, String name, Sighting sighting) {
    return input
        .evidence()
        .claim("technology", FINGERPRINT, name, SightingQuote.of(response, sighting));
  }

  private static Detection better(Detection one, Detection other) {
    return one.version().isEmpty() && other.version().isPresent() ? other : one;
  }

  private static TechnologyStack.Found found(Fact.Known<String> name, Detection detection) {
    return new TechnologyStack.Found(name, detection.categories(), detection.version().orElse(""));
  }
}
