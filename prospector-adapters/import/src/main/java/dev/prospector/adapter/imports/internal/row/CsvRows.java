package dev.prospector.adapter.imports.internal.row;

import dev.prospector.adapter.imports.internal.column.ColumnMapping;
import dev.prospector.adapter.imports.internal.row.CsvSplitter.Quotes;
import dev.prospector.adapter.imports.internal.row.CsvSplitter.State;
import dev.prospector.error.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a delimited text whose first row names the columns, or which has no such row. */
final class CsvRows implements RowSource {

  /** A value that goes on for longer has lost its closing mark. */
  private static final int MOST_LINES = 1000;

  private static final int MOST_CHARACTERS = 1 << 20;

  private final TextLines lines;
  private final char delimiter;
  private final List<String> columns;

  private CsvRows(TextLines lines, char delimiter, List<String> columns) {
    this.lines = lines;
    this.delimiter = delimiter;
    this.columns = columns;
  }

  /**
   * Opens a text.
   *
   * @param mapping to check the named columns against
   * @throws InputException if there is nothing to read a name or website from
   */
  static CsvRows open(TextLines lines, ColumnMapping mapping) throws IOException {
    char delimiter = CsvDialect.detect(lines);
    CsvRows untitled = new CsvRows(lines, delimiter, List.of());
    TextLines.Line first = untitled.nextFilled();
    if (first == null) {
      throw new InputException("the list is empty: its first row should name the columns");
    }
    Shape header = untitled.record(first);
    CsvHeader titles = CsvHeader.of(header.values(), mapping);
    if (!titles.present()) {
      lines.putBack(List.of(first));
    }
    return new CsvRows(lines, delimiter, titles.columns());
  }

  @Override
  public Optional<String> breakOff() {
    return lines.breakOff();
  }

  List<String> columns() {
    return columns;
  }

  /** A record as read, or why it could not be. */
  private record Shape(long line, List<String> values, @Nullable String problem) {}

  @Override
  public @Nullable Row next() throws IOException {
    TextLines.Line line = nextFilled();
    if (line == null) {
      return null;
    }
    if (line.cut()) {
      return Row.broken(line.number(), line.text(), "the line is too long");
    }
    if (line.open() && lines.breakOff().isPresent()) {
      return Row.broken(line.number(), line.text(), "the file breaks off in this row");
    }
    Shape shape = record(line);
    if (shape.problem() != null) {
      return Row.broken(line.number(), line.text(), shape.problem());
    }
    return row(shape);
  }

  private TextLines.@Nullable Line nextFilled() throws IOException {
    TextLines.Line line = lines.next();
    while (line != null && isEmpty(line.text())) {
      line = lines.next();
    }
    return line;
  }

  /** Rows of nothing but delimiters are what spreadsheet programs leave at the end. */
  private boolean isEmpty(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) != delimiter && line.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  private Shape record(TextLines.Line first) throws IOException {
    CsvSplitter strict = new CsvSplitter(delimiter, Quotes.STRICT);
    State state = strict.add(first.text());
    if (state == State.COMPLETE) {
      return new Shape(first.number(), strict.values(), null);
    }
    if (state == State.OPEN) {
      List<TextLines.Line> more = new ArrayList<>();
      if (goOn(strict, more) && holdsTogether(strict.values(), more)) {
        return new Shape(first.number(), strict.values(), null);
      }
      lines.putBack(more);
    }
    return repaired(first);
  }

  /**
   * A quotation mark is not given up because its row is longer or shorter than the header, but
   * where what it would swallow are whole rows: then it was never closed.
   */
  private boolean holdsTogether(List<String> values, List<TextLines.Line> more) {
    int inner = more.size() - 1;
    long rows =
        more.stream()
            .limit(inner)
            .filter(line -> fits(CsvSplitter.split(line.text(), delimiter, Quotes.LITERAL)))
            .count();
    if (fits(values)) {
      return inner < 2 || rows < inner;
    }
    boolean lost = values.stream().skip(columns.size()).anyMatch(value -> !value.isBlank());
    return !lost && rows * 2 <= inner;
  }

  /** Adds lines until the record is complete; returns whether it is. */
  private boolean goOn(CsvSplitter record, List<TextLines.Line> more) throws IOException {
    State state = State.OPEN;
    while (state == State.OPEN && more.size() < MOST_LINES && record.length() < MOST_CHARACTERS) {
      TextLines.Line line = lines.next();
      if (line == null) {
        return false;
      }
      more.add(line);
      state = record.add(line.text());
    }
    return state == State.COMPLETE;
  }

  private Shape repaired(TextLines.Line line) {
    for (Quotes quotes : List.of(Quotes.INNER, Quotes.LITERAL)) {
      CsvSplitter splitter = new CsvSplitter(delimiter, quotes);
      if (splitter.add(line.text()) == State.COMPLETE && fits(splitter.values())) {
        return new Shape(line.number(), splitter.values(), null);
      }
    }
    return new Shape(line.number(), List.of(), "a quotation mark is not closed");
  }

  private boolean fits(List<String> values) {
    return columns.isEmpty() || values.size() == columns.size();
  }

  private Row row(Shape shape) {
    List<String> values = shape.values();
    boolean fragment = values.size() == 1 && columns.size() > 2;
    if (fragment || beyond(values)) {
      String reason = values.size() + " values for " + columns.size() + " columns";
      String value = fragment ? values.get(0) : String.join(" | ", values);
      return Row.broken(shape.line(), value, reason);
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
      if (!values.get(i).isBlank()) {
        cells.put(columns.get(i), values.get(i));
      }
    }
    return Row.of(shape.line(), shape.line(), columns, cells);
  }

  private boolean beyond(List<String> values) {
    return values.stream().skip(columns.size()).anyMatch(value -> !value.isBlank());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
