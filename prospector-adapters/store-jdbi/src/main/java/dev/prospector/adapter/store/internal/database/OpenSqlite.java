package dev.prospector.adapter.store.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.error.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Opens a file so that a commit survives a power cut and what is deleted is overwritten:
 * write-ahead log, {@code synchronous=FULL}, {@code secure_delete}. One connection writes, several
 * read.
 */
public final class OpenSqlite {

  private static final int READERS = 8;

  /** So long a write waits for another program's. */
  public static final Duration BUSY = Duration.ofSeconds(30);

  private static final int MOST_TRIES = 500;
  private static final long WAIT_NANOS = 20_000_000;

  private final Path file;
  private final Duration busy;

  private OpenSqlite(Path file, Duration busy) {
    this.file = file;
    this.busy = busy;
  }

  public static Database open(Path file) {
    return open(file, BUSY);
  }

  public static Database open(Path file, Duration busy) {
    return new OpenSqlite(file, busy).open();
  }

  private Database open() {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw refused("the folder of '" + file + "' does not exist");
    }
    try {
      prepare();
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
    HikariDataSource writer = pool(1, SQLiteConfig.TransactionMode.IMMEDIATE);
    HikariDataSource reader = pool(READERS, SQLiteConfig.TransactionMode.DEFERRED);
    return new Database(
        Dialect.SQLITE,
        Database.configured(Jdbi.create(writer)),
        Database.configured(Jdbi.create(reader)),
        () -> {
          reader.close();
          writer.close();
        },
        List.of(writer, reader));
  }

  private HikariDataSource pool(int size, SQLiteConfig.TransactionMode mode) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source(mode));
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(0);
    pool.setPoolName("prospector-sqlite-" + mode.getValue());
    return new HikariDataSource(pool);
  }

  private SQLiteDataSource source(SQLiteConfig.TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(busy.toMillis()));
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    // On macOS a plain flush stops at the disk's own cache.
    config.enableFullSync(true);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** Switches the log on, once for the file, and reads back what holds. */
  private void prepare() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (!"wal".equals(writeAheadLog(statement))) {
        throw refused("'" + file + "' lies where no write-ahead log can be kept: use a local disk");
      }
      if (Integer.parseInt(one(statement, "pragma synchronous")) < 2
          || Integer.parseInt(one(statement, "pragma secure_delete")) != 1) {
        throw refused("'" + file + "' cannot be written durably: check the driver's settings");
      }
    }
  }

  private Connection connect() throws SQLException {
    return source(SQLiteConfig.TransactionMode.IMMEDIATE).getConnection();
  }

  /** While another process does the same, the database does not wait but says that it is busy. */
  private static String writeAheadLog(Statement statement) throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        return one(statement, "pragma journal_mode=wal");
      } catch (SQLiteException e) {
        if (tries == MOST_TRIES || !isBusy(e)) {
          throw e;
        }
        LockSupport.parkNanos(WAIT_NANOS);
      }
    }
  }

  private static boolean isBusy(SQLiteException e) {
    int code = e.getResultCode().code & 0xff;
    return code == SQLiteErrorCode.SQLITE_BUSY.code
        || code == SQLiteErrorCode.SQLITE_LOCKED.code
        // Others took the log's locks too often meanwhile, as after the death of a process.
        || code == SQLiteErrorCode.SQLITE_PROTOCOL.code;
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next() ? String.valueOf(result.getString(1)) : "";
    }
  }

  private static ConfigurationException refused(String problem) {
    return new ConfigurationException("store", List.of(problem));
  }
}
