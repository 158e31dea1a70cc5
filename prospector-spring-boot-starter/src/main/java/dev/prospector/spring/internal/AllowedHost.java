package dev.prospector.spring.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and port of the operator's own network.
 *
 * @param host a name or an address
 * @param port from 1 to 65535
 */
public record AllowedHost(String host, int port) {

  private static final Pattern WRITTEN = Pattern.compile("([^\\s:/]{1,253}):(\\d{1,5})");
  private static final int MOST = 65_535;

  /** Reads {@code HOST:PORT}; empty if it is written otherwise. */
  public static Optional<AllowedHost> parse(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(matcher.group(2));
    return port < 1 || port > MOST
        ? Optional.empty()
        : Optional.of(new AllowedHost(matcher.group(1), port));
  }
}
