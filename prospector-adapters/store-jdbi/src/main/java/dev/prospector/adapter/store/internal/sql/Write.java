package dev.prospector.adapter.store.internal.sql;

import java.sql.SQLException;
import java.util.List;

/**
 * One kind of write, made for many requests at once within a transaction.
 *
 * @param <Q> a request
 * @param <R> what its caller is told once it is durable
 */
@FunctionalInterface
public interface Write<Q, R> {

  /** Returns one result for each request, in order; what is thrown fails all of them. */
  public List<R> write(Transaction transaction, List<Q> requests) throws SQLException;

  /**
   * Returns when in a group this kind is written: what locks rows that other processes lock too has
   * a place of its own, the same in all of them, so that no two wait for each other.
   */
  public default int rank() {
    return 0;
  }
}
