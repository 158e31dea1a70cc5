package dev.prospector.adapter.export.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedRowsWriterTest {

  @TempDir Path folder;

  @Test
  void theRejectedFileIsThereOnlyWhenSomethingWasRejected() throws IOException {
    Path file = folder.resolve("new/out.rejected.csv");
    try (RejectedRowsWriter rejected = RejectedRowsWriter.to(file)) {
      rejected.add(3, "name", "=1+1", "a reason");
      rejected.finish();
    }
    assertThat(file).hasContent("line,column,value,reason\n3,name,'=1+1,a reason\n");
    try (RejectedRowsWriter rejected = RejectedRowsWriter.to(file)) {
      rejected.finish();
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aStartThatFailsLeavesTheRejectedRowsOfAnEarlierRun() throws IOException {
    Path file = Files.writeString(folder.resolve("out.rejected.csv"), "corrected by hand");
    try (RejectedRowsWriter rejected = RejectedRowsWriter.to(file)) {
      rejected.add(3, "name", "x", "a reason");
    }
    assertThat(file).hasContent("corrected by hand");
    assertThat(folder.resolve("out.rejected.csv.part")).doesNotExist();
  }
}
