package dev.prospector.adapter.okhttp;

import dev.prospector.error.ConfigurationException;
import java.util.List;

/**
 * An HTTP proxy of the operator. It looks hosts up itself, so that addresses checked before say
 * nothing of where it connects to.
 *
 * @param host its name or address
 * @param port from 1 to 65535
 * @param checksAddresses whether it refuses to connect to addresses of the inner network: only then
 *     are requests that demand checked addresses sent through it
 */
public record HttpProxy(String host, int port, boolean checksAddresses) {

  /** Checks the port. */
  public HttpProxy {
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new ConfigurationException(
          "HttpProxy", List.of("a proxy has a host and a port: " + host + ":" + port));
    }
  }

  /** Returns a proxy that is not known to check addresses. */
  public static HttpProxy of(String host, int port) {
    return new HttpProxy(host, port, false);
  }

  /** Returns this proxy, said to refuse addresses of the inner network. */
  public HttpProxy thatChecksAddresses() {
    return new HttpProxy(host, port, true);
  }
}
