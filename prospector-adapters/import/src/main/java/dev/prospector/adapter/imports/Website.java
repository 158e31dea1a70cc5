package dev.prospector.adapter.imports;

import dev.prospector.agents.address.ParsedAddress;
import dev.prospector.agents.address.PublicSuffixList;
import dev.prospector.agents.address.WebAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a list says about a company's website.
 *
 * @param written the address as the list has it; empty when there is none that can be used
 * @param identity what two rows of the same company share: its registrable domain, or on a site of
 *     many companies the page's address; empty when there is no usable address
 * @param domain the registrable domain if it is the company's own; else empty
 * @param problem why what the list has is no website; else empty
 */
record Website(String written, String identity, String domain, String problem) {

  static final Website NONE = new Website("", "", "", "");

  private static final PublicSuffixList SUFFIXES = PublicSuffixList.bundled();
  private static final Set<String> SHARED = shared();

  /** Several addresses in one cell: the first counts. */
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;|]+|\\s/\\s");

  /** What people write when there is none. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "[\\W_]*|n/?[ad]|nil|none|null|nan|no|nao|não|x+|0|tbd|unknown|desconhecido|sem (web)?site"
              + "|n[aã]o (tem|possui|informado|h[aá]|disponível)( site)?|no (tiene|disponible|website)"
              + "|sin (sitio|web|p[aá]gina)( web)?|not available|em branco",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  static Website of(String cell) {
    String text = cell.strip();
    if (text.length() < 60 && NOTHING.matcher(text).matches()) {
      return NONE;
    }
    ParsedAddress whole = WebAddress.parseTyped(text);
    if (whole.address().isPresent()) {
      return of(text, whole.address().get());
    }
    for (String part : SEPARATOR.split(text.length() > 4000 ? text.substring(0, 4000) : text)) {
      Optional<WebAddress> address = WebAddress.parseTyped(part).address();
      if (address.isPresent()) {
        return of(part, address.get());
      }
    }
    return new Website("", "", "", whole.rejection().map(Website::sentence).orElse("unusable"));
  }

  private static Website of(String written, WebAddress address) {
    Optional<String> domain = address.registrableDomain(SUFFIXES);
    boolean own = domain.isPresent() && !SHARED.contains(domain.get());
    if (own) {
      return new Website(written, domain.get(), domain.get(), "");
    }
    if (domain.isEmpty() && !isAddressOfMachine(address.host())) {
      return new Website(
          "", "", "", "'" + address.host() + "' is no domain that somebody registers");
    }
    return new Website(written, withoutScheme(address.canonical()), "", "");
  }

  private static boolean isAddressOfMachine(String host) {
    return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  private static String withoutScheme(String canonical) {
    String rest = canonical.substring(canonical.indexOf("://") + 3);
    String bare = rest.startsWith("www.") ? rest.substring(4) : rest;
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static String sentence(dev.prospector.agents.address.Rejection reason) {
    return "it is no web address ("
        + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ")";
  }

  private static Set<String> shared() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Website.class.getResourceAsStream("shared-hosts.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
