package dev.prospector.spring.web;

import dev.prospector.tracking.webhook.signature.Verification;
import dev.prospector.tracking.webhook.signature.WebhookVerifier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/** Receives webhooks: the signature says who sends, so that nobody else is asked. */
final class ReceiveWebhook implements HttpRequestHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiveWebhook.class);
  private static final int MOST_BYTES = 1_048_576;

  private final WebhookVerifier verifier;
  private final WebhookReceiver receiver;
  private final Supplier<String> ids;

  ReceiveWebhook(WebhookVerifier verifier, WebhookReceiver receiver, Supplier<String> ids) {
    this.verifier = verifier;
    this.receiver = receiver;
    this.ids = ids;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      Problem.onlyPost().to(response, ids.get());
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      Problem.of(413, "too-large", "The message is too long", "send at most 1 MiB")
          .to(response, ids.get());
      return;
    }
    Verification verification = verifier.verify(headers(request), body);
    response.setStatus(
        verification.match(
            accepted -> take(accepted.id(), body), refused -> refused.reason().status()));
  }

  private int take(String id, byte[] body) {
    try {
      receiver.receive(id, body);
      return HttpServletResponse.SC_NO_CONTENT;
    } catch (RuntimeException e) {
      verifier.forget(id);
      LOG.warn("a webhook could not be taken, and is sent again", e);
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
    }
    return headers;
  }
}
