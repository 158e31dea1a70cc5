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
    entries(tenant, kind, value).forEach(entry -> access.write(additions, entry));
  }

  @Override
  public boolean remove(Tenant tenant, Kind kind, String value) {
    boolean removed = false;
    for (Entry entry : entries(tenant, kind, value)) {
      removed |= access.write(removals, entry);
    }
    return removed;
  }

  @Override
  public boolean contains(Tenant tenant, Kind kind, String value) {
    return entries(tenant, kind, value).stream().anyMatch(this::contains);
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

  private List<Entry> entries(Tenant tenant, Kind kind, String value) {
    return hash.of(tenant, kind, value).stream().map(one -> new Entry(tenant, one)).toList();
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
