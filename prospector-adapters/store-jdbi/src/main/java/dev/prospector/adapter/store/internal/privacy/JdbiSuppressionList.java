package dev.prospector.adapter.store.internal.privacy;

import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionHash;
import dev.prospector.privacy.SuppressionList;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Keyed hashes of those who said no; the key is the host's and never stored. */
public final class JdbiSuppressionList implements SuppressionList {

  private final Access access;
  private final SuppressionHash hash;
  private final Write<Entry, Boolean> additions = JdbiSuppressionList::add;
  private final Write<Entry, Boolean> removals = JdbiSuppressionList::remove;

  private record Entry(Tenant tenant, String hash) {}

  public JdbiSuppressionList(Access access, SuppressionHash hash) {
    this.access = access;
    this.hash = hash;
  }

  @Override
  public void add(Tenant tenant, Kind kind, String value) {
    entry(tenant, kind, value).ifPresent(entry -> access.write(additions, entry));
  }

  @Override
  public boolean remove(Tenant tenant, Kind kind, String value) {
    return entry(tenant, kind, value).map(entry -> access.write(removals, entry)).orElse(false);
  }

  @Override
  public boolean contains(Tenant tenant, Kind kind, String value) {
    return entry(tenant, kind, value).map(this::contains).orElse(false);
  }

  private boolean contains(Entry entry) {
    return access.read(
        handle ->
            handle
                .createQuery(
                    """
                    select 1 from prospector_suppression where tenant = :tenant and hash = :hash
                    """)
                .bind("tenant", entry.tenant().id())
                .bind("hash", entry.hash())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  private Optional<Entry> entry(Tenant tenant, Kind kind, String value) {
    return hash.of(tenant, kind, value).map(hashed -> new Entry(tenant, hashed));
  }

  private static List<Boolean> add(Transaction transaction, List<Entry> entries)
      throws SQLException {
    Rows rows =
        transaction.inserts(
            "insert into prospector_suppression (tenant, hash) values (?, ?)"
                + " on conflict do nothing",
            2);
    return each(rows, entries);
  }

  private static List<Boolean> remove(Transaction transaction, List<Entry> entries)
      throws SQLException {
    return each(
        transaction.rows("delete from prospector_suppression where tenant = ? and hash = ?"),
        entries);
  }

  private static List<Boolean> each(Rows rows, List<Entry> entries) throws SQLException {
    entries.forEach(entry -> rows.add(entry.tenant().id(), entry.hash()));
    return rows.changed();
  }
}
