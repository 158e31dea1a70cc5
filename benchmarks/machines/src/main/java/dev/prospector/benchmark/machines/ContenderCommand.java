package dev.prospector.benchmark.machines;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One contender in this process: a warm-up, then the round that counts. */
@Command(name = "contender", hidden = true)
final class ContenderCommand implements Callable<Integer> {

  private static final int WARM_UP_PART = 5;

  @Option(names = "--kind", required = true)
  private Kind kind = Kind.SCHEDULER_LEAD;

  @Option(names = "--url", required = true)
  private String url = "";

  @Option(names = "--leads", required = true)
  private int leads;

  @Option(names = "--threads", required = true)
  private int threads;

  @Override
  public Integer call() throws Exception {
    try (Contender contender = kind.open(url, threads)) {
      contender.run("warm", leads / WARM_UP_PART + 1);
      long before = Work.done();
      long cpu = cpuNanos();
      long begin = System.nanoTime();
      contender.run("real", leads);
      double seconds = (System.nanoTime() - begin) / 1e9;
      long steps = Work.done() - before;
      if (steps != (long) leads * Work.STEPS) {
        throw new IllegalStateException(kind + " executed " + steps + " steps");
      }
      System.out.println(new Round(steps, seconds, (cpuNanos() - cpu) / 1e9).line());
    }
    return 0;
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
