package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.cell.SafeCell;
import dev.prospector.adapter.export.internal.PartFile;
import dev.prospector.adapter.export.record.LeadRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook with one row for each lead, under a header that stays in sight. Texts are
 * stored as texts and addresses are no links; cells that a later save as CSV could turn into
 * formulas are neutralised all the same. Memory does not grow with the number of leads.
 */
public final class XlsxWriter implements LeadWriter {

  private static final int LONGEST_CELL = 32_767;

  /** What a spreadsheet reads as the number of a character (ECMA-376, ST_Xstring). */
  private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x\\p{XDigit}{4}_)");

  private static final int ROWS_IN_MEMORY = 200;
  private static final double USUAL_WIDTH = 16;
  private static final Map<String, Double> WIDTHS =
      Map.of(
          "id",
          24.0,
          "name",
          32.0,
          "website",
          30.0,
          "next_step",
          48.0,
          "justification",
          60.0,
          "services",
          40.0,
          "address",
          40.0,
          "technologies",
          32.0,
          "not_done",
          32.0,
          "notes",
          40.0);

  private final Path file;
  private final ColumnPreset columns;
  private final PartFile target;
  private final Workbook workbook;
  private Worksheet sheet;
  private int sheets = 1;
  private int row = 1;
  private boolean completed;

  private XlsxWriter(Path file, PartFile target, ColumnPreset columns) {
    this.file = file;
    this.columns = columns;
    this.target = target;
    this.workbook = new Workbook(target.out(), "Prospector", "1.0");
    this.sheet = sheet("Leads");
  }

  /** Returns a writer to a file, which is replaced when it is finished. */
  public static XlsxWriter to(Path file) {
    return to(file, ColumnPreset.ALL);
  }

  /** Returns a writer of chosen columns, as {@link #to(Path)}. */
  public static XlsxWriter to(Path file, ColumnPreset columns) {
    return new XlsxWriter(file, PartFile.open(file), columns);
  }

  /**
   * Returns a writer of chosen columns to a stream, such as the answer to a download; it is closed
   * with the writer.
   *
   * @param name of the stream, for messages
   */
  public static XlsxWriter on(OutputStream out, String name, ColumnPreset columns) {
    return new XlsxWriter(Path.of(name), PartFile.on(out, name), columns);
  }

  private Worksheet sheet(String name) {
    Worksheet begun = workbook.newWorksheet(name);
    List<String> names = columns.names();
    begun.freezePane(2, 1);
    for (int column = 0; column < names.size(); column++) {
      begun.width(column, WIDTHS.getOrDefault(names.get(column), USUAL_WIDTH));
      begun.inlineString(0, column, names.get(column));
    }
    begun.range(0, 0, 0, names.size() - 1).style().bold().fillColor("E8EDF3").set();
    return begun;
  }

  @Override
  public void write(LeadRecord lead) {
    try {
      if (row == Worksheet.MAX_ROWS) {
        sheet.finish();
        sheet = sheet("Leads " + ++sheets);
        row = 1;
      }
      List<Object> cells = columns.cells(lead);
      for (int column = 0; column < cells.size(); column++) {
        put(column, cells.get(column));
      }
      if (++row % ROWS_IN_MEMORY == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }

  private void put(int column, Object cell) {
    if (cell instanceof Number number) {
      sheet.value(row, column, number);
    } else if (!cell.equals("")) {
      String text = SafeCell.of(String.valueOf(cell));
      sheet.inlineString(row, column, storable(text));
    }
  }

  /** Cuts what no cell can hold, and drops characters that XML does not know. */
  private static String storable(String text) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST_CELL));
    LIKE_ESCAPE
        .matcher(text)
        .replaceAll("_x005F_")
        .codePoints()
        .filter(
            c -> c >= ' ' && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff || c == '\n')
        .limit(LONGEST_CELL)
        .forEach(kept::appendCodePoint);
    return kept.length() > LONGEST_CELL ? kept.substring(0, LONGEST_CELL) : kept.toString();
  }

  @Override
  public void finish() {
    try {
      complete();
      target.finish();
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }

  /** A workbook without its end cannot be read at all. */
  private void complete() throws IOException {
    if (!completed) {
      completed = true;
      sheet.finish();
      workbook.finish();
    }
  }

  @Override
  public void close() {
    try (target) {
      complete();
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }
}
