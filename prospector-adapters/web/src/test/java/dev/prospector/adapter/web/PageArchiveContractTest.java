package dev.prospector.adapter.web;

import dev.prospector.testkit.contract.PageSourceContract;
import dev.prospector.web.PageSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class PageArchiveContractTest {

  @TempDir Path folder;

  @Nested
  class OfAWarcFile extends PageSourceContract {
    @Override
    protected PageSource pages() throws Exception {
      Path file = folder.resolve("pages.warc.gz");
      try (ArchiveWriter writer = ArchiveWriter.create(file)) {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/html"));
        writer.add(HOME, 200, headers, TEXT.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
      }
      return PageArchive.open(file);
    }
  }

  @Nested
  class OfAFolder extends PageSourceContract {
    @Override
    protected PageSource pages() throws Exception {
      Files.writeString(folder.resolve("home.html"), TEXT);
      Files.writeString(folder.resolve("index.csv"), "url,file\n" + HOME + ",home.html\n");
      return PageArchive.open(folder);
    }
  }
}
