package dev.prospector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
    CrashSweep sweep = new CrashSweep("memory", SimulatedDisk::inMemory).run(1, CRASH_SEEDS);

    sweep.report().forEach(System.out::println);
    assertThat(sweep.findings()).isEmpty();
  }

  @Test
  void afterACrashAtAnyPointARunOnRealThreadsEndsAsIfThereHadBeenNone() throws Exception {
    CrashSweep sweep =
        new CrashSweep("memory", SimulatedDisk::inMemory)
            .inParallel()
            .everyNth(10)
            .run(1, CRASH_SEEDS);

    sweep.report().forEach(System.out::println);
    assertThat(sweep.findings()).isEmpty();
  }
}
