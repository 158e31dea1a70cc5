package dev.prospector.http;

import java.net.InetAddress;
import java.util.Optional;

/** The policies that most callers use. */
enum KnownPolicy implements AddressPolicy {
  PUBLIC {
    @Override
    public Optional<String> objection(String host, int port, InetAddress address) {
      return PublicAddresses.contains(address)
          ? Optional.empty()
          : Optional.of("the host is not on the public internet");
    }
  },
  ANY {
    @Override
    public Optional<String> objection(String host, int port, InetAddress address) {
      return Optional.empty();
    }
  }
}
