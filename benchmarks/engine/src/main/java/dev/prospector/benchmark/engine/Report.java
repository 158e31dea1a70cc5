package dev.prospector.benchmark.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run, as a table for people and as JSON for machines. */
record Report(Settings settings, String allocationMethod, List<Result> overhead) {

  Report {
    overhead = List.copyOf(overhead);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "JDK %s, %d processors, %,d leads, %d rounds, the first dropped, medians%n%n",
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            settings.leads(),
            settings.rounds()));
    table.append(
        String.format(
            "%-58s %12s %25s %9s %10s%n",
            "no-op agents", "steps/s", "slowest .. fastest", "B/step", "CPU us"));
    for (Result result : overhead) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-58s %,12.0f %,11.0f .. %,10.0f %,9.0f %10.2f%n",
              result.name(),
              result.stepsPerSecond(),
              result.slowest(),
              result.fastest(),
              result.bytesPerStep(),
              result.cpuMicrosPerStep()));
    }
    return table.toString();
  }

  void write(Path file) throws IOException {
    ObjectWriter writer = JsonMapper.builder().build().writer(SerializationFeature.INDENT_OUTPUT);
    Files.writeString(file, writer.writeValueAsString(json()) + "\n");
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jdk", Runtime.version().toString());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("leads", settings.leads());
    json.put("rounds", settings.rounds());
    json.put("roundsDropped", 1);
    json.put("allocationMeasuredBy", allocationMethod);
    json.put("overhead", overhead.stream().map(Report::json).toList());
    return json;
  }

  private static Map<String, Object> json(Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", result.name());
    json.put("stepsPerLead", result.stepsPerLead());
    json.put("stepsPerSecond", result.stepsPerSecond());
    json.put("bytesPerStep", result.bytesPerStep());
    json.put("cpuMicrosPerStep", result.cpuMicrosPerStep());
    json.put("everyRound", result.rounds());
    return json;
  }
}
