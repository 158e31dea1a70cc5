package dev.prospector.agents.address;

import java.util.Objects;
import java.util.Optional;

/**
 * An http or https address in parts, parsed by the WHATWG URL Standard: host in lower case ASCII,
 * default port left out, dot segments resolved, illegal characters percent-encoded. User names and
 * passwords are refused, which the standard would allow.
 *
 * <p>Immutable. Instances come from {@link #parse}, {@link #parseTyped} and {@link #resolve}.
 *
 * @param scheme {@code http} or {@code https}
 * @param host domain name with A-labels, dotted IPv4 address, or IPv6 address in brackets
 * @param port the port, or -1 for the scheme's own
 * @param path the path, beginning with a slash
 * @param search empty, or the query with its question mark
 * @param hash empty, or the fragment with its number sign
 */
public record WebAddress(
    String scheme, String host, int port, String path, String search, String hash) {

  /** Checks that no part is missing. */
  public WebAddress {
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(host);
    Objects.requireNonNull(path);
    Objects.requireNonNull(search);
    Objects.requireNonNull(hash);
  }

  /** Reads an absolute address. Never throws. */
  public static ParsedAddress parse(String text) {
    return new AddressParser(Optional.empty()).parse(text);
  }

  /**
   * Reads an address as people write it into lists and forms: as {@link #parse}, and without scheme
   * ({@code example.com/path}), which is taken as http. A text without scheme needs a dot in its
   * host.
   */
  public static ParsedAddress parseTyped(String text) {
    ParsedAddress strict = parse(text);
    Rejection reason = strict.rejection().orElse(Rejection.EMPTY);
    if (reason != Rejection.RELATIVE && reason != Rejection.NOT_WEB) {
      return strict;
    }
    String typed = text.strip();
    if (!TypedAddress.lacksScheme(typed)) {
      return strict;
    }
    return parse("http://" + (typed.startsWith("//") ? typed.substring(2) : typed));
  }

  /** Reads a link found at this address, absolute or relative. Never throws. */
  public ParsedAddress resolve(String reference) {
    return new AddressParser(Optional.of(this)).parse(reference);
  }

  /** Returns the whole address, with its fragment. */
  public String href() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + search + hash;
  }

  /**
   * Returns one form for all addresses of the same page: without fragment, tracking and session
   * parameters and the root's trailing dot, percent-encoding made uniform, repeated slashes folded,
   * query parameters sorted. Scheme and host prefix are kept, because sites may differ by them.
   */
  public String canonical() {
    return CanonicalForm.of(this);
  }

  /**
   * Returns the domain that was registered for this host, private suffixes such as {@code
   * github.io} counted as suffixes; empty for an IP address or a bare suffix.
   */
  public Optional<String> registrableDomain(PublicSuffixList suffixes) {
    return suffixes.registrableDomain(host);
  }

  /** Returns {@link #href()}. */
  @Override
  public String toString() {
    return href();
  }
}
