package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.journal.EventRow;
import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.Bound;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.PayloadFormat;
import dev.prospector.tracking.webhook.WebhookMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The messages to endpoints that a transaction writes with its events: to each endpoint that is
 * active and wants an event exactly one. Endpoints are held until it commits, so that none is
 * removed in between; who claims or settles deliveries does not wait for that.
 */
public final class Outbox {

  private static final String ENDPOINTS =
      """
      select endpoint, types, format from prospector_endpoint
      where tenant = ? and state = 'ACTIVE' order by endpoint for key share
      """;
  private static final String HOLD =
      """
      select endpoint from prospector_endpoint
      where tenant = ? order by endpoint for no key update
      """;

  private final Transaction transaction;
  private final Dialect dialect;
  private final Map<String, Asked<List<Receiver>>> endpoints = new HashMap<>();
  private final SortedMap<String, OfTenant> tenants = new TreeMap<>();

  /** What happened to a tenant. */
  private record OfTenant(List<Happened> events, List<String> forgotten) {}

  private record Happened(long number, EventRow event) {}

  /** Somebody who is sent events. */
  private record Receiver(String endpoint, List<String> types, PayloadFormat format) {
    public static Receiver read(String tenant, ResultSet row) throws SQLException {
      String endpoint = row.getString("endpoint");
      return new Receiver(
          endpoint,
          EndpointRow.types(row.getString("types"), new EndpointKey(tenant, endpoint)),
          PayloadFormat.valueOf(row.getString("format")));
    }

    public boolean wants(EventRow event) {
      return types.isEmpty() || types.contains(event.type());
    }
  }

  /** Holds the endpoints of tenants. */
  public Outbox(Transaction transaction, Dialect dialect, SortedSet<String> tenants)
      throws SQLException {
    this.transaction = transaction;
    this.dialect = dialect;
    String query = dialect.sql(ENDPOINTS);
    for (String tenant : tenants) {
      endpoints.put(
          tenant, transaction.ask(Bound.of(query, tenant), row -> Receiver.read(tenant, row)));
    }
  }

  /** Takes an event that is written in this transaction. */
  public void add(long number, EventRow event) {
    tenant(event.run().tenant()).events().add(new Happened(number, event));
  }

  /** Removes what there is about a lead, though not what this transaction adds. */
  public void forget(Tenant tenant, String lead) {
    tenant(tenant.id()).forgotten().add(lead);
  }

  private OfTenant tenant(String id) {
    return tenants.computeIfAbsent(id, t -> new OfTenant(new ArrayList<>(), new ArrayList<>()));
  }

  /** Writes what is not written yet. */
  public void store() throws SQLException {
    Rows messages = DeliveryRows.additions(transaction);
    for (Map.Entry<String, OfTenant> tenant : tenants.entrySet()) {
      forget(tenant.getKey(), tenant.getValue().forgotten());
      add(messages, tenant.getKey(), tenant.getValue().events());
    }
    messages.execute();
  }

  private void forget(String tenant, List<String> leads) throws SQLException {
    if (!leads.isEmpty()) {
      transaction.query(dialect.sql(HOLD), row -> row.getString("endpoint"), tenant);
    }
    for (String lead : leads) {
      delete(transaction, tenant, lead);
    }
  }

  private void add(Rows messages, String tenant, List<Happened> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    List<Receiver> receivers = Objects.requireNonNull(endpoints.get(tenant)).get();
    for (Happened one : events) {
      List<Receiver> told = receivers.stream().filter(r -> r.wants(one.event())).toList();
      if (!told.isEmpty()) {
        add(messages, new Tenant(tenant), one, told);
      }
    }
  }

  private static void add(Rows messages, Tenant tenant, Happened one, List<Receiver> told) {
    RunEvent event = one.event().event(one.number());
    Map<PayloadFormat, WebhookMessage> written = new EnumMap<>(PayloadFormat.class);
    for (Receiver receiver : told) {
      WebhookMessage message =
          written.computeIfAbsent(
              receiver.format(), format -> WebhookMessage.of(tenant, event, format));
      DeliveryRows.add(messages, receiver.endpoint(), message);
    }
  }

  /** Removes the messages about a lead, and returns how many there were. */
  public static int delete(Transaction transaction, String tenant, String lead)
      throws SQLException {
    int messages =
        transaction
            .query(
                """
                select count(distinct message) as messages from prospector_delivery
                where tenant = ? and lead = ?
                """,
                row -> row.getInt("messages"),
                tenant,
                lead)
            .get(0);
    if (messages > 0) {
      String delete = "delete from prospector_delivery where tenant = ? and lead = ?";
      Asked<Integer> unused = transaction.change(Bound.of(delete, tenant, lead));
    }
    return messages;
  }
}
