package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.adapter.store.internal.sql.Nanos;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Tuples;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.Attempt;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.PayloadFormat;
import dev.prospector.tracking.webhook.WebhookMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Messages on their way to endpoints as they are stored. */
final class DeliveryRows {

  static final String COLUMNS =
      "tenant, message, endpoint, run, number, lead, type, at, format, body, state, attempts, due,"
          + " token, last_at, last_status, last_failure";

  private static final String ADD =
      """
      insert into prospector_delivery (tenant, message, endpoint, run, number, lead, type, at,
        format, body, state, attempts, due, token)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, 0)
      on conflict do nothing
      """;

  private DeliveryRows() {}

  /** Returns rows for messages that may be there already, and are left as they are then. */
  static Rows additions(Transaction transaction) {
    return transaction.inserts(ADD, 3);
  }

  static void add(Rows additions, String endpoint, WebhookMessage message) {
    additions.add(
        message.tenant().id(),
        message.id(),
        endpoint,
        message.run().value(),
        message.number(),
        message.lead().map(LeadId::value).orElse(null),
        message.type(),
        Nanos.of(message.at()),
        message.format().name(),
        message.body(),
        Nanos.of(message.at()));
  }

  static Delivery read(ResultSet row) throws SQLException {
    WebhookMessage message =
        new WebhookMessage(
            row.getString("message"),
            new Tenant(row.getString("tenant")),
            RunId.of(row.getString("run")),
            row.getLong("number"),
            Optional.ofNullable(row.getString("lead")).map(LeadId::of),
            row.getString("type"),
            Nanos.instant(row.getLong("at")),
            PayloadFormat.valueOf(row.getString("format")),
            row.getString("body"));
    return new Delivery(
        message,
        EndpointId.of(row.getString("endpoint")),
        DeliveryState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Nanos.instant(row.getLong("due")),
        last(row));
  }

  private static Optional<Attempt> last(ResultSet row) throws SQLException {
    int status = row.getInt("last_status");
    String failure = row.getString("last_failure");
    return Nanos.read(row, "last_at").map(at -> new Attempt(at, status, failure));
  }

  /** Returns deliveries, those of the latest events first. */
  static List<Delivery> list(
      Handle handle, Tenant tenant, DeliveryFilter filter, Optional<Delivery> before, int limit) {
    Condition condition = new Condition(tenant, filter);
    before.ifPresent(
        last ->
            condition.and(
                "(at, message) < (?, ?)", Nanos.of(last.message().at()), last.message().id()));
    String sql =
        "select "
            + COLUMNS
            + " from prospector_delivery where "
            + condition.sql()
            + " order by at desc, message desc limit ?";
    condition.values.add(limit);
    Query query = handle.createQuery(sql);
    for (int i = 0; i < condition.values.size(); i++) {
      query.bind(i, condition.values.get(i));
    }
    return query.map((row, context) -> read(row)).list();
  }

  /** Which deliveries a filter means, as a condition with its values. */
  static final class Condition {
    private final List<String> parts = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    Condition(Tenant tenant, DeliveryFilter filter) {
      and("tenant = ?", tenant.id());
      and("endpoint = ?", filter.endpoint().value());
      and("at >= ?", Nanos.of(filter.since()));
      // Of no state there are none, and an empty list is no SQL.
      and(
          "state in (" + Tuples.places(filter.states().size() + 1) + ")",
          filter.states().stream().map(DeliveryState::name).toArray());
      values.add("");
      filter.message().ifPresent(message -> and("message = ?", message));
    }

    Condition and(String part, Object... its) {
      parts.add(part);
      values.addAll(List.of(its));
      return this;
    }

    String sql() {
      return String.join(" and ", parts);
    }

    List<@Nullable Object> values() {
      return values;
    }
  }
}
