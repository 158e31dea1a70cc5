package dev.prospector.adapter.store.internal.spending;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.Bound;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Tuples;
import dev.prospector.budget.Spending;
import dev.prospector.budget.Usage;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was spent in some periods, held against everybody else until the transaction ends: rows are
 * locked in one order, so that no two processes wait for each other.
 */
final class SpendingRows {

  private static final String QUERY =
      """
      select tenant, period, name, currency, settled_money, settled_tokens, settled_calls,
        settled_leads, reserved_money, reserved_tokens, reserved_calls, reserved_leads
      from prospector_spending
      where (tenant, period, name) in (values %s) order by tenant, period, name\
      """;

  private final Map<SpendingKey, Spending> rows = new LinkedHashMap<>();
  private final SortedSet<SpendingKey> changed = new TreeSet<>();

  private final SortedSet<SpendingKey> keys;
  private final Dialect dialect;
  private Asked<List<Row>> locked;

  /** What was spent in one period. */
  private record Row(SpendingKey key, Spending spending) {
    static Row read(ResultSet row) throws SQLException {
      SpendingKey key =
          new SpendingKey(row.getString("tenant"), row.getString("period"), row.getString("name"));
      return new Row(key, new Spending(usage(row, "settled"), usage(row, "reserved")));
    }

    private static Usage usage(ResultSet row, String kind) throws SQLException {
      return SpendingRows.usage(
          row.getString(kind + "_money"),
          row.getString("currency"),
          row.getLong(kind + "_tokens"),
          row.getLong(kind + "_calls"),
          row.getLong(kind + "_leads"));
    }
  }

  private SpendingRows(SortedSet<SpendingKey> keys, Dialect dialect, Asked<List<Row>> locked) {
    this.keys = keys;
    this.dialect = dialect;
    this.locked = locked;
  }

  /** Asks for the periods. */
  static SpendingRows lock(Transaction transaction, Dialect dialect, SortedSet<SpendingKey> keys)
      throws SQLException {
    return new SpendingRows(keys, dialect, ask(transaction, dialect, keys));
  }

  private static Asked<List<Row>> ask(
      Transaction transaction, Dialect dialect, SortedSet<SpendingKey> keys) throws SQLException {
    if (keys.isEmpty()) {
      return Asked.known(List.of());
    }
    String query = dialect.sql(QUERY.formatted(Tuples.of(keys.size(), 3)) + " for update");
    return transaction.ask(Bound.of(query, values(keys)), Row::read);
  }

  private static Object[] values(Collection<SpendingKey> keys) {
    return keys.stream().flatMap(k -> Stream.of(k.tenant(), k.period(), k.name())).toArray();
  }

  /** Has all periods here, those in which nothing was spent yet as well. */
  void hold(Transaction transaction) throws SQLException {
    if (locked.get().size() < keys.size()) {
      insertMissing(transaction);
      locked = ask(transaction, dialect, keys);
    }
    locked.get().forEach(row -> rows.put(row.key(), row.spending()));
  }

  private void insertMissing(Transaction transaction) throws SQLException {
    Rows missing =
        transaction.inserts(
            """
            insert into prospector_spending (tenant, period, name, settled_tokens, settled_calls,
              reserved_tokens, reserved_calls)
            values (?, ?, ?, 0, 0, 0, 0) on conflict do nothing
            """,
            3);
    keys.forEach(key -> missing.add(key.tenant(), key.period(), key.name()));
    missing.execute();
  }

  /** Returns what was spent in one period, without holding it. */
  static Spending read(Handle handle, SpendingKey key) {
    return handle
        .createQuery(QUERY.formatted(Tuples.of(1, 3)))
        .bind(0, key.tenant())
        .bind(1, key.period())
        .bind(2, key.name())
        .map((row, context) -> Row.read(row).spending())
        .findFirst()
        .orElse(Spending.NONE);
  }

  Spending get(SpendingKey key) {
    return Objects.requireNonNull(rows.get(key));
  }

  /** Changes all the periods or, if one of the sums cannot be made, none. */
  void change(Collection<SpendingKey> keys, UnaryOperator<Spending> change) {
    List<Spending> after = new ArrayList<>();
    keys.forEach(key -> after.add(change.apply(get(key))));
    int i = 0;
    for (SpendingKey key : keys) {
      rows.put(key, after.get(i++));
      changed.add(key);
    }
  }

  void store(Transaction transaction) throws SQLException {
    Rows stored =
        transaction.changes(
            """
            update prospector_spending set currency = ?, settled_money = ?, settled_tokens = ?,
              settled_calls = ?, settled_leads = ?, reserved_money = ?, reserved_tokens = ?,
              reserved_calls = ?, reserved_leads = ?
            where tenant = ? and period = ? and name = ?
            """);
    for (SpendingKey key : changed) {
      Usage settled = get(key).settled();
      Usage reserved = get(key).reserved();
      stored.add(
          currency(settled.money() == null ? reserved : settled),
          amount(settled),
          settled.tokens(),
          settled.calls(),
          settled.leads(),
          amount(reserved),
          reserved.tokens(),
          reserved.calls(),
          reserved.leads(),
          key.tenant(),
          key.period(),
          key.name());
    }
    stored.execute();
  }

  static @Nullable String amount(Usage usage) {
    Money money = usage.money();
    return money == null ? null : money.amount().toPlainString();
  }

  static @Nullable String currency(Usage usage) {
    Money money = usage.money();
    return money == null ? null : money.currency().getCurrencyCode();
  }

  static Usage usage(
      @Nullable String amount, @Nullable String currency, long tokens, long calls, long leads) {
    Money money =
        amount == null || currency == null
            ? null
            : new Money(new BigDecimal(amount), Currency.getInstance(currency));
    return new Usage(money, tokens, calls, leads);
  }

  static SortedSet<SpendingKey> none() {
    return new TreeSet<>();
  }
}
