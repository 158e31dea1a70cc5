package dev.prospector.tracking.webhook.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs messages with the secrets of one endpoint. Immutable. */
public final class WebhookSigner {

  private final WebhookSecrets secrets;

  /** Signs with every secret that is valid when it signs. */
  public WebhookSigner(WebhookSecrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Returns the three headers of a message, by lower-case name.
   *
   * @param id the same for every attempt to deliver the message; without a {@code .}, which would
   *     let what was signed be read in two ways
   * @param at when this attempt is made; sent as whole seconds
   * @param body exactly what will be sent, in UTF-8
   */
  public Map<String, String> headers(String id, Instant at, String body) {
    if (id.isEmpty() || id.indexOf('.') >= 0) {
      throw new IllegalArgumentException("the id of a webhook message has no '.': '" + id + "'");
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String timestamp = Long.toString(at.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(Signature.ID, id);
    headers.put(Signature.TIMESTAMP, timestamp);
    headers.put(
        Signature.SIGNATURE,
        secrets.at(at).stream()
            .map(secret -> Signature.of(secret, id, timestamp, bytes))
            .collect(Collectors.joining(" ")));
    return headers;
  }
}
