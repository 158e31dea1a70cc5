package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.sql.Seal;
import dev.prospector.error.ConfigurationException;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/**
 * Seals an endpoint's secrets, and its address, which may bear keys too, under the host's key for
 * this tenant and endpoint: moved to another row they cannot be read.
 */
public final class SealedEndpoint {

  private static final int LEAST_BYTES = 16;
  private static final TypeReference<Content> CONTENT = new TypeReference<>() {};

  private final String key;

  /** What is sealed. */
  private record Content(String url, String secret, List<Older> older) {}

  private record Older(String secret, String until) {}

  public SealedEndpoint(byte[] key) {
    if (key.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "the key has at least " + LEAST_BYTES + " bytes, not " + key.length);
    }
    this.key = HexFormat.of().formatHex(key);
  }

  /**
   * Returns what is stored of an endpoint.
   *
   * @param version of the row that it replaces, or 0
   */
  public EndpointRow row(WebhookEndpoint endpoint, long version) {
    EndpointKey row = EndpointKey.of(endpoint.tenant(), endpoint.id());
    EndpointSettings settings = endpoint.settings();
    WebhookSecrets secrets = endpoint.secrets();
    Content content =
        new Content(
            settings.url().text(),
            secrets.current().reveal(),
            secrets.older().stream()
                .map(old -> new Older(old.secret().reveal(), old.until().toString()))
                .toList());
    return new EndpointRow(
        row,
        version,
        settings.eventTypes(),
        settings.limits(),
        settings.format(),
        Seal.seal(secret(row), Json.text(content)),
        endpoint.health());
  }

  /**
   * Returns the endpoint of a row.
   *
   * @throws ConfigurationException if it was sealed under another key, or changed since
   */
  public WebhookEndpoint open(EndpointRow row) {
    String name = "webhook endpoint '" + row.key().endpoint() + "'";
    String json = Seal.open(secret(row.key()), row.sealed()).orElseThrow(() -> otherKey(name));
    Content content = Json.read(json, CONTENT, name);
    WebhookSecrets secrets =
        new WebhookSecrets(
            WebhookSecret.parse(content.secret()),
            content.older().stream()
                .map(
                    old ->
                        new WebhookSecrets.Older(
                            WebhookSecret.parse(old.secret()), Instant.parse(old.until())))
                .toList());
    return new WebhookEndpoint(
        new Tenant(row.key().tenant()),
        EndpointId.of(row.key().endpoint()),
        new EndpointSettings(HttpUrl.parse(content.url()), row.types(), row.limits(), row.format()),
        secrets,
        row.health());
  }

  private String secret(EndpointKey row) {
    return "webhook\n" + key + "\n" + row.tenant() + "\n" + row.endpoint();
  }

  private static ConfigurationException otherKey(String name) {
    return new ConfigurationException(
        "webhooks of the store",
        List.of(
            "the secrets of "
                + name
                + " were sealed under another key: give the store the key that it was given then"));
  }
}
