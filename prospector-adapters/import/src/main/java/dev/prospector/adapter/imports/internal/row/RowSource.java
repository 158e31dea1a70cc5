package dev.prospector.adapter.imports.internal.row;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one list, one after another. */
public interface RowSource extends Closeable {

  /** Returns the next row, readable or not; null at the end. */
  @Nullable Row next() throws IOException;

  /** Returns where and how the list breaks off before its end; known after the last row. */
  default Optional<String> breakOff() {
    return Optional.empty();
  }
}
