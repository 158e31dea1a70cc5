package dev.prospector.adapter.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.prospector.error.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the {@code index.csv} of a folder; a row that is wrong becomes a problem. */
final class FolderIndex {

  static final String NAME = "index.csv";

  private final Path file;
  private final ArchiveFolder folder;
  private final ArchiveContents contents;
  private final Map<String, Integer> columns = new HashMap<>();

  FolderIndex(Path root, ArchiveContents contents) throws IOException {
    this.file = root.resolve(NAME);
    this.folder = new ArchiveFolder(root);
    this.contents = contents;
  }

  void read() throws IOException {
    contents.hash().add(NAME).add(file);
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(true);
    try (Reader reader = withoutMark();
        CsvReader<CsvRecord> rows = builder.ofCsvRecord(reader)) {
      readRows(rows.iterator());
    }
  }

  private void readRows(Iterator<CsvRecord> rows) {
    try {
      if (rows.hasNext()) {
        readHeader(rows.next());
      }
      while (rows.hasNext()) {
        readRow(rows.next());
      }
    } catch (CsvParseException e) {
      contents.problem(file, 0, "the rest cannot be read: " + e.getMessage());
    }
  }

  private void readHeader(CsvRecord header) {
    List<String> names = header.getFields();
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    if (!columns.containsKey("url") || !columns.containsKey("file")) {
      throw new InputException(
          file + " has no columns 'url' and 'file' in its first line, but: " + names);
    }
  }

  private void readRow(CsvRecord row) {
    String url = field(row, "url");
    String name = field(row, "file");
    if (url.isEmpty() && name.isEmpty()) {
      return; // An empty line.
    }
    try {
      Path page = folder.file(name);
      if (!contents.add(capture(row, url, page))) {
        contents.problem(file, row.getStartingLineNumber(), "not a web address: '" + url + "'");
        return;
      }
      contents.hash().add(name).add(Files.size(page));
    } catch (ArchiveFolder.Refused | IOException e) {
      contents.problem(file, row.getStartingLineNumber(), String.valueOf(e.getMessage()));
    }
  }

  private Capture capture(CsvRecord row, String url, Path page) {
    String finalUrl = field(row, "final_url");
    return new Capture(
        url,
        finalUrl.isEmpty() ? url : finalUrl,
        status(row),
        field(row, "content_type"),
        time(row),
        new Capture.InFile(page));
  }

  private int status(CsvRecord row) {
    String written = field(row, "status");
    if (written.matches("[1-5]\\d\\d")) {
      return Integer.parseInt(written);
    }
    if (!written.isEmpty()) {
      contents.problem(
          file,
          row.getStartingLineNumber(),
          "not an HTTP status, taken for 200: '" + written + "'");
    }
    return 200;
  }

  private @Nullable Instant time(CsvRecord row) {
    String written = field(row, "fetched_at");
    if (written.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(written.replace(' ', 'T')).toInstant();
    } catch (DateTimeException e) {
      contents.problem(
          file,
          row.getStartingLineNumber(),
          "not an ISO 8601 time with its offset, left out: '" + written + "'");
      return null;
    }
  }

  private String field(CsvRecord row, String column) {
    Integer index = columns.get(column);
    return index == null || index >= row.getFieldCount() ? "" : row.getField(index).strip();
  }

  /** Opens the index as UTF-8; bytes that are not are replaced, a byte order mark is dropped. */
  private Reader withoutMark() throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    return reader;
  }
}
