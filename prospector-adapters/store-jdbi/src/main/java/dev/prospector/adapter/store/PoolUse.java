package dev.prospector.adapter.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

/**
 * How a pool of connections, which the store opened itself, is used at one moment.
 *
 * @param name such as {@code prospector-postgresql}
 * @param active connections that are in use
 * @param idle connections that are not
 * @param waiting threads that wait for one
 * @param most connections that there can be
 */
public record PoolUse(String name, int active, int idle, int waiting, int most) {

  static PoolUse of(HikariDataSource pool) {
    HikariPoolMXBean use = pool.getHikariPoolMXBean();
    int most = pool.getMaximumPoolSize();
    return use == null
        ? new PoolUse(pool.getPoolName(), 0, 0, 0, most)
        : new PoolUse(
            pool.getPoolName(),
            use.getActiveConnections(),
            use.getIdleConnections(),
            use.getThreadsAwaitingConnection(),
            most);
  }
}
