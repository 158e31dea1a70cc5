package dev.prospector.store;

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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What was spent in some periods, held against everybody else until the transaction ends: rows are
 * locked in one order, so that no two processes wait for each other.
 */
final class SpendingRows {

  private static final String QUERY =
      """
      select tenant, period, name, currency, settled_money, settled_tokens, settled_calls,
        reserved_money, reserved_tokens, reserved_calls from prospector_spending
      where (tenant, period, name) in (values %s) order by tenant, period, name\
      """;

  private final Map<SpendingKey, Spending> rows = new LinkedHashMap<>();
  private final SortedSet<SpendingKey> changed = new TreeSet<>();

  static SpendingRows lock(Transaction transaction, Dialect dialect, SortedSet<SpendingKey> keys)
      throws SQLException {
    SpendingRows locked = new SpendingRows();
    if (keys.isEmpty()) {
      return locked;
    }
    String lock = dialect.sql(" for update");
    locked.rows.putAll(query(transaction.handle(), keys, lock));
    if (locked.rows.size() < keys.size()) {
      insertMissing(transaction, keys);
      locked.rows.putAll(query(transaction.handle(), keys, lock));
    }
    return locked;
  }

  private static void insertMissing(Transaction transaction, SortedSet<SpendingKey> keys)
      throws SQLException {
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
    return query(handle, List.of(key), "").getOrDefault(key, Spending.NONE);
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
        transaction.rows(
            """
            update prospector_spending set currency = ?, settled_money = ?, settled_tokens = ?,
              settled_calls = ?, reserved_money = ?, reserved_tokens = ?, reserved_calls = ?
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
          amount(reserved),
          reserved.tokens(),
          reserved.calls(),
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

  static Usage usage(@Nullable String amount, @Nullable String currency, long tokens, long calls) {
    Money money =
        amount == null || currency == null
            ? null
            : new Money(new BigDecimal(amount), Currency.getInstance(currency));
    return new Usage(money, tokens, calls);
  }

  private static Map<SpendingKey, Spending> query(
      Handle handle, Collection<SpendingKey> keys, String lock) {
    Query query = handle.createQuery(QUERY.formatted(Tuples.of(keys.size(), 3)) + lock);
    int i = 0;
    for (SpendingKey key : keys) {
      query.bind(i++, key.tenant()).bind(i++, key.period()).bind(i++, key.name());
    }
    Map<SpendingKey, Spending> found = new LinkedHashMap<>();
    query.map((row, context) -> found.put(key(row), spending(row)) == null).list();
    return found;
  }

  private static SpendingKey key(ResultSet row) throws SQLException {
    return new SpendingKey(row.getString("tenant"), row.getString("period"), row.getString("name"));
  }

  private static Spending spending(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new Spending(
        usage(
            row.getString("settled_money"),
            currency,
            row.getLong("settled_tokens"),
            row.getLong("settled_calls")),
        usage(
            row.getString("reserved_money"),
            currency,
            row.getLong("reserved_tokens"),
            row.getLong("reserved_calls")));
  }

  static SortedSet<SpendingKey> none() {
    return new TreeSet<>();
  }
}
