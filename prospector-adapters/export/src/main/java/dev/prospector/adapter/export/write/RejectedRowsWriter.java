package dev.prospector.adapter.export.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.prospector.adapter.export.cell.SafeCell;
import dev.prospector.error.PortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that did not become leads as CSV with the columns {@code line, column, value,
 * reason}, as they come, so that they are there even if the run is ended early. The file is made
 * with the first row: there is none when nothing was rejected. Not safe for several threads.
 */
public final class RejectedRowsWriter implements AutoCloseable {

  private final Path file;
  private @Nullable CsvWriter writer;

  private RejectedRowsWriter(Path file) {
    this.file = file;
  }

  /**
   * Returns a writer to a file; one of that name from an earlier run is deleted.
   *
   * @throws PortException if it cannot be deleted
   */
  public static RejectedRowsWriter to(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Target.failed(file, e);
    }
    return new RejectedRowsWriter(file);
  }

  /**
   * Writes one row.
   *
   * @param line on which it begins, from 1
   * @param column the column at fault, empty when it is the whole row
   * @param value what stands there
   * @param reason what is wrong with it
   * @throws PortException if the file cannot be written
   */
  public void add(long line, String column, String value, String reason) {
    try {
      CsvWriter csv = writer == null ? create() : writer;
      csv.writeRecord(
          String.valueOf(line), SafeCell.of(column), SafeCell.of(value), SafeCell.of(reason));
      csv.flush();
    } catch (IOException e) {
      throw Target.failed(file, e);
    }
  }

  private CsvWriter create() {
    CsvWriter created = CsvWriter.builder().build(Target.open(file), StandardCharsets.UTF_8);
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
        throw Target.failed(file, e);
      }
    }
  }
}
