package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.cell.SafeCell;
import dev.prospector.adapter.export.record.LeadRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes one row for each lead, in UTF-8 with a byte order mark, by which spreadsheet programs know
 * it. Cells cannot become formulas: see {@link SafeCell}.
 */
public final class CsvWriter implements LeadWriter {

  private final Path file;
  private final de.siegmar.fastcsv.writer.CsvWriter csv;

  private CsvWriter(Path file) {
    this.file = file;
    this.csv =
        de.siegmar.fastcsv.writer.CsvWriter.builder()
            .build(Target.open(file), StandardCharsets.UTF_8);
    writeRow(LeadColumns.NAMES.stream().map(n -> n.equals("id") ? "\ufeff" + n : n).toList());
  }

  /** Returns a writer to a file, which is replaced; one that ends in {@code .gz} is compressed. */
  public static CsvWriter to(Path file) {
    return new CsvWriter(file);
  }

  @Override
  public void write(LeadRecord lead) {
    writeRow(LeadColumns.of(lead).stream().map(CsvWriter::cell).toList());
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
      throw Target.failed(file, new IOException(e));
    }
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw Target.failed(file, e);
    }
  }
}
