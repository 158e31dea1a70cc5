package dev.prospector.benchmark.engine;

import java.util.List;
import java.util.Locale;

/** The figures of one run, as tables for people. */
record Report(
    Settings settings,
    String allocationMethod,
    List<Result> overhead,
    List<WaitingResult> waiting) {

  Report {
    overhead = List.copyOf(overhead);
    waiting = List.copyOf(waiting);
  }

  String tables() {
    StringBuilder tables = new StringBuilder();
    line(
        tables,
        "JDK %s, %d processors, bytes by %s",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        allocationMethod);
    if (!overhead.isEmpty()) {
      overheadTable(tables);
    }
    if (!waiting.isEmpty()) {
      waitingTable(tables);
    }
    return tables.toString();
  }

  private void overheadTable(StringBuilder table) {
    line(
        table,
        "%nNo-op agents, %,d leads, medians of %d rounds after one of warm-up",
        settings.leads(),
        settings.rounds() - 1);
    line(
        table,
        "%-58s %12s %12s %12s %8s %8s",
        "",
        "steps/s",
        "slowest",
        "fastest",
        "B/step",
        "CPU us");
    for (Result result : overhead) {
      line(
          table,
          "%-58s %,12.0f %,12.0f %,12.0f %,8.0f %8.2f",
          result.name(),
          result.stepsPerSecond(),
          result.slowest(),
          result.fastest(),
          result.bytesPerStep(),
          result.cpuMicrosPerStep());
    }
  }

  private void waitingTable(StringBuilder table) {
    line(
        table,
        "%nSteps that wait %d ms, %d a lead, %d of them on the longest path",
        WaitingGraph.WAIT.toMillis(),
        WaitingGraph.NODES.size(),
        WaitingGraph.criticalPath());
    line(
        table,
        "%-46s %7s %6s %8s %8s %8s %9s %9s",
        "",
        "leads",
        "limit",
        "ideal s",
        "took s",
        "x ideal",
        "speed-up",
        "allowed");
    for (WaitingResult result : waiting) {
      line(
          table,
          "%-46s %,7d %,6d %8.2f %8.2f %8.3f %9.1f %9.1f",
          result.run().name(),
          result.run().leads(),
          result.run().stepsAtOnce(),
          result.run().idealSeconds(),
          result.medianSeconds(),
          result.timesIdeal(),
          result.speedUp(),
          result.speedUpAllowed());
    }
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format + "%n", values));
  }
}
