package dev.prospector.benchmark.store;

import dev.prospector.adapter.store.Store;
import java.sql.Connection;

/** A database that confirms only what is on the disk, with the tables of the store. */
interface Databank extends AutoCloseable {

  /** What the report calls it. */
  String name();

  /** Settings on which durability rests, read back from a connection of {@link #connect}. */
  String settings() throws Exception;

  /** Leaves no row in any table. */
  void empty() throws Exception;

  /** Opens the store. */
  Store store() throws Exception;

  /** Opens a connection as durable as the store's own. */
  Connection connect() throws Exception;

  /** Processor time of a server in nanoseconds, 0 if the database is within this process. */
  long serverCpuNanos() throws Exception;

  @Override
  void close() throws Exception;
}
