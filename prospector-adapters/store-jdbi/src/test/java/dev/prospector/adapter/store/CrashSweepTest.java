package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.simulation.CrashSweep;
import dev.prospector.simulation.Simulation;
import java.nio.file.Path;
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
    sweep(onSqlite("SQLite"), 1);
  }

  @Test
  void afterACrashAtAnyPointARunOnPostgresqlEndsAsIfThereHadBeenNone() throws Exception {
    sweep(onPostgresql("PostgreSQL"), 1);
  }

  @Test
  void afterAnOutageAtAnyPointARunOnSqliteEndsAsIfThereHadBeenNone() throws Exception {
    sweep(onSqlite("SQLite").ofOutages(), 1);
  }

  @Test
  void afterAnOutageAtAnyPointARunOnPostgresqlEndsAsIfThereHadBeenNone() throws Exception {
    sweep(onPostgresql("PostgreSQL").ofOutages(), 1);
  }

  @Test
  void afterACrashOnRealThreadsARunOnSqliteEndsAsIfThereHadBeenNone() throws Exception {
    sweep(onSqlite("SQLite, in parallel").with(Simulation::inParallel), 20);
  }

  @Test
  void afterACrashOnRealThreadsARunOnPostgresqlEndsAsIfThereHadBeenNone() throws Exception {
    sweep(onPostgresql("PostgreSQL, in parallel").with(Simulation::inParallel), 20);
  }

  @Test
  void aCallThatMustNotBeMadeTwiceIsNotOnPostgresql() throws Exception {
    CrashSweep sweep = onPostgresql("PostgreSQL, at most once");

    sweep(sweep.with(s -> s.with(Simulation.Provider.ONCE)), 10);
  }

  @Test
  void aLimitIsNotPassedOnSqlite() throws Exception {
    sweep(onSqlite("SQLite, short of tokens").with(s -> s.withTokens(650)), 10);
  }

  @Test
  void aLimitOnLeadsIsNotPassedOnSqlite() throws Exception {
    sweep(onSqlite("SQLite, short of leads").with(s -> s.withLeads(2)), 10);
  }

  private CrashSweep onSqlite(String name) {
    return new CrashSweep(name, () -> StoreDisk.sqlite(folder));
  }

  private static CrashSweep onPostgresql(String name) {
    return new CrashSweep(name, StoreDisk::postgresql);
  }

  /** By default one seed and about a dozen points, else every point of every so manieth seed. */
  private static void sweep(CrashSweep sweep, int rarer) throws InterruptedException {
    if (SEEDS == 0) {
      sweep.everyNth(rarer == 1 ? 12 : 40).run(FIRST, 1);
    } else {
      sweep.run(FIRST, Math.max(1, SEEDS / rarer));
    }
    sweep.report().forEach(System.out::println);
    assertThat(sweep.findings()).isEmpty();
  }
}
