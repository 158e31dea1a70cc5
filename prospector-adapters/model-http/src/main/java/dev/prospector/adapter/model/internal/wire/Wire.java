package dev.prospector.adapter.model.internal.wire;

import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpBody;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import java.time.Duration;
import java.util.Map;

/**
 * Sends calls; the one place that knows the transport. Headers hold keys and are never shown. The
 * operator wrote the address, so it may lie in his own network.
 */
public record Wire(HttpTransport transport) {

  public WireReply post(String url, Map<String, String> headers, String body, Duration timeout)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.post(HttpUrl.parse(url), HttpBody.text(body))
            .withHeaders(headers)
            .withTimeout(timeout)
            .withAddresses(AddressPolicy.any());
    HttpResponse response = transport.send(request);
    return new WireReply(response.status(), response.headers(), response.body());
  }
}
