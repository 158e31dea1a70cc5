package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.sql.Nanos;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.tracking.webhook.DeliveryClaim;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes deliveries that are due. Endpoints take turns, the one served longest ago first. One that
 * another process has locked at the moment is skipped, so that processes do not wait for each
 * other.
 */
final class ClaimDeliveries {

  private static final String WAITING =
      """
      select tenant, endpoint, served from prospector_endpoint e
      where state = 'ACTIVE' and (paused_until is null or paused_until <= ?)
        and (served, tenant, endpoint) > (?, ?, ?)
        and (exists (select 1 from prospector_delivery d%s
              where d.tenant = e.tenant and d.endpoint = e.endpoint
                and state = 'PENDING' and leased_until is null and attempts = 0)
          or exists (select 1 from prospector_delivery d%s
              where d.tenant = e.tenant and d.endpoint = e.endpoint
                and state = 'PENDING' and leased_until is null and attempts > 0 and due <= ?)
          or exists (select 1 from prospector_delivery d%s
              where d.tenant = e.tenant and d.endpoint = e.endpoint
                and leased_until is not null and leased_until <= ?))
      order by served, tenant, endpoint limit ?
      """;

  private final Transaction transaction;
  private final Dialect dialect;
  private final WebhookRequest.Claim request;
  private final String waiting;
  private final List<DeliveryClaim> claims = new ArrayList<>();
  private final Map<EndpointKey, Optional<EndpointTurn>> turns = new LinkedHashMap<>();

  /** The place of an endpoint in the order of turns. */
  private record Place(long served, EndpointKey key) {}

  ClaimDeliveries(Transaction transaction, Dialect dialect, WebhookRequest.Claim request) {
    this.transaction = transaction;
    this.dialect = dialect;
    this.request = request;
    this.waiting =
        WAITING.formatted(
            dialect.by("prospector_delivery_untried"),
            dialect.by("prospector_delivery_again"),
            dialect.by("prospector_delivery_out"));
  }

  /** Takes deliveries, as many as asked for if there are so many. */
  List<DeliveryClaim> claims() throws SQLException {
    Place after = new Place(Long.MIN_VALUE, new EndpointKey("", ""));
    boolean more = left() > 0;
    while (more) {
      List<Place> page = page(after, left());
      more = page.size() == left();
      List<EndpointTurn> opened = new ArrayList<>();
      for (Place place : page) {
        open(place.key()).ifPresent(opened::add);
        after = place;
      }
      more &= takeRound(opened) >= 0 && left() > 0;
    }
    boolean some = true;
    while (some && left() > 0) {
      some = takeRound(turns.values().stream().flatMap(Optional::stream).toList()) > 0;
    }
    return claims;
  }

  private int left() {
    return request.most() - claims.size();
  }

  private List<Place> page(Place after, int size) throws SQLException {
    long now = Nanos.of(request.now());
    return transaction.query(
        waiting,
        row ->
            new Place(
                row.getLong("served"),
                new EndpointKey(row.getString("tenant"), row.getString("endpoint"))),
        now,
        after.served(),
        after.key().tenant(),
        after.key().endpoint(),
        now,
        now,
        size);
  }

  /** Returns the turn of an endpoint that had none; empty if somebody else holds it. */
  private Optional<EndpointTurn> open(EndpointKey key) throws SQLException {
    if (turns.containsKey(key)) {
      return Optional.empty();
    }
    Optional<EndpointTurn> turn = EndpointTurn.open(transaction, dialect, key, request);
    turns.put(key, turn);
    return turn;
  }

  /** Shares what is left among endpoints, and returns how many deliveries they had. */
  private int takeRound(List<EndpointTurn> endpoints) throws SQLException {
    int before = claims.size();
    for (int i = 0; i < endpoints.size() && left() > 0; i++) {
      int others = endpoints.size() - i;
      claims.addAll(endpoints.get(i).take((left() + others - 1) / others));
    }
    return claims.size() - before;
  }
}
