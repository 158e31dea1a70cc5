package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.EndpointId;
import java.util.Comparator;

/** One endpoint of one tenant. In the order in which rows are locked. */
record EndpointKey(String tenant, String endpoint) implements Comparable<EndpointKey> {

  private static final Comparator<EndpointKey> ORDER =
      Comparator.comparing(EndpointKey::tenant).thenComparing(EndpointKey::endpoint);

  static EndpointKey of(Tenant tenant, EndpointId endpoint) {
    return new EndpointKey(tenant.id(), endpoint.value());
  }

  @Override
  public int compareTo(EndpointKey other) {
    return ORDER.compare(this, other);
  }
}
