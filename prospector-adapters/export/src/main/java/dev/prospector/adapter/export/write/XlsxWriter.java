package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.cell.SafeCell;
import dev.prospector.adapter.export.record.LeadRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook with one row for each lead, under a header that stays in sight. Texts are
 * stored as texts and addresses are no links; cells that a later save as CSV could turn into
 * formulas are neutralised all the same. Memory does not grow with the number of leads. The file
 * appears when the writer is closed.
 */
public final class XlsxWriter implements LeadWriter {

  private static final int LONGEST_CELL = 32_767;
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
  private final Path part;
  private final OutputStream out;
  private final Workbook workbook;
  private Worksheet sheet;
  private int sheets = 1;
  private int row = 1;

  private XlsxWriter(Path file) {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.out = Target.open(part);
    this.workbook = new Workbook(out, "Prospector", "1.0");
    this.sheet = sheet(workbook, "Leads");
  }

  /** Returns a writer to a file, which is replaced when the writer is closed. */
  public static XlsxWriter to(Path file) {
    return new XlsxWriter(file);
  }

  private static Worksheet sheet(Workbook workbook, String name) {
    Worksheet sheet = workbook.newWorksheet(name);
    List<String> names = LeadColumns.NAMES;
    sheet.freezePane(2, 1);
    for (int column = 0; column < names.size(); column++) {
      sheet.width(column, WIDTHS.getOrDefault(names.get(column), USUAL_WIDTH));
      sheet.inlineString(0, column, names.get(column));
    }
    sheet.range(0, 0, 0, names.size() - 1).style().bold().fillColor("E8EDF3").set();
    return sheet;
  }

  @Override
  public void write(LeadRecord lead) {
    try {
      if (row == Worksheet.MAX_ROWS) {
        sheet.finish();
        sheet = sheet(workbook, "Leads " + ++sheets);
        row = 1;
      }
      List<Object> cells = LeadColumns.of(lead);
      for (int column = 0; column < cells.size(); column++) {
        put(column, cells.get(column));
      }
      if (++row % ROWS_IN_MEMORY == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw Target.failed(file, e);
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
    text.codePoints()
        .filter(
            c -> c >= ' ' && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff || c == '\n')
        .limit(LONGEST_CELL)
        .forEach(kept::appendCodePoint);
    return kept.length() > LONGEST_CELL ? kept.substring(0, LONGEST_CELL) : kept.toString();
  }

  @Override
  public void close() {
    try (out) {
      sheet.finish();
      workbook.finish();
    } catch (IOException e) {
      throw Target.failed(file, e);
    }
    try {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Target.failed(file, e);
    }
  }
}
