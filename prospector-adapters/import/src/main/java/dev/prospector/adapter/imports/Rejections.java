package dev.prospector.adapter.imports;

/** Takes the rows that did not become leads, in the order of the file. */
@FunctionalInterface
public interface Rejections extends AutoCloseable {

  /** Takes one row. */
  void add(RejectedRow row);

  /** Ends the list; does nothing unless overridden. */
  @Override
  default void close() {}
}
