package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.error.InputException;
import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryResult;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.HealthChange;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookMessage;
import dev.prospector.tracking.webhook.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Webhooks in the store that keeps the runs: their messages are written with the events, by {@link
 * Outbox}. Secrets are sealed and opened in the callers' threads.
 */
public final class JdbiWebhookStore implements WebhookStore {

  private final Access access;
  private final ChangeWebhooks changes;
  private final SealedEndpoint seal;

  public JdbiWebhookStore(Access access, ChangeWebhooks changes, SealedEndpoint seal) {
    this.access = access;
    this.changes = changes;
    this.seal = seal;
  }

  @Override
  public void add(WebhookEndpoint endpoint) {
    if (!is(new WebhookRequest.Add(seal.row(endpoint, 0)))) {
      throw new InputException(
          "tenant '"
              + endpoint.tenant()
              + "' has a webhook endpoint '"
              + endpoint.id()
              + "' already: change that one, or choose another id");
    }
  }

  @Override
  public Optional<WebhookEndpoint> find(Tenant tenant, EndpointId id) {
    return row(tenant, id).map(seal::open);
  }

  private Optional<EndpointRow> row(Tenant tenant, EndpointId id) {
    return access.read(handle -> EndpointRows.find(handle, EndpointKey.of(tenant, id)));
  }

  @Override
  public List<WebhookEndpoint> endpoints(Tenant tenant) {
    return access.read(handle -> EndpointRows.ofTenant(handle, tenant.id())).stream()
        .map(seal::open)
        .toList();
  }

  @Override
  public Optional<WebhookEndpoint> change(
      Tenant tenant, EndpointId id, UnaryOperator<WebhookEndpoint> change) {
    while (true) {
      Optional<EndpointRow> row = row(tenant, id);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      WebhookEndpoint changed = change.apply(seal.open(row.get()));
      if (is(new WebhookRequest.Change(seal.row(changed, row.get().version())))) {
        return Optional.of(changed);
      }
      // Somebody else changed it in between.
    }
  }

  @Override
  public boolean remove(Tenant tenant, EndpointId id) {
    boolean removed = is(new WebhookRequest.Remove(EndpointKey.of(tenant, id)));
    access.overwriteDeleted();
    return removed;
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<DeliveryClaim> claim(int most, Instant now, Duration lease) {
    return (List<DeliveryClaim>) access.write(changes, new WebhookRequest.Claim(most, now, lease));
  }

  @Override
  public Optional<HealthChange> settle(DeliveryClaim claim, DeliveryResult result) {
    return ((Optional<?>) access.write(changes, new WebhookRequest.Settle(claim, result)))
        .map(WebhookRequest.Settled.class::cast)
        .map(settled -> new HealthChange(settled.before(), seal.open(settled.after())));
  }

  @Override
  public void release(DeliveryClaim claim) {
    access.write(changes, new WebhookRequest.Release(claim));
  }

  @Override
  public List<Delivery> deliveries(
      Tenant tenant, DeliveryFilter filter, Optional<Delivery> before, int limit) {
    return access.read(handle -> DeliveryRows.list(handle, tenant, filter, before, limit));
  }

  @Override
  public int replay(Tenant tenant, DeliveryFilter filter, Instant now) {
    return count(new WebhookRequest.Replay(tenant, filter, now));
  }

  @Override
  public int backfill(Tenant tenant, EndpointId endpoint, List<RunEvent> events) {
    Optional<EndpointRow> row = row(tenant, endpoint);
    if (row.isEmpty()) {
      return 0;
    }
    List<WebhookMessage> messages =
        events.stream()
            .filter(event -> row.get().wants(EventTypes.of(event)))
            .map(event -> WebhookMessage.of(tenant, event, row.get().format()))
            .toList();
    return count(new WebhookRequest.Backfill(row.get().key(), messages));
  }

  @Override
  public int forget(Tenant tenant, LeadId lead) {
    List<EndpointKey> endpoints =
        access.read(handle -> EndpointRows.ofTenant(handle, tenant.id())).stream()
            .map(EndpointRow::key)
            .toList();
    int forgotten = count(new WebhookRequest.Forget(tenant.id(), lead.value(), endpoints));
    access.overwriteDeleted();
    return forgotten;
  }

  /** A few hundred messages per transaction, so that other writers do not wait long. */
  @Override
  public int removeEnded(Instant before) {
    List<EndpointKey> all = access.read(EndpointRows::all);
    int removed = 0;
    for (EndpointKey key : all) {
      List<EndpointKey> held =
          all.stream().filter(other -> other.tenant().equals(key.tenant())).toList();
      int some = count(new WebhookRequest.RemoveEnded(key, before, held));
      while (some > 0) {
        removed += some;
        some = count(new WebhookRequest.RemoveEnded(key, before, held));
      }
    }
    return removed;
  }

  private boolean is(WebhookRequest request) {
    return (Boolean) access.write(changes, request);
  }

  private int count(WebhookRequest request) {
    return (Integer) access.write(changes, request);
  }
}
