package dev.prospector.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/** One host and port that the operator allows, beside what another policy accepts. */
record AllowedHost(String host, int port, AddressPolicy otherwise) implements AddressPolicy {

  AllowedHost {
    host = host.toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<String> objection(String asked, int at, InetAddress address) {
    return at == port && asked.equals(host)
        ? Optional.empty()
        : otherwise.objection(asked, at, address);
  }
}
