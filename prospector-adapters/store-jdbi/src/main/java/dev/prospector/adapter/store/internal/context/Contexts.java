package dev.prospector.adapter.store.internal.context;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.context.BusinessContext;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * Contents of contexts by their hash, under which they never change, so that what was read once
 * need not be read again. Safe for several threads.
 */
public final class Contexts {

  private static final int MOST_REMEMBERED = 256;
  private static final String INSERT =
      """
      insert into prospector_context (tenant, content, body) values (?, ?, cast(? as json))
      on conflict do nothing
      """;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, BusinessContext> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BusinessContext> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private record Key(String tenant, String content) {}

  /** Returns rows for contents that may be there already. */
  public static Rows inserts(Transaction transaction, Dialect dialect) {
    return transaction.rows(dialect.sql(INSERT));
  }

  /** Adds a content. */
  public static void add(Rows rows, String tenant, ContextRow context) {
    rows.add(tenant, context.content(), context.body());
  }

  /** Returns a content that a run or a version has. */
  public BusinessContext get(Handle handle, String tenant, String content) {
    Key key = new Key(tenant, content);
    return remembered(key).orElseGet(() -> read(handle, key));
  }

  private Optional<BusinessContext> remembered(Key key) {
    lock.lock();
    try {
      return Optional.ofNullable(known.get(key));
    } finally {
      lock.unlock();
    }
  }

  private BusinessContext read(Handle handle, Key key) {
    BusinessContext read =
        handle
            .createQuery("select body from prospector_context where tenant = ? and content = ?")
            .bind(0, key.tenant())
            .bind(1, key.content())
            .mapTo(String.class)
            .findFirst()
            .map(ContextRow::read)
            .orElseThrow(() -> StoreFailure.damaged("a business context"));
    lock.lock();
    try {
      known.put(key, read);
      return read;
    } finally {
      lock.unlock();
    }
  }

  /** Removes contents that neither a version nor a run has any more. */
  static void removeUnused(Rows rows, String tenant) throws SQLException {
    rows.add(tenant);
    rows.execute();
  }

  static Rows unused(Transaction transaction) {
    return transaction.rows(
        """
        delete from prospector_context where tenant = ? and not exists (
          select 1 from prospector_context_version v where v.tenant = prospector_context.tenant
            and v.content = prospector_context.content) and not exists (
          select 1 from prospector_run r where r.tenant = prospector_context.tenant
            and r.context = prospector_context.content)
        """);
  }

  /** Forgets what was read of a tenant, of which something may have been removed. */
  void drop(String tenant) {
    lock.lock();
    try {
      known.keySet().removeIf(key -> key.tenant().equals(tenant));
    } finally {
      lock.unlock();
    }
  }
}
