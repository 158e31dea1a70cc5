package dev.prospector.adapter.export.read;

import java.nio.file.Path;

/** Takes the rows that did not become leads, in the order of the file. */
@FunctionalInterface
public interface Rejections extends AutoCloseable {

  /** Takes one row. */
  void add(RejectedRow row);

  /** Ends the list; does nothing unless overridden. */
  @Override
  default void close() {}

  /**
   * Returns rejections that are written as CSV with the columns {@code line, column, value,
   * reason}. The file is created with the first row, so that there is none when nothing was
   * rejected; a file of that name from an earlier run is deleted.
   */
  static Rejections file(Path file) {
    return new RejectedRowsFile(file);
  }
}
