package dev.prospector.tracking.remote.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.prospector.lead.Tenant;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Mounts the endpoint in the JDK's server, as a host mounts it in its own. */
public final class EndpointHandler implements HttpHandler {

  private final RemoteRunsEndpoint endpoint;
  private final Tenant tenant;
  private final String prefix;
  private final AtomicLong ids = new AtomicLong();

  public EndpointHandler(RemoteRunsEndpoint endpoint, Tenant tenant) {
    this(endpoint, tenant, "");
  }

  public EndpointHandler(RemoteRunsEndpoint endpoint, Tenant tenant, String prefix) {
    this.endpoint = endpoint;
    this.tenant = tenant;
    this.prefix = prefix;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toASCIIString().substring(prefix.length());
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    byte[] body = exchange.getRequestBody().readNBytes(RemoteRunsEndpoint.MOST_BYTES + 1);
    TrackingAnswer answer =
        endpoint.answer(
            new TrackingRequest(
                tenant,
                "request-" + ids.incrementAndGet(),
                exchange.getRequestMethod(),
                target,
                type == null ? "" : type,
                body));
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }
}
