package dev.prospector.adapter.store;

import dev.prospector.budget.Limits;
import dev.prospector.lead.Tenant;
import dev.prospector.simulation.SimulatedDisk;
import dev.prospector.simulation.Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A real database as the disk of a simulation: each process opens a store of its own on it. */
final class StoreDisk implements SimulatedDisk {

  /** Simulated hours pass between processes; no store says by itself that it lives meanwhile. */
  private static final Duration LEASE = Duration.ofMinutes(30);

  private static final int SIMULATIONS_IN_ONE_DATABASE = 250;
  private static final AtomicLong TENANTS = new AtomicLong();

  private final Tenant tenant = new Tenant("simulated-" + TENANTS.incrementAndGet());
  private final Opening opening;
  private final Callable<?> end;
  private @Nullable Store store;

  /** Opens the database as another process would. */
  @FunctionalInterface
  private interface Opening {
    Store open(StoreOptions options) throws Exception;
  }

  private StoreDisk(Opening opening, Callable<?> end) {
    this.opening = opening;
    this.end = end;
  }

  /** Returns a disk in a file of its own, which begins as a copy of one with tables. */
  static StoreDisk sqlite(Path folder) {
    try {
      Path empty = folder.resolve("empty.db");
      if (Files.notExists(empty)) {
        Store.sqlite(empty, options(Clock.systemUTC())).close();
      }
      Path file = folder.resolve("run-" + TENANTS.get() + ".db");
      Files.copy(empty, file);
      return new StoreDisk(options -> Store.sqlite(file, options), () -> delete(file));
    } catch (Exception e) {
      throw new AssertionError("there is no file to work on", e);
    }
  }

  private static boolean delete(Path file) throws Exception {
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    return Files.deleteIfExists(file);
  }

  /** Returns a disk in the database that tests share. */
  static StoreDisk postgresql() {
    try {
      if (TENANTS.get() % SIMULATIONS_IN_ONE_DATABASE == 0) {
        Store.open(Server.emptied(), options(Clock.systemUTC())).close();
        Server.emptied();
      }
      return new StoreDisk(options -> Store.open(Server.pool(), options), StoreDisk::forgetOwners);
    } catch (SQLException e) {
      throw new AssertionError("there is no database to work on", e);
    }
  }

  /** The next simulation begins at the same hour, when these would still be alive. */
  private static boolean forgetOwners() throws SQLException {
    Server.execute("delete from prospector_owner");
    return true;
  }

  private static StoreOptions options(Clock clock) {
    return StoreOptions.defaults()
        .withPipeline(Simulation.pipeline())
        .withClock(clock)
        .withLease(LEASE);
  }

  @Override
  public Tenant tenant() {
    return tenant;
  }

  @Override
  public Opened open(Clock clock, Limits limits) {
    try {
      Store opened = opening.open(options(clock));
      // Not before: a store that is closed gives its leads back, which a dead process does not.
      closeStore();
      store = opened;
      return new Opened(
          opened.runs(), opened.budget(limits), Optional.of(opened.webhooks(new byte[32])));
    } catch (Exception e) {
      throw new AssertionError("a process cannot open its store", e);
    }
  }

  private void closeStore() {
    if (store != null) {
      store.close();
    }
  }

  @Override
  public void close() {
    closeStore();
    try {
      end.call();
    } catch (Exception e) {
      throw new AssertionError("what is left cannot be removed", e);
    }
  }
}
