package dev.prospector.tracking.webhook;

import dev.prospector.http.PublicAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where messages may go: unless told otherwise, to {@code https} addresses whose host lies on the
 * public internet with every one of its addresses. It is asked when an endpoint is registered and
 * again before each attempt, since a name may be pointed elsewhere later. Between that answer and
 * the connection the platform's cache of names (30 seconds unless set) keeps the two the same; a
 * host that sets it to zero gives that up and should send through a proxy that checks. Immutable.
 */
public final class UrlPolicy {

  /** Finds the addresses of a host. */
  @FunctionalInterface
  public interface Resolver {

    /** Returns all addresses of a host, at least one. */
    List<InetAddress> addresses(String host) throws UnknownHostException;
  }

  private final boolean http;
  private final boolean privateAddresses;
  private final Resolver resolver;

  private UrlPolicy(boolean http, boolean privateAddresses, Resolver resolver) {
    this.http = http;
    this.privateAddresses = privateAddresses;
    this.resolver = resolver;
  }

  /** Allows public {@code https} addresses alone. */
  public static UrlPolicy strict() {
    return new UrlPolicy(false, false, host -> List.of(InetAddress.getAllByName(host)));
  }

  /** Allows {@code http} too, over which everybody on the way can read. */
  public UrlPolicy allowingHttp() {
    return new UrlPolicy(true, privateAddresses, resolver);
  }

  /**
   * Allows every address: for endpoints in the host's own network, registered by people who may
   * call it anyway.
   */
  public UrlPolicy allowingPrivateAddresses() {
    return new UrlPolicy(http, true, resolver);
  }

  /** Finds addresses by another way than the platform's. */
  public UrlPolicy resolvingBy(Resolver value) {
    return new UrlPolicy(http, privateAddresses, value);
  }

  /**
   * Returns what is wrong with an address and what to do, in one sentence; empty if it is allowed.
   */
  public Optional<String> objection(URI url) {
    String scheme = url.getScheme();
    if (!"https".equalsIgnoreCase(scheme) && !(http && "http".equalsIgnoreCase(scheme))) {
      return Optional.of(http ? "use an http or https address" : "use an https address");
    }
    if (url.getHost() == null || url.getHost().isEmpty()) {
      return Optional.of("the address names no host");
    }
    if (url.getUserInfo() != null) {
      return Optional.of("leave user name and password out of the address");
    }
    return privateAddresses ? Optional.empty() : unreachable(url.getHost());
  }

  private Optional<String> unreachable(String host) {
    try {
      List<InetAddress> addresses = resolver.addresses(host);
      boolean open = !addresses.isEmpty() && addresses.stream().allMatch(PublicAddresses::contains);
      return open ? Optional.empty() : Optional.of("the host is not on the public internet");
    } catch (UnknownHostException e) {
      return Optional.of("the host cannot be found");
    }
  }
}
