package dev.prospector.benchmark.machines;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections that every contender has alike. */
final class Pool {

  static final int CONNECTIONS = 32;

  private Pool() {}

  static HikariDataSource open(String url) {
    return open(url, CONNECTIONS);
  }

  static HikariDataSource open(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }
}
