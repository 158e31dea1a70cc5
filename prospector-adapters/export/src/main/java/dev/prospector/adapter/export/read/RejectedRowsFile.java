package dev.prospector.adapter.export.read;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.prospector.adapter.export.cell.SafeCell;
import dev.prospector.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes rejected rows as they come, so that they are there even if the run is ended early. */
final class RejectedRowsFile implements Rejections {

  private final Path file;
  private @Nullable CsvWriter writer;

  RejectedRowsFile(Path file) {
    this.file = file;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void add(RejectedRow row) {
    try {
      CsvWriter csv = writer == null ? create() : writer;
      csv.writeRecord(
          String.valueOf(row.line()),
          SafeCell.of(row.column()),
          SafeCell.of(row.value()),
          SafeCell.of(row.reason()));
      csv.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private CsvWriter create() throws IOException {
    CsvWriter created = CsvWriter.builder().build(file);
    writer = created;
    created.writeRecord("line", "column", "value", "reason");
    return created;
  }

  @Override
  public void close() {
    if (writer != null) {
      try {
        writer.close();
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  private InputException failed(IOException cause) {
    return new InputException("rejected rows cannot be written to " + file, cause);
  }
}
