package dev.prospector.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. Safe for several threads. */
@FunctionalInterface
public interface HostResolver {

  /** Returns all addresses of a host, at least one. */
  List<InetAddress> addresses(String host) throws UnknownHostException;

  /** Returns the platform's own resolver. */
  static HostResolver platform() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
