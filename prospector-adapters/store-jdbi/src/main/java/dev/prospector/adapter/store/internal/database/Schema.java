package dev.prospector.adapter.store.internal.database;

import dev.prospector.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The tables and their version: brought up to date by one process at a time, or only checked. */
public final class Schema {

  public static final int VERSION = 7;

  private static final String SCRIPTS = "/dev/prospector/adapter/store/";

  /** An advisory lock of our own: "prospect" in ASCII. */
  private static final long LOCK = 0x70726f7370656374L;

  private Schema() {}

  public static void prepare(Database database, boolean migrate) {
    try {
      int version =
          migrate
              ? database.writer().inTransaction(handle -> migrated(handle, database.dialect()))
              : database.reader().withHandle(handle -> version(handle, database.dialect()));
      check(version);
    } catch (RuntimeException e) {
      throw StoreFailure.of(e);
    }
  }

  private static void check(int version) {
    if (version > VERSION) {
      throw refused("its tables have version " + version + ", newer than " + VERSION);
    }
    if (version < VERSION) {
      throw refused(
          "its tables have version "
              + version
              + " instead of "
              + VERSION
              + ": apply the scripts after that number, or let the store migrate");
    }
  }

  /**
   * SQLite's transactions for writing exclude each other from their start, PostgreSQL's wait here.
   */
  private static int migrated(Handle handle, Dialect dialect) {
    if (dialect == Dialect.POSTGRESQL) {
      lock(handle);
    }
    int version = version(handle, dialect);
    while (version < VERSION) {
      version++;
      handle.createScript(script(dialect, version)).execute();
    }
    return version;
  }

  /** Locks the tables of PostgreSQL for a migration until the transaction ends. */
  public static void lock(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(" + LOCK + ")");
  }

  private static int version(Handle handle, Dialect dialect) {
    String exists =
        dialect == Dialect.POSTGRESQL
            ? "select count(*) from pg_catalog.pg_class where oid ="
                + " to_regclass('prospector_schema')"
            : "select count(*) from sqlite_master where name = 'prospector_schema'";
    if (handle.createQuery(exists).mapTo(Integer.class).one() == 0) {
      return 0;
    }
    return handle
        .createQuery("select coalesce(max(version), 0) from prospector_schema")
        .mapTo(Integer.class)
        .one();
  }

  public static String script(Dialect dialect, int version) {
    String name = dialect.folder() + "/" + "%04d".formatted(version) + ".sql";
    try (InputStream in = Schema.class.getResourceAsStream(SCRIPTS + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks its script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConfigurationException refused(String problem) {
    return new ConfigurationException("store", List.of(problem));
  }
}
