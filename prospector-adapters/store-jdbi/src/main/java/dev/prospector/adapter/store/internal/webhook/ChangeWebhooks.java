package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.sql.Bound;
import dev.prospector.adapter.store.internal.sql.Nanos;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes endpoints and deliveries. Endpoints are locked in one order, after runs and spending, and
 * the lock of an endpoint covers its deliveries.
 */
public final class ChangeWebhooks implements Write<WebhookRequest, Object> {

  private static final Object DONE = Boolean.TRUE;
  private static final int REMOVED_AT_ONCE = 500;
  private static final String SETTLE =
      """
      update prospector_delivery set state = ?, attempts = attempts + 1, due = ?, last_at = ?,
        last_status = ?, last_failure = ?, leased_until = null
      where tenant = ? and message = ? and endpoint = ? and token = ?
        and leased_until is not null
      """;
  private static final String RELEASE =
      """
      update prospector_delivery set leased_until = null
      where tenant = ? and message = ? and endpoint = ? and token = ?
        and leased_until is not null
      """;
  private static final String REPLAY =
      """
      update prospector_delivery set state = 'PENDING', attempts = 0, due = ?, leased_until = null
      where (leased_until is null or leased_until <= ?) and\s\
      """;
  private static final String ENDED =
      """
      select message from prospector_delivery d
      where tenant = ? and endpoint = ? and at < ? and state <> 'PENDING'
        and not exists (select 1 from prospector_delivery p
          where p.tenant = d.tenant and p.message = d.message and p.state = 'PENDING')
      order by at limit ?
      """;

  private final Dialect dialect;

  public ChangeWebhooks(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public int rank() {
    return 2;
  }

  @Override
  public List<Object> write(Transaction transaction, List<WebhookRequest> requests)
      throws SQLException {
    SortedSet<EndpointKey> keys = new TreeSet<>();
    requests.forEach(request -> keys.addAll(request.endpoints()));
    SortedMap<EndpointKey, EndpointRow> locked = EndpointRows.lock(transaction, dialect, keys);
    @Nullable Object[] answers = new @Nullable Object[requests.size()];
    settle(transaction, locked, requests, answers);
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] == null) {
        answers[i] = change(transaction, locked, requests.get(i));
      }
    }
    List<Object> all = new ArrayList<>(answers.length);
    Arrays.stream(answers).forEach(answer -> all.add(Objects.requireNonNull(answer)));
    return all;
  }

  private Object change(
      Transaction transaction, Map<EndpointKey, EndpointRow> locked, WebhookRequest request)
      throws SQLException {
    if (request instanceof WebhookRequest.Add add) {
      return EndpointRows.add(transaction, dialect, add.row());
    } else if (request instanceof WebhookRequest.Change change) {
      return EndpointRows.change(transaction, dialect, change.row());
    } else if (request instanceof WebhookRequest.Remove remove) {
      return EndpointRows.remove(transaction, remove.key());
    } else if (request instanceof WebhookRequest.Release release) {
      release(transaction, release);
      return DONE;
    } else if (request instanceof WebhookRequest.Replay replay) {
      return replay(transaction, replay);
    } else if (request instanceof WebhookRequest.Backfill backfill) {
      return locked.containsKey(backfill.key()) ? backfill(transaction, backfill) : 0;
    } else if (request instanceof WebhookRequest.Forget forget) {
      return Outbox.delete(transaction, forget.tenant(), forget.lead());
    } else if (request instanceof WebhookRequest.RemoveEnded remove) {
      return removeEnded(transaction, remove);
    }
    return new ClaimDeliveries(transaction, dialect, (WebhookRequest.Claim) request).claims();
  }

  /** All in one statement, and before anything else, so that endpoints are as they say. */
  private void settle(
      Transaction transaction,
      Map<EndpointKey, EndpointRow> locked,
      List<WebhookRequest> requests,
      @Nullable Object[] answers)
      throws SQLException {
    Rows rows = transaction.rows(SETTLE);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      if (requests.get(i) instanceof WebhookRequest.Settle settle) {
        places.add(i);
        addTo(rows, settle);
      }
    }
    List<Boolean> kept = rows.changed();
    Map<EndpointKey, EndpointRow> changed = new TreeMap<>();
    for (int i = 0; i < kept.size(); i++) {
      WebhookRequest.Settle settle = (WebhookRequest.Settle) requests.get(places.get(i));
      EndpointRow before = locked.get(settle.key());
      answers[places.get(i)] =
          kept.get(i) && before != null
              ? Optional.of(settled(locked, changed, before, settle))
              : Optional.empty();
    }
    EndpointRows.storeHealth(transaction, changed.values());
  }

  private static WebhookRequest.Settled settled(
      Map<EndpointKey, EndpointRow> locked,
      Map<EndpointKey, EndpointRow> changed,
      EndpointRow before,
      WebhookRequest.Settle settle) {
    EndpointRow after = before.withHealth(settle.result().health().apply(before.health()));
    if (after.health().equals(before.health())) {
      return new WebhookRequest.Settled(before.health(), before);
    }
    locked.put(after.key(), after);
    changed.put(after.key(), after);
    return new WebhookRequest.Settled(before.health(), after);
  }

  private static void addTo(Rows rows, WebhookRequest.Settle settle) {
    EndpointKey key = settle.key();
    rows.add(
        settle.result().state().name(),
        Nanos.of(settle.result().due()),
        Nanos.of(settle.result().attempt().at()),
        settle.result().attempt().status(),
        settle.result().attempt().failure(),
        key.tenant(),
        settle.claim().delivery().message().id(),
        key.endpoint(),
        settle.claim().token());
  }

  private static void release(Transaction transaction, WebhookRequest.Release release)
      throws SQLException {
    EndpointKey key = release.endpoints().get(0);
    Rows rows = transaction.rows(RELEASE);
    rows.add(
        key.tenant(),
        release.claim().delivery().message().id(),
        key.endpoint(),
        release.claim().token());
    rows.execute();
  }

  private static int replay(Transaction transaction, WebhookRequest.Replay replay)
      throws SQLException {
    DeliveryRows.Condition meant = new DeliveryRows.Condition(replay.tenant(), replay.filter());
    List<Object> values = new ArrayList<>();
    values.add(Nanos.of(replay.now()));
    values.add(Nanos.of(replay.now()));
    values.addAll(meant.values());
    return transaction.change(Bound.of(REPLAY + meant.sql(), values.toArray())).get();
  }

  private static int backfill(Transaction transaction, WebhookRequest.Backfill backfill)
      throws SQLException {
    Rows rows = DeliveryRows.additions(transaction);
    backfill
        .messages()
        .forEach(message -> DeliveryRows.add(rows, backfill.key().endpoint(), message));
    return (int) rows.changed().stream().filter(added -> added).count();
  }

  private static int removeEnded(Transaction transaction, WebhookRequest.RemoveEnded remove)
      throws SQLException {
    String tenant = remove.key().tenant();
    List<String> messages =
        transaction.query(
            ENDED,
            row -> row.getString("message"),
            tenant,
            remove.key().endpoint(),
            Nanos.of(remove.before()),
            REMOVED_AT_ONCE);
    Rows rows =
        transaction.rows("delete from prospector_delivery where tenant = ? and message = ?");
    messages.forEach(message -> rows.add(tenant, message));
    rows.execute();
    return messages.size();
  }
}
