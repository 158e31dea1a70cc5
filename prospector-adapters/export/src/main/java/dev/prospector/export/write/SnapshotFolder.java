package dev.prospector.export.write;

import dev.prospector.evidence.Snapshot;
import dev.prospector.export.record.LeadRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
      throw Target.failed(folder, e);
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

  /** A text appears under its name only when it is whole. */
  private void keep(Snapshot snapshot) {
    Path file = folder.resolve(snapshot.id().sha256() + ".txt");
    if (Files.exists(file)) {
      return;
    }
    try {
      Path part = Files.createTempFile(folder, "text", ".part");
      try {
        Files.write(part, snapshot.text().getBytes(StandardCharsets.UTF_8));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw Target.failed(file, e);
    }
  }

  @Override
  public void close() {}
}
