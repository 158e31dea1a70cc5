package dev.prospector.adapter.imports.internal.row;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names files that are no text by their first bytes, with what to do instead. */
final class BinaryKind {

  private static final int LEAST_SAMPLE = 1024;
  private static final double MOST_CONTROLS = .05;

  private static final Map<String, String> BY_MAGIC = byMagic();

  private BinaryKind() {}

  private static Map<String, String> byMagic() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("%PDF", "a PDF document (export the table behind it as CSV)");
    kinds.put(
        "\u00d0\u00cf\u0011\u00e0",
        "a workbook or document of old Office (save it as .xlsx or CSV)");
    kinds.put("PK\u0003\u0004", "a ZIP archive or document (unpack it, or save it as CSV)");
    kinds.put("PK\u0005\u0006", "an empty ZIP archive");
    kinds.put("\u001f\u008b", "a gzip file in a gzip file (unpack it once)");
    kinds.put("BZh", "a bzip2 file (unpack it)");
    kinds.put("\u00fd7zXZ", "an xz file (unpack it)");
    kinds.put("(\u00b5/\u00fd", "a zstd file (unpack it)");
    kinds.put("7z\u00bc\u00af", "a 7z archive (unpack it)");
    kinds.put("Rar!", "a RAR archive (unpack it)");
    kinds.put("SQLite format 3", "an SQLite database (export a table as CSV)");
    kinds.put("PAR1", "a Parquet file (export it as CSV)");
    kinds.put("\u0089PNG", "a picture");
    kinds.put("\u00ff\u00d8\u00ff", "a picture");
    kinds.put("GIF8", "a picture");
    kinds.put("{\\rtf", "an RTF document (save the table as CSV)");
    kinds.put("\u007fELF", "a program");
    return kinds;
  }

  /** Returns what the file is, unless it may be a text. */
  static Optional<String> of(byte[] start) {
    String latin = new String(start, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> kind : BY_MAGIC.entrySet()) {
      if (latin.startsWith(kind.getKey())) {
        return Optional.of(kind.getValue());
      }
    }
    long controls = latin.chars().filter(BinaryKind::isControl).count();
    return latin.length() >= LEAST_SAMPLE && controls > latin.length() * MOST_CONTROLS
        ? Optional.of("a binary file of an unknown kind")
        : Optional.empty();
  }

  private static boolean isControl(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a && c != 0x1b;
  }
}
