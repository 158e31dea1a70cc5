package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.internal.PartFile;
import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.evidence.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the texts that quotes point into: each as {@code <sha256>.txt} in UTF-8, once. Several runs
 * can share a folder, also at the same time.
 */
public final class SnapshotFolder implements LeadWriter {

  private final Path folder;

  private SnapshotFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw PartFile.failed(folder, e);
    }
  }

  /** Returns a writer to a folder, which is made if need be. */
  public static SnapshotFolder at(Path folder) {
    return new SnapshotFolder(folder);
  }

  @Override
  public void write(LeadRecord lead) {
    for (Snapshot snapshot : lead.result().snapshots()) {
      keep(snapshot);
    }
  }

  private void keep(Snapshot snapshot) {
    Path file = folder.resolve(snapshot.id().sha256() + ".txt");
    if (Files.exists(file)) {
      return;
    }
    try {
      write(file, snapshot.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }

  /**
   * A text appears under its name only when it is whole. Parts of it that others began are of no
   * use then: they died, or will find that it is there.
   */
  private static void write(Path file, byte[] text) throws IOException {
    int others = 0;
    while (!begins(part(file, others), text)) {
      others++;
    }
    finish(part(file, others), file);
    for (int i = 0; i < others; i++) {
      Files.deleteIfExists(part(file, i));
    }
  }

  private static Path part(Path file, int number) {
    return file.resolveSibling(file.getFileName() + "." + number + ".part");
  }

  private static boolean begins(Path part, byte[] text) throws IOException {
    try {
      Files.write(part, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private static void finish(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      if (!Files.exists(file)) {
        throw e;
      }
    }
  }

  /** Each text is complete since it was written. */
  @Override
  public void finish() {}

  @Override
  public void close() {}
}
