package dev.prospector.adapter.store.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.prospector.error.ConfigurationException;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Opens a server, and refuses one that tells of commits which a power cut takes back. */
public final class OpenPostgresql {

  private static final int CONNECTIONS = 10;

  /** The state of PostgreSQL for what a user has no privilege for. */
  private static final String MAY_NOT = "42501";

  private OpenPostgresql() {}

  /** Opens what an address names; what may be secret stands in the properties alone. */
  public static Database open(String jdbcUrl, Properties properties) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(jdbcUrl);
    properties.forEach((name, value) -> pool.addDataSourceProperty(name.toString(), value));
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setPoolName("prospector-postgresql");
    // What the server says in detail repeats values.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    HikariDataSource source = connected(pool);
    try {
      return open(source, source::close, List.of(source));
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static HikariDataSource connected(HikariConfig pool) {
    try {
      return new HikariDataSource(pool);
    } catch (HikariPool.PoolInitializationException e) {
      throw StoreFailure.of(e);
    }
  }

  public static Database open(DataSource source) {
    return open(source, () -> {}, List.of());
  }

  private static Database open(DataSource source, Runnable closing, List<HikariDataSource> pools) {
    Jdbi jdbi = Database.configured(Jdbi.create(source));
    try {
      return jdbi.withHandle(
          handle -> {
            String product = handle.getConnection().getMetaData().getDatabaseProductName();
            if (!product.equals("PostgreSQL")) {
              throw refused("a data source must lead to PostgreSQL, this one leads to " + product);
            }
            if (setting(handle, "fsync").equals("off")) {
              throw refused("the server runs with fsync=off, it may forget what it confirmed");
            }
            checkFlush(handle);
            return new Database(Dialect.POSTGRESQL, jdbi, jdbi, closing, pools);
          });
    } catch (JdbiException | java.sql.SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static String setting(Handle handle, String name) {
    return handle
        .createQuery("select current_setting(:n)")
        .bind("n", name)
        .mapTo(String.class)
        .one();
  }

  /** Every commit ends with it: better to be told now than at the first one. */
  private static void checkFlush(Handle handle) {
    try {
      handle.useTransaction(transaction -> transaction.execute(EarlyLockRelease.FLUSH));
    } catch (UnableToExecuteStatementException e) {
      if (StoreFailure.state(e).filter(MAY_NOT::equals).isPresent()) {
        throw refused(
            "its user may not execute pg_logical_emit_message, by which commits are known to be on"
                + " the disk: grant it");
      }
      throw e;
    }
  }

  private static ConfigurationException refused(String problem) {
    return new ConfigurationException("store", List.of(problem));
  }
}
