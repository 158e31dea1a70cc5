package dev.prospector.agents.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whose a site is: the company's own, its place at a site builder, or a page on a site of many.
 *
 * @param kind whose it is
 * @param domain by which the company can be told from others; empty on a site of many
 */
public record SiteOwner(Kind kind, Optional<String> domain) {

  private static final PublicSuffixList SUFFIXES = PublicSuffixList.bundled();

  /** Whose a site is. */
  public enum Kind {
    /** Under a domain that somebody registered. */
    OWN,
    /** Below the name of a site builder or shop system, which gives each customer a label. */
    TENANT,
    /** A page on a portal, a market place, in a directory or register. */
    PORTAL,
    /** A profile, a messenger's number, a collection of links, a place on a map. */
    PROFILE
  }

  /** Returns whose the site at an address is. */
  public static SiteOwner of(WebAddress address) {
    String host = address.host();
    Optional<String> registered = address.registrableDomain(SUFFIXES);
    if (Names.PROFILES.matches(host)) {
      return new SiteOwner(Kind.PROFILE, Optional.empty());
    }
    if (Names.PORTALS.matches(host)) {
      return isRoot(address, registered)
          ? new SiteOwner(Kind.OWN, registered)
          : new SiteOwner(Kind.PORTAL, Optional.empty());
    }
    Optional<String> place = Names.BUILDERS.below(host);
    return place.isPresent()
        ? new SiteOwner(Kind.TENANT, place)
        : new SiteOwner(Kind.OWN, registered);
  }

  /** The portal itself is a company too. */
  private static boolean isRoot(WebAddress address, Optional<String> registered) {
    String host = address.host();
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    return registered.filter(bare::equals).isPresent()
        && address.path().length() <= 1
        && address.search().isEmpty();
  }

  /** Names of hosts, some of them under any suffix. */
  private record Names(Set<String> exact, Set<String> anywhere) {

    static final Names PROFILES = read("shared-hosts.txt", "[profile]");
    static final Names PORTALS = read("shared-hosts.txt", "[portal]");
    static final Names BUILDERS = read("site-builders.txt", "");

    /** Returns whether a host is one of these, or below one. */
    boolean matches(String host) {
      for (String name = host; !name.isEmpty(); name = parent(name)) {
        if (isOne(name)) {
          return true;
        }
      }
      return false;
    }

    /** Returns the part of a host that is one label longer than one of these, the longest first. */
    Optional<String> below(String host) {
      String child = host.startsWith("www.") ? host.substring(4) : host;
      for (String name = parent(child); !name.isEmpty(); child = name, name = parent(name)) {
        if (isOne(name)) {
          return Optional.of(child);
        }
      }
      return Optional.empty();
    }

    private boolean isOne(String name) {
      if (exact.contains(name)) {
        return true;
      }
      String rest = parent(name);
      return !rest.isEmpty()
          && anywhere.contains(name.substring(0, name.length() - rest.length() - 1))
          && SUFFIXES.suffix(rest).filter(rest::equals).isPresent();
    }

    private static String parent(String name) {
      int dot = name.indexOf('.');
      return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static Names read(String resource, String section) {
      Set<String> exact = new HashSet<>();
      Set<String> anywhere = new HashSet<>();
      try (InputStream in =
              Objects.requireNonNull(SiteOwner.class.getResourceAsStream(resource), resource);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        String current = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("[")) {
            current = line;
          } else if (current.equals(section) && !line.isBlank() && !line.startsWith("#")) {
            boolean any = line.endsWith(".*");
            (any ? anywhere : exact).add(any ? line.substring(0, line.length() - 2) : line);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(resource + " cannot be read", e);
      }
      return new Names(Set.copyOf(exact), Set.copyOf(anywhere));
    }
  }
}
