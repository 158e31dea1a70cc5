package dev.prospector.adapter.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A list that came as a stream, in a folder of its own that only this user can read.
 *
 * @param file where it lies, under the name that its sender gave it
 */
record ReceivedFile(Path file) {

  private static final int LONGEST_NAME = 100;

  /** Returns what of a name can be the name of a file, whatever the sender wrote. */
  static String nameOf(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    StringBuilder name = new StringBuilder();
    last.codePoints()
        .limit(LONGEST_NAME)
        .map(c -> Character.isLetterOrDigit(c) || "._- ".indexOf(c) >= 0 ? c : '_')
        .forEach(name::appendCodePoint);
    String plain = name.toString().strip();
    return plain.isEmpty() || plain.chars().allMatch(c -> c == '.') ? "list" : plain;
  }

  /** Reads a stream to its end. */
  static ReceivedFile keep(InputStream list, String name) throws IOException {
    Path folder = Files.createTempDirectory("prospector-list-");
    ReceivedFile received = new ReceivedFile(folder.resolve(name));
    try {
      Files.copy(list, received.file);
      return received;
    } catch (IOException | RuntimeException e) {
      received.close();
      throw e;
    }
  }

  /** Removes it; may be called again. */
  void close() throws IOException {
    Files.deleteIfExists(file);
    Path folder = file.getParent();
    if (folder != null) {
      Files.deleteIfExists(folder);
    }
  }
}
