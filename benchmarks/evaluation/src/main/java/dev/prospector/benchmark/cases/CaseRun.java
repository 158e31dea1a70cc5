package dev.prospector.benchmark.cases;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.adapter.export.write.JsonLinesWriter;
import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.agents.Pipelines;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs one case through the standard pipeline, and reads what was written of each lead. */
final class CaseRun {

  private static final Clock AS_OF =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
  private static final JsonMapper JSON = JsonMapper.shared();

  private CaseRun() {}

  /** Returns the leads of a folder's list, as they are written. */
  static List<JsonNode> of(Path folder) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    run(folder, written);
    return written.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
  }

  private static void run(Path folder, ByteArrayOutputStream written) {
    Prospector.Builder builder = Prospector.builder().clock(AS_OF);
    if (Files.exists(folder.resolve("context.yaml"))) {
      builder.businessContext(BusinessContexts.read(folder.resolve("context.yaml")));
    }
    if (Files.exists(folder.resolve("pages"))) {
      builder.pages(PageArchive.open(folder.resolve("pages")));
    }
    try (LeadFile leads = LeadFile.open(list(folder), ReadSettings.defaults(), row -> {});
        Run run =
            builder.build().start(Pipelines.standard(), leads.iterator(), RunOptions.defaults());
        JsonLinesWriter writer = JsonLinesWriter.on(written, "case")) {
      run.results().map(LeadRecord::of).forEach(writer::write);
    }
  }

  static Path list(Path folder) {
    for (String name : List.of("leads.csv", "leads.json", "leads.jsonl", "leads.xlsx")) {
      if (Files.exists(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    return folder.resolve("leads.csv");
  }
}
