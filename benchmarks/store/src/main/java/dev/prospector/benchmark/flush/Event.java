package dev.prospector.benchmark.flush;

/** What a program did with files, in the order in which the system saw it. */
sealed interface Event {

  /**
   * Bytes were handed to the system.
   *
   * @param bytes all of them, or the first if no more were recorded
   * @param length how many there were
   */
  record Written(String file, long offset, byte[] bytes, int length) implements Event {}

  /** A file was made, as far as its folder knows. */
  record Made(String file) implements Event {}

  /** A file was removed, as far as its folder knows. */
  record Removed(String file) implements Event {}

  /** A file was cut or lengthened. */
  record Cut(String file, long length) implements Event {}

  /**
   * The system said that a file, or the names in a folder, are on the disk.
   *
   * @param before the number of events that had ended when that was asked for: only those are
   */
  record Flushed(String file, int before) implements Event {}

  /** The program began to say something. */
  record Told(String line) implements Event {}
}
