package dev.prospector.adapter.imports.internal.row;

import dev.prospector.adapter.imports.internal.column.ColumnMapping;
import dev.prospector.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's first sheet that has any, whose first filled row names the columns.
 * Memory does not grow with the rows; the texts that cells share are held.
 */
final class XlsxRows implements RowSource {

  /** What a workbook may unpack to; more is made to fill the memory. */
  private static final long MOST_BYTES = 1L << 30;

  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final List<String> columns;
  private org.dhatim.fastexcel.reader.@Nullable Row putBack;
  private @Nullable String breakOff;

  private XlsxRows(
      ReadableWorkbook workbook,
      Stream<org.dhatim.fastexcel.reader.Row> stream,
      Iterator<org.dhatim.fastexcel.reader.Row> rows,
      CsvHeader header,
      org.dhatim.fastexcel.reader.Row first) {
    this.workbook = workbook;
    this.stream = stream;
    this.rows = rows;
    this.columns = header.columns();
    this.putBack = header.present() ? null : first;
  }

  /** Returns whether a file is a workbook, regardless of its name. */
  static boolean isWorkbook(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      if (start.length < 4 || start[0] != 'P' || start[1] != 'K' || start[2] != 3) {
        return false;
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry("xl/workbook.xml") != null;
    } catch (ZipException e) {
      return false;
    }
  }

  /**
   * Opens a workbook.
   *
   * @param mapping to check the named columns against
   * @throws InputException if there is nothing to read a name or website from
   */
  static XlsxRows open(Path file, ColumnMapping mapping) throws IOException {
    requireBounded(file);
    ReadableWorkbook workbook =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    try {
      for (Sheet sheet : workbook.getSheets().toList()) {
        Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream();
        Iterator<org.dhatim.fastexcel.reader.Row> rows = stream.iterator();
        org.dhatim.fastexcel.reader.Row first = firstFilled(rows);
        if (first != null) {
          CsvHeader header = CsvHeader.of(values(first), mapping);
          return new XlsxRows(workbook, stream, rows, header, first);
        }
        stream.close();
      }
      throw new InputException("the workbook is empty: its first row should name the columns");
    } catch (ExcelReaderException e) {
      workbook.close();
      throw new InputException("the workbook cannot be read: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private static void requireBounded(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long bytes = zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
      if (bytes > MOST_BYTES) {
        throw new InputException(
            "the workbook unpacks to " + (bytes >> 20) + " MB, more than 1024: save it as CSV");
      }
    }
  }

  private static org.dhatim.fastexcel.reader.@Nullable Row firstFilled(
      Iterator<org.dhatim.fastexcel.reader.Row> rows) {
    while (rows.hasNext()) {
      org.dhatim.fastexcel.reader.Row row = rows.next();
      if (values(row).stream().anyMatch(value -> !value.isBlank())) {
        return row;
      }
    }
    return null;
  }

  @Override
  public @Nullable Row next() throws IOException {
    try {
      org.dhatim.fastexcel.reader.Row row = putBack == null ? firstFilled(rows) : putBack;
      putBack = null;
      return row == null ? null : row(row);
    } catch (ExcelReaderException e) {
      breakOff = "the sheet is damaged: " + e.getMessage();
      return null;
    }
  }

  private Row row(org.dhatim.fastexcel.reader.Row row) {
    List<String> values = values(row);
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
      if (!values.get(i).isBlank()) {
        cells.put(columns.get(i), values.get(i));
      }
    }
    return Row.of(row.getRowNum(), row.getRowNum(), columns, cells);
  }

  /** Returns the values as they stand; of a formula what it came to last. */
  private static List<String> values(org.dhatim.fastexcel.reader.Row row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      values.add(row.getOptionalCell(i).map(XlsxRows::value).orElse(""));
    }
    return values;
  }

  private static String value(Cell cell) {
    if (cell.getType() == CellType.ERROR) {
      return "";
    }
    String text = Optional.ofNullable(cell.getRawValue()).orElse("");
    return cell.getType() == CellType.STRING
        ? Optional.ofNullable(cell.getText()).orElse(text)
        : number(text);
  }

  /** A long number is kept in a form such as 1.1222333000181E13, which was not typed. */
  private static String number(String text) {
    if (!text.matches("-?\\d(\\.\\d+)?[eE][+]?\\d{1,2}")) {
      return text;
    }
    java.math.BigDecimal number = new java.math.BigDecimal(text);
    return number.scale() <= 0 && number.precision() <= 15
            || number.stripTrailingZeros().scale() <= 0
        ? number.toBigInteger().toString()
        : text;
  }

  @Override
  public Optional<String> breakOff() {
    return Optional.ofNullable(breakOff);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
