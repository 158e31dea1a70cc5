package dev.prospector.cli.run;

import dev.prospector.adapter.web.ArchiveWriter;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An archive that is written beside its place, and moved there once its run is over. */
final class RecordedPages implements AutoCloseable {

  private final Path file;
  private final Path part;
  private final ArchiveWriter writer;

  private RecordedPages(Path file, Path part, ArchiveWriter writer) {
    this.file = file;
    this.part = part;
    this.writer = writer;
  }

  static RecordedPages begin(Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return new RecordedPages(file, part, ArchiveWriter.create(part));
    } catch (IOException e) {
      throw new InputException("--record " + file + " cannot be written: " + e, e);
    }
  }

  ArchiveWriter writer() {
    return writer;
  }

  void finish() {
    try {
      writer.close();
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new PortException(
          "record", "--record " + file + " cannot be ended: " + e, RetryAdvice.never(), e);
    }
  }

  /** Ends the writing; what is there stays under the name of what is not complete. */
  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      return; // It is incomplete, and its name says so.
    }
  }
}
