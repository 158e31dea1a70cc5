package dev.prospector.benchmark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run, every round of them, as JSON for machines. */
final class ReportFile {

  private ReportFile() {}

  static void write(Report report, Path file) throws IOException {
    ObjectWriter writer = JsonMapper.builder().build().writer(SerializationFeature.INDENT_OUTPUT);
    Files.writeString(file, writer.writeValueAsString(json(report)) + "\n");
  }

  private static Map<String, Object> json(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jdk", Runtime.version().toString());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("databases", report.databases());
    json.put("results", report.results().stream().map(ReportFile::json).toList());
    return json;
  }

  private static Map<String, Object> json(Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("group", result.contender().group());
    json.put("name", result.contender().name());
    json.put("steps", result.contender().steps());
    json.put("stepsPerSecond", result.stepsPerSecond());
    json.put("everyRound", result.rounds());
    return json;
  }
}
