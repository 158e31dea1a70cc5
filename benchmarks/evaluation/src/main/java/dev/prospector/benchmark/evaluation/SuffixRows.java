package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.address.PublicSuffixList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows {@code host, registrable} of the public suffix list's own tests. */
final class SuffixRows {

  private static final String NONE = "none";

  private SuffixRows() {}

  static void measure(Path file, PublicSuffixList suffixes, UrlTally tally) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        JsonNode row = json.readTree(line);
        String host = row.path("host").asString("");
        String expected = row.path("registrable").asString(NONE);
        tally.check(
            "psl_accuracy", host, expected, () -> suffixes.registrableDomain(host).orElse(NONE));
      }
    }
  }
}
