package dev.prospector.adapter.imports.internal.row;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one list, one after another. */
public interface RowSource extends Closeable {

  /** Returns the next row, readable or not; null at the end. */
  @Nullable Row next() throws IOException;
}
