package dev.prospector.cli.output;

import dev.prospector.error.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that of all processes only one writes to a file: each has a lock beside it, {@code
 * .NAME.lock}, which is removed at the end. The system frees it when its process ends, however that
 * ends; the empty file is then removed by the next one.
 */
public final class OutputLock implements AutoCloseable {

  private static final int ATTEMPTS = 100;

  private final List<Held> held;

  private record Held(Path path, FileChannel channel) {}

  private OutputLock(List<Held> held) {
    this.held = held;
  }

  /**
   * Returns the lock of all files, whose folders are made.
   *
   * @throws InputException if another process writes to one of them, or a folder cannot be used
   */
  public static OutputLock take(List<Path> files) {
    return find(files)
        .orElseThrow(
            () -> new InputException("another process writes to " + files + ": wait for its end"));
  }

  /**
   * Returns the lock of all files; empty if another process has one of them.
   *
   * @throws InputException if a folder cannot be made or written to
   */
  public static Optional<OutputLock> find(List<Path> files) {
    OutputLock lock = new OutputLock(new ArrayList<>());
    for (Path file : files) {
      if (!lock.add(file)) {
        lock.close();
        return Optional.empty();
      }
    }
    return Optional.of(lock);
  }

  private boolean add(Path file) {
    boolean device = Files.exists(file) && !Files.isRegularFile(file);
    if (device) {
      return true;
    }
    try {
      Optional<Held> one = lock(file.toAbsolutePath());
      one.ifPresent(held::add);
      return one.isPresent();
    } catch (IOException e) {
      close();
      throw new InputException(file + " cannot be written: " + e, e);
    }
  }

  private static Optional<Held> lock(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path path = file.resolveSibling("." + file.getFileName() + ".lock");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FileChannel channel = open(path);
      Object opened = key(path);
      if (!isLocked(channel)) {
        channel.close();
        return Optional.empty();
      }
      if (opened == null || opened.equals(key(path))) {
        return Optional.of(new Held(path, channel));
      }
      // Its holder removed it between our opening and locking: it locks nothing any more.
      channel.close();
    }
    return Optional.empty();
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  private static @Nullable Object key(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return "removed";
    }
  }

  private static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // Where files cannot be locked, writing is not prevented.
      return true;
    }
  }

  @Override
  public void close() {
    for (Held one : held) {
      try (FileChannel channel = one.channel()) {
        Files.deleteIfExists(one.path());
      } catch (IOException e) {
        // The lock ends with the process at the latest.
        continue;
      }
    }
    held.clear();
  }
}
