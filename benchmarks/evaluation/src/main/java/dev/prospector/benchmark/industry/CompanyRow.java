package dev.prospector.benchmark.industry;

import dev.prospector.agents.company.industry.Industry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company with a profile and its sector, as the rows of {@code companies.jsonl[.gz]} hold it. */
public record CompanyRow(String name, String summary, Industry industry) {

  /** Returns the rows of every such file of a folder, files by name, rows as they stand. */
  public static List<CompanyRow> readAll(Path folder) throws IOException {
    List<CompanyRow> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) {
          read(file, rows);
        }
      }
    }
    return rows;
  }

  private static void read(Path file, List<CompanyRow> rows) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          of(json.readTree(line)).ifPresent(rows::add);
        }
      }
    }
  }

  private static Optional<CompanyRow> of(JsonNode row) {
    String sector = row.path("sector").asString("");
    String code = sector.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    for (Industry industry : Industry.values()) {
      if (industry.name().equals(code)) {
        String name = row.path("name").asString("");
        return Optional.of(new CompanyRow(name, row.path("summary").asString(""), industry));
      }
    }
    return Optional.empty();
  }
}
