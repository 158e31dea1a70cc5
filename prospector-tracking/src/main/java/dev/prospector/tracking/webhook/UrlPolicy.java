package dev.prospector.tracking.webhook;

import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HostResolver;
import dev.prospector.http.HttpUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where messages may go: unless told otherwise, to {@code https} addresses whose host lies on the
 * public internet with every one of its addresses. It is asked when an endpoint is registered, so
 * that its owner is told. Each attempt is held to it by the transport, which connects to an address
 * that was accepted and to no other: pointing the name elsewhere later changes nothing. Immutable.
 */
public final class UrlPolicy {

  private final boolean http;
  private final AddressPolicy addresses;
  private final HostResolver resolver;

  private UrlPolicy(boolean http, AddressPolicy addresses, HostResolver resolver) {
    this.http = http;
    this.addresses = addresses;
    this.resolver = resolver;
  }

  /** Allows public {@code https} addresses alone. */
  public static UrlPolicy strict() {
    return new UrlPolicy(false, AddressPolicy.publicOnly(), HostResolver.platform());
  }

  /** Allows {@code http} too, over which everybody on the way can read. */
  public UrlPolicy allowingHttp() {
    return new UrlPolicy(true, addresses, resolver);
  }

  /**
   * Allows every address: for endpoints in the host's own network, registered by people who may
   * call it anyway.
   */
  public UrlPolicy allowingPrivateAddresses() {
    return new UrlPolicy(http, AddressPolicy.any(), resolver);
  }

  /** Allows one host and port in the host's own network. */
  public UrlPolicy allowing(String host, int port) {
    return new UrlPolicy(http, addresses.allowing(host, port), resolver);
  }

  /** Finds addresses by another way than the platform's when an endpoint is registered. */
  public UrlPolicy resolvingBy(HostResolver value) {
    return new UrlPolicy(http, addresses, value);
  }

  /**
   * Returns what is wrong with an address and what to do, in one sentence; empty if it is allowed.
   */
  public Optional<String> objection(HttpUrl url) {
    Optional<String> scheme = objectionToScheme(url);
    return scheme.isPresent() || allowsPrivateAddresses() ? scheme : objectionToHost(url);
  }

  /** Returns what is wrong with an address that can be told before its host is looked up. */
  public Optional<String> objectionToScheme(HttpUrl url) {
    return url.isSecure() || http ? Optional.empty() : Optional.of("use an https address");
  }

  private Optional<String> objectionToHost(HttpUrl url) {
    try {
      List<InetAddress> found =
          url.literal().isPresent() ? List.of(url.literal().get()) : resolver.addresses(url.host());
      return found.isEmpty()
          ? Optional.of("the host cannot be found")
          : found.stream()
              .flatMap(address -> addresses.objection(url.host(), url.port(), address).stream())
              .findFirst();
    } catch (UnknownHostException e) {
      return Optional.of("the host cannot be found");
    }
  }

  /** Returns what the transport is held to. */
  public AddressPolicy addresses() {
    return addresses;
  }

  /** Returns whether every address is allowed. */
  public boolean allowsPrivateAddresses() {
    return addresses.equals(AddressPolicy.any());
  }
}
