package dev.prospector.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.testkit.CrashSweep;
import dev.prospector.testkit.SimulatedDisk;
import dev.prospector.testkit.Simulation;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs on real databases whose processes die at every durable point. Here a few; all of them, each
 * under 200 seeds, with {@code -Dcrash.seeds=200}.
 */
class CrashSweepTest {

  private static final int SEEDS = Integer.getInteger("crash.seeds", 0);
  private static final int FIRST = Integer.getInteger("crash.first", 6);

  @TempDir private Path folder;

  @Test
  void afterACrashAtAnyPointARunOnSqliteEndsAsIfThereHadBeenNone() throws Exception {
    sweep("SQLite", this::sqlite, s -> s, 1);
  }

  @Test
  void afterACrashAtAnyPointARunOnPostgresqlEndsAsIfThereHadBeenNone() throws Exception {
    sweep("PostgreSQL", StoreDisk::postgresql, s -> s, 1);
  }

  @Test
  void afterACrashOnRealThreadsARunOnSqliteEndsAsIfThereHadBeenNone() throws Exception {
    sweep("SQLite, in parallel", this::sqlite, Simulation::inParallel, 20);
  }

  @Test
  void afterACrashOnRealThreadsARunOnPostgresqlEndsAsIfThereHadBeenNone() throws Exception {
    sweep("PostgreSQL, in parallel", StoreDisk::postgresql, Simulation::inParallel, 20);
  }

  @Test
  void aCallThatMustNotBeMadeTwiceIsNotOnPostgresql() throws Exception {
    sweep(
        "PostgreSQL, at most once",
        StoreDisk::postgresql,
        s -> s.with(Simulation.Provider.ONCE),
        10);
  }

  @Test
  void aLimitIsNotPassedOnSqlite() throws Exception {
    sweep("SQLite, short of tokens", this::sqlite, s -> s.withTokens(650), 10);
  }

  @Test
  void aLimitOnLeadsIsNotPassedOnSqlite() throws Exception {
    sweep("SQLite, short of leads", this::sqlite, s -> s.withLeads(2), 10);
  }

  private SimulatedDisk sqlite() {
    return StoreDisk.sqlite(folder);
  }

  /** By default one seed and about a dozen points, else every point of every so manieth seed. */
  private static void sweep(
      String name, Supplier<SimulatedDisk> disks, UnaryOperator<Simulation> variant, int rarer)
      throws InterruptedException {
    CrashSweep sweep = new CrashSweep(name, disks).with(variant);
    if (SEEDS == 0) {
      sweep.everyNth(rarer == 1 ? 12 : 40).run(FIRST, 1);
    } else {
      sweep.run(FIRST, Math.max(1, SEEDS / rarer));
    }
    sweep.report().forEach(System.out::println);
    assertThat(sweep.findings()).isEmpty();
  }
}
