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
    Path file = folder.resolve("out.rejected.csv");
    Files.writeString(file, "from an earlier run");
    try (RejectedRowsWriter none = RejectedRowsWriter.to(file)) {
      assertThat(file).doesNotExist();
      none.add(3, "name", "=1+1", "a reason");
    }
    assertThat(file).hasContent("line,column,value,reason\n3,name,'=1+1,a reason\n");
  }
}
