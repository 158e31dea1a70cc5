package dev.prospector.adapter.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which captures there are, by address and by host. Filled once, then only read. */
final class Catalogue {

  private static final int MOST_KNOWN = 200;

  /** Short addresses stand nearer to the front door. */
  private static final Comparator<String> NEAREST_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final Map<String, List<Capture>> byKey = new HashMap<>();

  /** Pages by host with its labels turned around, so that sub-domains stand behind their domain. */
  private final NavigableMap<String, List<String>> pages = new TreeMap<>();

  private final NavigableMap<String, String> hosts = new TreeMap<>();
  private int size;

  /** Adds a capture, and returns whether its address is that of a web page. */
  boolean add(Capture capture) {
    Optional<PageKey> key = PageKey.of(capture.url());
    key.ifPresent(k -> add(k, capture));
    return key.isPresent();
  }

  private void add(PageKey key, Capture capture) {
    size++;
    hosts.putIfAbsent(key.host(), key.host());
    byKey.merge(key.text(), List.of(capture), Catalogue::joined);
  }

  /** Of several captures under exactly one address, one is kept. */
  private static List<Capture> joined(List<Capture> before, List<Capture> added) {
    Capture capture = added.get(0);
    List<Capture> all = new ArrayList<>(before);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).url().equals(capture.url())) {
        all.set(i, capture.isBetterThan(all.get(i)) ? capture : all.get(i));
        return List.copyOf(all);
      }
    }
    all.add(capture);
    return List.copyOf(all);
  }

  /** Ends the filling. */
  void complete() {
    byKey.forEach(
        (key, captures) -> {
          Capture best = best(captures);
          if (best.isSuccess() && best.isPage()) {
            String host = PageKey.of(best.url()).orElseThrow().host();
            pages.computeIfAbsent(turned(host), h -> new ArrayList<>()).add(best.url());
          }
        });
    pages.values().forEach(urls -> urls.sort(NEAREST_FIRST));
  }

  /** Returns the capture of exactly this address, else the best of another spelling. */
  Optional<Capture> find(String url) {
    return PageKey.of(url)
        .map(key -> byKey.getOrDefault(key.text(), List.of()))
        .filter(captures -> !captures.isEmpty())
        .map(captures -> exact(captures, url).orElseGet(() -> best(captures)));
  }

  private static Optional<Capture> exact(List<Capture> captures, String url) {
    return captures.stream().filter(c -> c.url().equals(url)).findFirst();
  }

  private static Capture best(List<Capture> captures) {
    Capture best = captures.get(0);
    for (Capture capture : captures) {
      best = capture.isBetterThan(best) ? capture : best;
    }
    return best;
  }

  /** Returns the pages of a host and of those below it. */
  List<String> known(String host) {
    String turned = turned(PageKey.host(host));
    List<String> known = new ArrayList<>(pages.getOrDefault(turned, List.of()));
    for (var below : pages.tailMap(turned + ".", true).entrySet()) {
      if (!below.getKey().startsWith(turned + ".") || known.size() >= MOST_KNOWN) {
        break;
      }
      known.addAll(below.getValue());
    }
    return List.copyOf(known.subList(0, Math.min(MOST_KNOWN, known.size())));
  }

  List<String> urls() {
    List<String> urls = new ArrayList<>(size);
    byKey.values().forEach(captures -> captures.forEach(c -> urls.add(c.url())));
    Collections.sort(urls);
    return List.copyOf(urls);
  }

  List<String> hosts() {
    return List.copyOf(hosts.keySet());
  }

  private static String turned(String host) {
    List<String> labels = new ArrayList<>(List.of(host.split("\\.")));
    Collections.reverse(labels);
    return String.join(".", labels);
  }
}
