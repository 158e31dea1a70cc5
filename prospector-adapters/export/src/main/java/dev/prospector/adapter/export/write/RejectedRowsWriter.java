package dev.prospector.adapter.export.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.prospector.adapter.export.cell.SafeCell;
import dev.prospector.adapter.export.internal.PartFile;
import dev.prospector.error.PortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that did not become leads as CSV with the columns {@code line, column, value,
 * reason}, beside their place until they are finished. There is no file when nothing was rejected.
 * Not safe for several threads.
 */
public final class RejectedRowsWriter implements AutoCloseable {

  private final Path file;
  private @Nullable PartFile target;
  private @Nullable CsvWriter writer;
  private boolean finished;

  private RejectedRowsWriter(Path file) {
    this.file = file;
  }

  /** Returns a writer to a file, which is replaced, or removed, when it is finished. */
  public static RejectedRowsWriter to(Path file) {
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
    } catch (UncheckedIOException e) {
      throw PartFile.failed(file, new IOException(e));
    }
  }

  private CsvWriter create() {
    target = PartFile.open(file);
    CsvWriter created = CsvWriter.builder().build(target.out(), StandardCharsets.UTF_8);
    writer = created;
    created.writeRecord("line", "column", "value", "reason");
    return created;
  }

  /**
   * Says that all rows were written: they take the place of those of an earlier run. When nothing
   * was rejected there is no such file any more.
   *
   * @throws PortException if the file cannot be written
   */
  public void finish() {
    try {
      if (writer == null || target == null) {
        Files.deleteIfExists(file);
      } else {
        writer.close();
        target.finish();
      }
      finished = true;
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }

  /** Ends the writing. Unless it was finished, nothing of it remains. */
  @Override
  public void close() {
    if (target != null && !finished) {
      target.discard();
    }
  }
}
