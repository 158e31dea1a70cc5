package dev.prospector.adapter.store.internal.sql;

import dev.prospector.adapter.store.internal.database.Database;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.EarlyLockRelease;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** How the ports reach the database: reads at once, writes through the one writer. */
public final class Access {

  private final Database database;
  private final GroupCommit writer;

  public Access(Database database, GroupCommit writer) {
    this.database = database;
    this.writer = writer;
  }

  public Dialect dialect() {
    return database.dialect();
  }

  /** Returns what queries give, each on what is committed when it begins. */
  public <R> R read(Function<Handle, R> queries) {
    try {
      return database.reader().withHandle(queries::apply);
    } catch (RuntimeException e) {
      throw StoreFailure.of(e);
    }
  }

  /** Returns what queries give, all on the same state. */
  public <R> R readTogether(Function<Handle, R> queries) {
    try {
      return database.reader().inTransaction(database.dialect().reading(), queries::apply);
    } catch (RuntimeException e) {
      throw StoreFailure.of(e);
    }
  }

  /**
   * Returns rows, all of the same state, once they are on the disk, for what must never be told
   * otherwise: a server shows what is committed a moment before.
   */
  public <R> List<R> readDurable(Function<Handle, List<R>> queries) {
    return readTogether(
        handle -> {
          List<R> found = queries.apply(handle);
          if (dialect() == Dialect.POSTGRESQL && !found.isEmpty()) {
            handle.execute(EarlyLockRelease.FLUSH);
          }
          return found;
        });
  }

  public <Q, R> R write(Write<Q, R> write, Q request) {
    return writer.submit(write, request);
  }

  /**
   * Lets nothing of what was deleted remain in SQLite's two files; the server has no such call.
   * What another process still reads goes with a later checkpoint.
   */
  public void overwriteDeleted() {
    if (dialect() == Dialect.SQLITE) {
      read(
          handle ->
              handle.createQuery("pragma wal_checkpoint(truncate)").mapTo(Integer.class).first());
    }
  }
}
