package dev.prospector.benchmark.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Runs a contender once and reads the clocks before and after. */
final class Meter {

  private final AllocatedBytes allocated;
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  Meter(AllocatedBytes allocated) {
    this.allocated = allocated;
    keepHeap();
  }

  /**
   * Forced collections would shrink the heap, and whoever keeps something would pay for growing it
   * again in each round.
   */
  private static void keepHeap() {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .setVMOption("MaxHeapFreeRatio", "100");
  }

  /**
   * Measures one round, after a full collection so that nobody pays for another's garbage.
   *
   * @throws IllegalStateException when the contender did not execute exactly its steps
   */
  Round measure(Contender contender, int leads) throws Exception {
    System.gc();
    long bytes = allocated.total();
    long steps = Work.steps();
    long cpu = process.getProcessCpuTime();
    long start = System.nanoTime();
    contender.run(leads);
    double nanos = System.nanoTime() - start;
    double cpuNanos = process.getProcessCpuTime() - cpu;
    long executed = Work.steps() - steps;
    if (executed != (long) leads * contender.stepsPerLead()) {
      throw new IllegalStateException(contender.name() + " executed " + executed + " steps");
    }
    double allocatedBytes = allocated.total() - bytes;
    return new Round(executed * 1e9 / nanos, allocatedBytes / executed, cpuNanos / 1e3 / executed);
  }
}
