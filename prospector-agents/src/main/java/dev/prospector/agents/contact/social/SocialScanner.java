package dev.prospector.agents.contact.social;

import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.layout.PageRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the social profiles that a page links to. */
public final class SocialScanner {

  private record Sighting(SocialNetwork network, String url, List<Place> places) {}

  private record Host(SocialNetwork network, Expression profile) {}

  private static final Expression ADDRESS =
      Expression.of(
          "(?i)^(?:https?:)?//(?:[a-z0-9-]+\\.)*?([a-z0-9-]+\\.[a-z]{2,4})(?::\\d+)?(/[^\\s]*)?$");
  private static final Map<String, Host> HOSTS = hosts();
  private static final List<Expression> NO_PROFILE =
      ResourceLines.of("no-profiles.txt").stream().map(Expression::of).toList();

  private final Map<String, Sighting> found = new LinkedHashMap<>();

  private static Map<String, Host> hosts() {
    Map<String, Host> hosts = new LinkedHashMap<>();
    for (String line : ResourceLines.of("social-networks.txt")) {
      String[] cells = line.split(" ", 3);
      hosts.put(cells[0], new Host(SocialNetwork.valueOf(cells[1]), Expression.of(cells[2])));
    }
    return hosts;
  }

  public List<SocialFinding> scan(PageLines page) {
    page.links().stream()
        .filter(entry -> entry.role() != PageRole.OTHERS)
        .forEach(entry -> add(entry.first(), entry.firstPlace(FoundBy.LINK)));
    page.structured().forEach(this::data);
    page.meta().forEach(this::data);
    return found.values().stream()
        .map(s -> new SocialFinding(s.network(), s.url(), s.places()))
        .sorted(Comparator.comparingInt(f -> f.places().get(0).start()))
        .toList();
  }

  private void data(Entry entry) {
    if (entry.role() == PageRole.OWN && entry.second().startsWith("http")) {
      add(entry.second(), entry.secondPlace(FoundBy.STRUCTURED));
    }
  }

  private void add(String url, Place place) {
    Search address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return;
    }
    Host host = HOSTS.get(address.group(1).toLowerCase(Locale.ROOT));
    String path = !address.has(2) ? "/" : address.group(2);
    if (host == null || !isProfile(host, path)) {
      return;
    }
    found
        .computeIfAbsent(url, key -> new Sighting(host.network(), url, new ArrayList<>()))
        .places()
        .add(place);
  }

  private static boolean isProfile(Host host, String path) {
    return host.profile().matcher(path).find()
        && NO_PROFILE.stream().noneMatch(pattern -> pattern.matcher(path).find());
  }
}
