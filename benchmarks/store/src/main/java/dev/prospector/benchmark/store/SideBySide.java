package dev.prospector.benchmark.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs every contender once per round, and drops the first round: what else the machine does falls
 * on all alike.
 */
final class SideBySide {

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final int rounds;

  SideBySide(int rounds) {
    this.rounds = rounds;
  }

  List<Result> run(List<Contender> contenders) throws Exception {
    Map<Contender, List<Round>> measured = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : contenders) {
        Round one = measure(contender);
        if (round > 0) {
          measured.computeIfAbsent(contender, c -> new ArrayList<>()).add(one);
        }
      }
    }
    return measured.entrySet().stream().map(e -> new Result(e.getKey(), e.getValue())).toList();
  }

  private Round measure(Contender contender) throws Exception {
    try (Contender.Session session = contender.open()) {
      System.gc();
      long server = contender.databank().serverCpuNanos();
      long cpu = process.getProcessCpuTime();
      long start = System.nanoTime();
      session.run();
      double nanos = System.nanoTime() - start;
      double cpuMicros = (process.getProcessCpuTime() - cpu) / 1e3;
      double serverMicros = (contender.databank().serverCpuNanos() - server) / 1e3;
      requireAll(contender);
      int steps = contender.steps();
      return new Round(steps * 1e9 / nanos, cpuMicros / steps, serverMicros / steps);
    }
  }

  /** Who keeps less than all is not reported. */
  private static void requireAll(Contender contender) throws Exception {
    try (Connection connection = contender.databank().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from prospector_step")) {
      long kept = result.next() ? result.getLong(1) : 0;
      if (kept != contender.rows()) {
        throw new IllegalStateException(
            contender.group() + ", " + contender.name() + " kept " + kept + " steps");
      }
    }
  }
}
