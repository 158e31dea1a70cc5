package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.cell.SafeCell;
import dev.prospector.adapter.export.internal.PartFile;
import dev.prospector.adapter.export.record.LeadRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one row for each lead, in UTF-8 with a byte order mark, by which spreadsheet programs know
 * it. Cells cannot become formulas: see {@link SafeCell}.
 */
public final class CsvWriter implements LeadWriter {

  private final Path file;
  private final PartFile target;
  private final ColumnPreset columns;
  private final de.siegmar.fastcsv.writer.CsvWriter csv;
  private boolean ended;

  private CsvWriter(Path file, PartFile target, ColumnPreset columns) {
    this.file = file;
    this.columns = columns;
    this.target = target;
    this.csv =
        de.siegmar.fastcsv.writer.CsvWriter.builder().build(target.out(), StandardCharsets.UTF_8);
    List<String> names = new ArrayList<>(columns.names());
    names.set(0, "\ufeff" + names.get(0));
    writeRow(names);
  }

  /**
   * Returns a writer to a file, which is replaced when it is finished; one that ends in {@code .gz}
   * is compressed.
   */
  public static CsvWriter to(Path file) {
    return to(file, ColumnPreset.ALL);
  }

  /** Returns a writer of chosen columns, as {@link #to(Path)}. */
  public static CsvWriter to(Path file, ColumnPreset columns) {
    return new CsvWriter(file, PartFile.open(file), columns);
  }

  /**
   * Returns a writer of chosen columns to a stream, such as the answer to a download; it is closed
   * with the writer.
   *
   * @param name of the stream, for messages
   */
  public static CsvWriter on(OutputStream out, String name, ColumnPreset columns) {
    return new CsvWriter(Path.of(name), PartFile.on(out, name), columns);
  }

  @Override
  public void write(LeadRecord lead) {
    writeRow(columns.cells(lead).stream().map(CsvWriter::cell).toList());
  }

  private static String cell(Object value) {
    if (value instanceof String text) {
      return SafeCell.of(text);
    }
    return value instanceof BigDecimal amount ? amount.toPlainString() : String.valueOf(value);
  }

  private void writeRow(List<String> cells) {
    try {
      csv.writeRecord(cells);
    } catch (java.io.UncheckedIOException e) {
      throw PartFile.failed(file, new IOException(e));
    }
  }

  @Override
  public void finish() {
    try {
      end();
      target.finish();
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }

  private void end() throws IOException {
    if (!ended) {
      ended = true;
      csv.close();
    }
  }

  @Override
  public void close() {
    try {
      end();
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }
}
