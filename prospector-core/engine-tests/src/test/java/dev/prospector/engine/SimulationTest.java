package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.simulation.CrashSweep;
import dev.prospector.simulation.SimulatedDisk;
import dev.prospector.simulation.Simulation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whole runs on one thread, drawn from seeds. More of them with {@code -Dsimulation.seeds=1000} and
 * {@code -Dcrash.seeds=200}.
 */
class SimulationTest {

  private static final int SEEDS = Integer.getInteger("simulation.seeds", 30);
  private static final int CRASH_SEEDS = Integer.getInteger("crash.seeds", 3);

  @Test
  void theSameSeedGivesTheSameTrace() throws Exception {
    Set<Object> traces = new HashSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Simulation simulation = Simulation.of(seed).crashingAt(List.of(1 + seed % 90, 7L));
      Simulation.Outcome one = simulation.run();

      assertThat(simulation.run()).as("seed " + seed).isEqualTo(one);
      assertThat(one.findings()).as("seed " + seed).isEmpty();
      traces.add(one.trace());
    }
    assertThat(traces).hasSizeGreaterThan(SEEDS / 2);
  }

  @Test
  void afterACrashAtAnyPointARunEndsAsIfThereHadBeenNone() throws Exception {
    check(sweep("memory").run(1, CRASH_SEEDS));
  }

  @Test
  void afterACrashAtAnyPointARunOnRealThreadsEndsAsIfThereHadBeenNone() throws Exception {
    check(
        sweep("memory, in parallel").with(Simulation::inParallel).everyNth(10).run(1, CRASH_SEEDS));
  }

  @Test
  void aCallThatMustNotBeMadeTwiceIsNotHoweverTheProcessDies() throws Exception {
    CrashSweep sweep = sweep("memory, at most once").with(s -> s.with(Simulation.Provider.ONCE));

    check(sweep.everyNth(5).run(1, CRASH_SEEDS));
  }

  @Test
  void aLimitIsNotPassedHoweverTheProcessDies() throws Exception {
    CrashSweep sweep = sweep("memory, short of tokens").with(s -> s.withTokens(650));

    check(sweep.everyNth(5).run(1, CRASH_SEEDS));
  }

  @Test
  void aLimitOnLeadsIsNotPassedHoweverTheProcessDies() throws Exception {
    CrashSweep sweep = sweep("memory, short of leads").with(s -> s.withLeads(2));

    check(sweep.everyNth(5).run(1, CRASH_SEEDS));
  }

  @Test
  void afterAnOutageAtAnyPointARunEndsAsIfThereHadBeenNone() throws Exception {
    check(sweep("memory").ofOutages().run(1, CRASH_SEEDS));
  }

  @Test
  void aCallThatMustNotBeMadeTwiceIsNotWheneverTheStoreIsAway() throws Exception {
    CrashSweep sweep = sweep("memory, at most once").with(s -> s.with(Simulation.Provider.ONCE));

    check(sweep.ofOutages().everyNth(5).run(1, CRASH_SEEDS));
  }

  @Test
  void aLimitIsNotPassedWheneverTheStoreIsAway() throws Exception {
    CrashSweep sweep = sweep("memory, short of tokens").with(s -> s.withTokens(650));

    check(sweep.ofOutages().everyNth(5).run(1, CRASH_SEEDS));
  }

  private static CrashSweep sweep(String name) {
    return new CrashSweep(name, SimulatedDisk::inMemory);
  }

  private static void check(CrashSweep sweep) {
    sweep.report().forEach(System.out::println);
    assertThat(sweep.findings()).isEmpty();
  }
}
