package dev.prospector.adapter.registry.local;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads one file of the open data, row by row: ISO 8859-1, semicolons, no header; zipped or not.
 */
final class OpenDataFile {

  private OpenDataFile() {}

  /** Takes a row. */
  @FunctionalInterface
  interface Rows {
    void take(List<String> cells) throws java.sql.SQLException;
  }

  static long read(Path file, Rows rows) throws IOException, java.sql.SQLException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
        return read(in, rows);
      }
      long count = 0;
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        count += read(zip, rows);
      }
      return count;
    }
  }

  private static long read(InputStream in, Rows rows) throws IOException, java.sql.SQLException {
    Reader reader = new InputStreamReader(in, StandardCharsets.ISO_8859_1);
    long count = 0;
    // Closing it would close the archive, of which more may follow.
    for (CsvRecord row : CsvReader.builder().fieldSeparator(';').ofCsvRecord(reader)) {
      rows.take(row.getFields());
      count++;
    }
    return count;
  }
}
