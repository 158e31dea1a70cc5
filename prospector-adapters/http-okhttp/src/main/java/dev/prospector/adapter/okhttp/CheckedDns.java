package dev.prospector.adapter.okhttp;

import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HostResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;

/**
 * Finds a host's addresses and lets the client have them if all are accepted. Two that are equal
 * share their connections.
 */
record CheckedDns(HostResolver resolver, AddressPolicy policy, int port) implements Dns {

  /** An address of the host is refused. */
  static final class Refused extends UnknownHostException {

    private static final long serialVersionUID = 1;

    Refused(String objection) {
      super(objection);
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = resolver.addresses(host);
    if (addresses.isEmpty()) {
      throw new UnknownHostException("no address");
    }
    for (InetAddress address : addresses) {
      Optional<String> objection = policy.objection(host, port, address);
      if (objection.isPresent()) {
        throw new Refused(objection.get());
      }
    }
    return addresses;
  }
}
