package dev.prospector.benchmark.engine;

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
    json.put("leads", report.settings().leads());
    json.put("rounds", report.settings().rounds() - 1);
    json.put("allocationMeasuredBy", report.allocationMethod());
    json.put("overhead", report.overhead().stream().map(ReportFile::json).toList());
    json.put("waiting", report.waiting().stream().map(ReportFile::json).toList());
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

  private static Map<String, Object> json(WaitingResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", result.run().name());
    json.put("leads", result.run().leads());
    json.put("stepsAtOnce", result.run().stepsAtOnce());
    json.put("idealSeconds", result.run().idealSeconds());
    json.put("medianSeconds", result.medianSeconds());
    json.put("timesIdeal", result.timesIdeal());
    json.put("speedUp", result.speedUp());
    json.put("speedUpAllowed", result.speedUpAllowed());
    json.put("everyRound", result.seconds());
    return json;
  }
}
