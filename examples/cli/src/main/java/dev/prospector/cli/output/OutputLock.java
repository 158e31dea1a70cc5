package dev.prospector.cli.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that of all processes of this machine only one writes to a run's files. It lies in the
 * folder for temporary files, and ends with its process, however that ends.
 */
public final class OutputLock implements AutoCloseable {

  private final @Nullable FileChannel channel;

  private OutputLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /** Returns the lock; empty if another process has it. */
  public static Optional<OutputLock> of(Outputs outputs) {
    List<Path> files = outputs.all();
    return files.isEmpty() ? Optional.of(new OutputLock(null)) : of(files.get(0));
  }

  private static Optional<OutputLock> of(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(
              place(file),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      if (isLocked(channel)) {
        return Optional.of(new OutputLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      // Where no file can be locked, nobody is kept from writing.
      return Optional.of(new OutputLock(null));
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Path place(Path file) {
    String whose = System.getProperty("user.name", "") + "\n" + file.toAbsolutePath().normalize();
    UUID name = UUID.nameUUIDFromBytes(whose.getBytes(StandardCharsets.UTF_8));
    return Path.of(System.getProperty("java.io.tmpdir"), "prospector-" + name + ".lock");
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // The lock ends with the process at the latest.
        return;
      }
    }
  }
}
