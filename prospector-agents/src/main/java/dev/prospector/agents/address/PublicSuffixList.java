package dev.prospector.agents.address;

import crawlercommons.domains.EffectiveTldFinder;
import dev.prospector.agents.internal.Expression;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The suffixes under which people register domains (publicsuffix.org), those of registries and the
 * private ones of hosting platforms, such as {@code github.io}.
 *
 * <p>Names that never leave a machine or local network ({@code localhost}, {@code local} by RFC
 * 6762, {@code internal}, {@code invalid}) have no registrable domain. A top-level name that the
 * list does not know counts as a suffix, which is the list's own default rule.
 *
 * <p>Immutable and safe for several threads; several lists can be in use at once.
 */
public final class PublicSuffixList {

  private static final Set<String> NOT_PUBLIC = Set.of("local", "localhost", "internal", "invalid");
  private static final String PRIVATE_SECTION = "===BEGIN PRIVATE DOMAINS===";

  private static final Expression FOREIGN_DOT = Expression.of("[\u3002\uFF0E\uFF61]");
  private static final Match DEFAULT = new Match(1, false);

  /**
   * Filled before and not changed. For each name, wildcard parent and exception: whether it stands
   * in the private section.
   */
  private final Map<String, Boolean> names;

  private final Map<String, Boolean> wildcards;
  private final Set<String> exceptions;

  private PublicSuffixList(
      Map<String, Boolean> names, Map<String, Boolean> wildcards, Set<String> exceptions) {
    this.names = names;
    this.wildcards = wildcards;
    this.exceptions = exceptions;
  }

  /** Returns the list that ships with crawler-commons, read once. */
  public static PublicSuffixList bundled() {
    return Bundled.LIST;
  }

  /**
   * Returns the list read from text in the format of {@code public_suffix_list.dat}, for use of a
   * newer one than the bundled.
   */
  public static PublicSuffixList read(Reader text) throws IOException {
    Map<String, Boolean> names = new HashMap<>();
    Map<String, Boolean> wildcards = new HashMap<>();
    Set<String> exceptions = new HashSet<>();
    boolean inPrivate = false;
    BufferedReader lines = new BufferedReader(text);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      boolean comment = line.stripLeading().startsWith("//");
      inPrivate |= comment && line.contains(PRIVATE_SECTION);
      String rule = comment ? "" : firstWord(line);
      boolean isPrivate = inPrivate;
      if (rule.startsWith("!")) {
        Idna.toAscii(rule.substring(1)).ifPresent(exceptions::add);
      } else if (rule.startsWith("*.")) {
        Idna.toAscii(rule.substring(2)).ifPresent(name -> wildcards.put(name, isPrivate));
      } else if (!rule.isEmpty()) {
        Idna.toAscii(rule).ifPresent(name -> names.put(name, isPrivate));
      }
    }
    return new PublicSuffixList(names, wildcards, exceptions);
  }

  /** A rule ends with the first white space. */
  private static String firstWord(String line) {
    String text = line.strip();
    int end = 0;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  private static boolean isSpace(char c) {
    boolean visible = c > ' ' && c < 128;
    return !visible && Character.isWhitespace(c);
  }

  /**
   * Returns the registrable domain of a host in Unicode or ASCII form: its public suffix and one
   * label more, in lower case. Empty for a suffix itself, an IP address, or a malformed host.
   */
  public Optional<String> registrableDomain(String host) {
    String name = plain(host);
    return ascii(name).flatMap(ascii -> lastLabels(name, match(ascii).labels() + 1));
  }

  /**
   * Returns the public suffix of a host, private ones included; empty when the host is malformed.
   */
  public Optional<String> suffix(String host) {
    String name = plain(host);
    return ascii(name).flatMap(ascii -> lastLabels(name, match(ascii).labels()));
  }

  /** Returns whether a host lies under a suffix that a platform, not a registry, gives out. */
  public boolean isUnderPrivateSuffix(String host) {
    return ascii(plain(host)).map(ascii -> match(ascii).isPrivate()).orElse(false);
  }

  /** Returns whether a name of one label is a top-level name that the list knows. */
  public boolean isTopLevel(String label) {
    return label.indexOf('.') < 0
        && Idna.toAscii(label).filter(ascii -> names.containsKey(ascii)).isPresent();
  }

  /** Looks for the longest rule, an exception before a wildcard of the same length. */
  private Match match(String ascii) {
    int labels = (int) ascii.chars().filter(c -> c == '.').count() + 1;
    for (String name = ascii; labels > 0; name = parent(name), labels--) {
      if (exceptions.contains(name)) {
        return new Match(labels - 1, false);
      }
      Boolean isPrivate = names.getOrDefault(name, wildcards.get(parent(name)));
      if (isPrivate != null) {
        return new Match(labels, isPrivate);
      }
    }
    return DEFAULT;
  }

  private static Optional<String> ascii(String name) {
    return Idna.toAscii(name).filter(PublicSuffixList::isPublicName);
  }

  private static boolean isPublicName(String ascii) {
    boolean malformed =
        ascii.isEmpty() || ascii.startsWith(".") || ascii.endsWith(".") || ascii.contains("..");
    return !malformed
        && !ascii.startsWith("[")
        && !Ipv4.endsInNumber(ascii)
        && !NOT_PUBLIC.contains(ascii.substring(ascii.lastIndexOf('.') + 1));
  }

  private static Optional<String> lastLabels(String name, int count) {
    int start = name.length();
    for (int i = 0; i < count; i++) {
      if (start < 0) {
        return Optional.empty();
      }
      start = start == 0 ? -1 : name.lastIndexOf('.', start - 1);
    }
    return Optional.of(name.substring(start + 1));
  }

  private static String parent(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  /** Lower case, with ASCII dots and without the root's. */
  private static String plain(String host) {
    String dotted = FOREIGN_DOT.matcher(host.toLowerCase(Locale.ROOT)).replaceAll(".");
    return dotted.endsWith(".") ? dotted.substring(0, dotted.length() - 1) : dotted;
  }

  /** How many labels the suffix has, and whether a platform gives it out. */
  private record Match(int labels, boolean isPrivate) {}

  private static final class Bundled {
    static final PublicSuffixList LIST = load();

    private static PublicSuffixList load() {
      String name = EffectiveTldFinder.ETLD_DATA;
      try (InputStream in =
          Objects.requireNonNull(EffectiveTldFinder.class.getResourceAsStream(name), name)) {
        return read(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name, e);
      }
    }
  }
}
