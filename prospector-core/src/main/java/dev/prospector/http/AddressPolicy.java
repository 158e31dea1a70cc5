package dev.prospector.http;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Which addresses a request may be sent to. A transport looks a host up, asks the policy for every
 * address that it found, and connects to one of those alone: what a name means a moment later
 * changes nothing. Where one address of a host is refused, the host is.
 *
 * <p>Policies are compared with {@code equals}: a connection is used again only under an equal one.
 */
@FunctionalInterface
public interface AddressPolicy {

  /**
   * Returns why no connection may be made, in a few words; empty if it may.
   *
   * @param host as in the request, in lower case
   * @param port from 1 to 65535
   * @param address one of the host's
   */
  Optional<String> objection(String host, int port, InetAddress address);

  /** Returns the policy that accepts addresses of the public internet alone. */
  static AddressPolicy publicOnly() {
    return KnownPolicy.PUBLIC;
  }

  /**
   * Returns the policy that accepts everything: for addresses that the operator wrote, never for
   * those of pages, tenants or models.
   */
  static AddressPolicy any() {
    return KnownPolicy.ANY;
  }

  /** Returns this policy with one host and port besides, wherever that host lies. */
  default AddressPolicy allowing(String host, int port) {
    return new AllowedHost(host, port, this);
  }
}
