package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.sql.Nanos;
import dev.prospector.tracking.webhook.DeliveryLimits;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointState;
import dev.prospector.tracking.webhook.PayloadFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * An endpoint as it is stored.
 *
 * @param version grows with every change
 * @param types which events it is sent; empty for all
 * @param sealed its address and its secrets
 */
record EndpointRow(
    EndpointKey key,
    long version,
    List<String> types,
    DeliveryLimits limits,
    PayloadFormat format,
    byte[] sealed,
    EndpointHealth health) {

  static final String COLUMNS =
      "tenant, endpoint, version, types, concurrency, per_minute, ordered, format, sealed, state,"
          + " failing_since, last_failure, paused_until";

  private static final TypeReference<List<String>> TYPES = new TypeReference<>() {};

  static EndpointRow read(ResultSet row) throws SQLException {
    EndpointKey key = new EndpointKey(row.getString("tenant"), row.getString("endpoint"));
    return new EndpointRow(
        key,
        row.getLong("version"),
        types(row.getString("types"), key),
        new DeliveryLimits(
            row.getInt("concurrency"),
            row.getInt("per_minute"),
            DeliveryLimits.Order.valueOf(row.getString("ordered"))),
        PayloadFormat.valueOf(row.getString("format")),
        row.getBytes("sealed"),
        new EndpointHealth(
            EndpointState.valueOf(row.getString("state")),
            Nanos.read(row, "failing_since"),
            Nanos.read(row, "last_failure"),
            Nanos.read(row, "paused_until")));
  }

  static List<String> types(String json, EndpointKey key) {
    return Json.read(json, TYPES, "webhook endpoint '" + key.endpoint() + "'");
  }

  /** Returns what stands in the columns after the key and the version, in their order. */
  @Nullable Object[] values() {
    return new @Nullable Object[] {
      Json.text(types),
      limits.concurrency(),
      limits.perMinute(),
      limits.order().name(),
      format.name(),
      sealed,
      health.state().name(),
      Nanos.of(health.failingSince()),
      Nanos.of(health.lastFailure()),
      Nanos.of(health.pausedUntil())
    };
  }

  boolean wants(String eventType) {
    return types.isEmpty() || types.contains(eventType);
  }

  EndpointRow withHealth(EndpointHealth value) {
    return new EndpointRow(key, version + 1, types, limits, format, sealed, value);
  }
}
