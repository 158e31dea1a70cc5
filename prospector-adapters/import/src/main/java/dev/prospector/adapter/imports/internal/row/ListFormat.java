package dev.prospector.adapter.imports.internal.row;

import dev.prospector.adapter.imports.internal.column.ColumnMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** The forms of lists, told apart by name, and by content where the name does not say. */
public enum ListFormat {
  DELIMITED,
  JSON,
  JSON_LINES,
  WORKBOOK;

  public static ListFormat of(Path file) throws IOException {
    if (XlsxRows.isWorkbook(file)) {
      return WORKBOOK;
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
      return JSON_LINES;
    }
    if (plain.endsWith(".csv") || plain.endsWith(".tsv")) {
      return DELIMITED;
    }
    return byContent(file);
  }

  private static ListFormat byContent(Path file) throws IOException {
    try (TextLines lines = new TextLines(TextFile.open(file))) {
      TextLines.Line first = lines.next();
      while (first != null && first.text().isBlank()) {
        first = lines.next();
      }
      String start = first == null ? "" : first.text().strip();
      if (start.startsWith("[")) {
        return JSON;
      }
      if (!start.startsWith("{")) {
        return DELIMITED;
      }
      TextLines.Line second = lines.next();
      boolean more = second != null && second.text().strip().startsWith("{");
      return more && isObject(start) ? JSON_LINES : JSON;
    }
  }

  private static boolean isObject(String line) {
    try {
      return JsonCells.MAPPER.readTree(line).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Opens a list of this form. */
  public RowSource open(Path file, ColumnMapping mapping) throws IOException {
    if (this == JSON) {
      return JsonRows.open(file, mapping);
    }
    if (this == WORKBOOK) {
      return XlsxRows.open(file, mapping);
    }
    TextLines lines = new TextLines(TextFile.open(file));
    if (this == JSON_LINES) {
      return new JsonLineRows(lines, new JsonCells(Map.of()));
    }
    try {
      return CsvRows.open(lines, mapping);
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }
}
