package dev.prospector.cli.output;

import dev.prospector.adapter.export.write.RejectedRowsWriter;
import dev.prospector.adapter.imports.RejectedRow;
import dev.prospector.adapter.imports.Rejections;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows that are no leads: the first few are told, all are written where there is a file. */
public final class RejectedRows implements Rejections {

  private static final int TOLD = 3;

  private final Optional<Path> file;
  private final Optional<RejectedRowsWriter> written;
  private final List<String> told = new ArrayList<>();
  private long count;

  private RejectedRows(Optional<Path> file) {
    this.file = file;
    this.written = file.map(RejectedRowsWriter::to);
  }

  public static RejectedRows in(Path file) {
    return new RejectedRows(Optional.of(file));
  }

  public static RejectedRows toldOnly() {
    return new RejectedRows(Optional.empty());
  }

  @Override
  public void add(RejectedRow row) {
    written.ifPresent(w -> w.add(row.line(), row.column(), row.value(), row.reason()));
    count++;
    if (told.size() < TOLD) {
      String column = row.column().isEmpty() ? "" : ", column " + row.column();
      told.add("  line " + row.line() + column + ": " + row.reason());
    }
  }

  /** Says that the list was read: its rejected rows take the place of those of an earlier run. */
  public void finish() {
    written.ifPresent(RejectedRowsWriter::finish);
  }

  public void print(PrintStream err) {
    if (count == 0) {
      return;
    }
    String where = file.map(path -> ", see " + path).orElse("");
    err.println((count == 1 ? "1 row is no lead" : count + " rows are no leads") + where);
    told.forEach(err::println);
    if (count > told.size()) {
      err.println("  and " + (count - told.size()) + " more");
    }
  }

  @Override
  public void close() {
    written.ifPresent(RejectedRowsWriter::close);
  }
}
