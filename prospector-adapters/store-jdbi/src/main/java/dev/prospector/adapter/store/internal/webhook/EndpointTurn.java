package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.sql.Nanos;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryLimits;
import dev.prospector.tracking.webhook.memory.Pace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes deliveries to one endpoint, whose row this transaction holds, as its limits and its health
 * allow. Runs take turns: the next one is the one whose id follows.
 */
final class EndpointTurn {

  private static final String LOCK =
      "select "
          + EndpointRow.COLUMNS
          + ", paced, served, turn from prospector_endpoint"
          + " where tenant = ? and endpoint = ? for no key update skip locked";
  private static final String OUT =
      """
      select message, run, leased_until from prospector_delivery%s
      where tenant = ? and endpoint = ? and leased_until is not null
      """;
  private static final String LAPSE =
      """
      update prospector_delivery set leased_until = null
      where tenant = ? and message = ? and endpoint = ?
      """;
  private static final String NEXT_RUN =
      """
      select min(run) as run from (
        select * from (select run from prospector_delivery%s
          where tenant = ? and endpoint = ? and run > ?
            and state = 'PENDING' and leased_until is null and attempts = 0
          order by run limit 1) as untried
        union all
        select * from (select run from prospector_delivery%s
          where tenant = ? and endpoint = ? and run > ?
            and state = 'PENDING' and leased_until is null and attempts > 0 and due <= ?
          order by run limit 1) as again) as runs
      """;
  private static final String OF_RUN =
      "select "
          + DeliveryRows.COLUMNS
          + """
           from prospector_delivery%s
          where tenant = ? and endpoint = ? and run = ?
            and state = 'PENDING' and leased_until is null and attempts\s\
          """;
  private static final String AGAIN = OF_RUN + "> 0 and due <= ? order by due, number limit ?";
  private static final String UNTRIED = OF_RUN + "= 0 order by number limit ?";
  private static final String LEND =
      """
      update prospector_delivery set token = ?, leased_until = ?
      where tenant = ? and message = ? and endpoint = ?
      """;
  private static final String SERVED =
      """
      update prospector_endpoint set paced = ?, served = ?, turn = ?
      where tenant = ? and endpoint = ?
      """;

  private final Transaction transaction;
  private final Dialect dialect;
  private final WebhookRequest.Claim request;
  private final EndpointRow endpoint;
  private Pace pace;
  private long served;
  private String turn;

  private record Out(String message, String run, Instant until) {}

  private record Waiting(Delivery delivery, long token) {
    static Waiting read(ResultSet row) throws SQLException {
      return new Waiting(DeliveryRows.read(row), row.getLong("token"));
    }
  }

  private EndpointTurn(
      Transaction transaction, Dialect dialect, WebhookRequest.Claim request, ResultSet row)
      throws SQLException {
    this.transaction = transaction;
    this.dialect = dialect;
    this.request = request;
    this.endpoint = EndpointRow.read(row);
    this.pace = new Pace(Nanos.instant(row.getLong("paced")));
    this.served = row.getLong("served");
    this.turn = row.getString("turn");
  }

  /** Holds an endpoint; empty if somebody else does, or it is to be left alone. */
  static Optional<EndpointTurn> open(
      Transaction transaction, Dialect dialect, EndpointKey key, WebhookRequest.Claim request)
      throws SQLException {
    return transaction
        .query(
            dialect.sql(LOCK),
            row -> new EndpointTurn(transaction, dialect, request, row),
            key.tenant(),
            key.endpoint())
        .stream()
        .filter(held -> !held.endpoint.health().isQuiet(request.now()))
        .findFirst();
  }

  /** Takes so many deliveries, or fewer. */
  List<DeliveryClaim> take(int most) throws SQLException {
    List<Out> out = out();
    DeliveryLimits limits = endpoint.limits();
    int atOnce = endpoint.health().isFailing() ? 1 : limits.concurrency();
    int free = Math.min(atOnce - out.size(), pace.free(limits, request.now()));
    List<Waiting> taken = waiting(Math.min(most, free), out);
    return taken.isEmpty() ? List.of() : lend(taken);
  }

  /** Returns what others have, and takes back what they had for too long. */
  private List<Out> out() throws SQLException {
    List<Out> all =
        transaction.query(
            OUT.formatted(dialect.by("prospector_delivery_out")),
            row ->
                new Out(
                    row.getString("message"),
                    row.getString("run"),
                    Nanos.instant(row.getLong("leased_until"))),
            tenant(),
            id());
    Rows lapsed = transaction.rows(LAPSE);
    List<Out> out = new ArrayList<>();
    for (Out one : all) {
      if (request.now().isBefore(one.until())) {
        out.add(one);
      } else {
        lapsed.add(tenant(), one.message(), id());
      }
    }
    lapsed.execute();
    return out;
  }

  private List<Waiting> waiting(int most, List<Out> out) throws SQLException {
    boolean oneOfARun = endpoint.limits().order() == DeliveryLimits.Order.PER_RUN;
    Set<String> busy = new HashSet<>();
    if (oneOfARun) {
      out.forEach(one -> busy.add(one.run()));
    }
    List<String> runs = runs(most, busy);
    List<Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      int others = runs.size() - i;
      int share = oneOfARun ? 1 : (most - waiting.size() + others - 1) / others;
      waiting.addAll(ofRun(runs.get(i), share));
      turn = runs.get(i);
    }
    return waiting;
  }

  /** Returns runs of which something is due, from the one after that which was served last. */
  private List<String> runs(int most, Set<String> busy) throws SQLException {
    List<String> runs = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    String after = turn;
    while (runs.size() < most) {
      String next = runAfter(after);
      if (next == null && after.isEmpty() || next != null && !seen.add(next)) {
        return runs;
      }
      if (next != null && !busy.contains(next)) {
        runs.add(next);
      }
      after = next == null ? "" : next;
    }
    return runs;
  }

  private @Nullable String runAfter(String run) throws SQLException {
    return transaction
        .query(
            NEXT_RUN.formatted(
                dialect.by("prospector_delivery_untried"), dialect.by("prospector_delivery_again")),
            row -> Optional.ofNullable(row.getString("run")),
            tenant(),
            id(),
            run,
            tenant(),
            id(),
            run,
            Nanos.of(request.now()))
        .get(0)
        .orElse(null);
  }

  /** First what is due for another attempt, then what was not tried yet. */
  private List<Waiting> ofRun(String run, int most) throws SQLException {
    List<Waiting> found =
        new ArrayList<>(
            transaction.query(
                AGAIN.formatted(dialect.by("prospector_delivery_again")),
                Waiting::read,
                tenant(),
                id(),
                run,
                Nanos.of(request.now()),
                most));
    if (found.size() < most) {
      found.addAll(
          transaction.query(
              UNTRIED.formatted(dialect.by("prospector_delivery_untried")),
              Waiting::read,
              tenant(),
              id(),
              run,
              most - found.size()));
    }
    return found;
  }

  private List<DeliveryClaim> lend(List<Waiting> taken) throws SQLException {
    Instant until = request.now().plus(request.lease());
    Rows lent = transaction.rows(LEND);
    List<DeliveryClaim> claims = new ArrayList<>();
    for (Waiting one : taken) {
      long token = one.token() + 1;
      lent.add(token, Nanos.of(until), tenant(), one.delivery().message().id(), id());
      claims.add(new DeliveryClaim(one.delivery(), token, until));
    }
    lent.execute();
    pace = pace.after(taken.size(), endpoint.limits(), request.now());
    served = Math.max(Nanos.of(request.now()), served + 1);
    Rows rows = transaction.rows(SERVED);
    rows.add(Nanos.of(pace.next()), served, turn, tenant(), id());
    rows.execute();
    return claims;
  }

  private String tenant() {
    return endpoint.key().tenant();
  }

  private String id() {
    return endpoint.key().endpoint();
  }
}
