package dev.prospector.adapter.web.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Sites whose terms forbid to read them by program, with all their sub-domains. */
final class ForbiddenSites {

  private static final String SHIPPED = "forbidden-sites.txt";

  private final Set<String> domains;

  private ForbiddenSites(Set<String> domains) {
    this.domains = domains;
  }

  /** Returns the list that ships, with more of the operator's. */
  static ForbiddenSites shipped(Collection<String> more) {
    Set<String> domains = new HashSet<>();
    try (InputStream in = ForbiddenSites.class.getResourceAsStream(SHIPPED);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(domains::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    more.forEach(domain -> domains.add(domain.toLowerCase(Locale.ROOT)));
    return new ForbiddenSites(domains);
  }

  boolean contains(String host) {
    String rest = host;
    while (!rest.isEmpty()) {
      if (domains.contains(rest)) {
        return true;
      }
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return false;
  }
}
