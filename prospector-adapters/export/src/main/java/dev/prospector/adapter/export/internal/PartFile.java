package dev.prospector.adapter.export.internal;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is written beside its place, under its name and {@value #ENDING}, and moved there
 * when it is complete: what stood there before stays until then. Its folder is made, and a name
 * that ends in {@code .gz} compresses. Devices and pipes are written to directly.
 *
 * <p>Not safe for several threads.
 */
public final class PartFile implements Closeable {

  /** What the name of an incomplete file ends in. */
  public static final String ENDING = ".part";

  private final Path place;
  private final Path part;
  private final OutputStream out;

  private PartFile(Path place, Path part, OutputStream out) {
    this.place = place;
    this.part = part;
    this.out = out;
  }

  /**
   * Opens a file for writing, from its beginning.
   *
   * @throws PortException if it cannot be written
   */
  public static PartFile open(Path file) {
    try {
      Path place = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
      requireWritable(place);
      makeFolder(place);
      boolean direct = Files.exists(place) && !Files.isRegularFile(place);
      Path part = direct ? place : place.resolveSibling(place.getFileName() + ENDING);
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
      boolean compressed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
      return new PartFile(place, part, compressed ? new GZIPOutputStream(out, 1 << 16) : out);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /**
   * Writes to a stream instead of a file: nothing is moved, and it is closed at the end.
   *
   * @param name of the stream, for messages
   */
  public static PartFile on(OutputStream out, String name) {
    Path place = Path.of(name);
    return new PartFile(place, place, out);
  }

  /** Returns the name under which a file lies while it is incomplete. */
  public static Path partOf(Path file) {
    return file.resolveSibling(file.getFileName() + ENDING);
  }

  /** A file that cannot be written could still be replaced; a protected file must not be. */
  private static void requireWritable(Path place) throws IOException {
    if (Files.exists(place) && !Files.isWritable(place)) {
      throw new AccessDeniedException(place.toString());
    }
    if (Files.isDirectory(place)) {
      throw new IOException("it is a folder");
    }
  }

  private static void makeFolder(Path place) throws IOException {
    Path folder = place.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /** Returns where to write to. */
  public OutputStream out() {
    return out;
  }

  /**
   * Ends the writing and moves the file into its place.
   *
   * @throws IOException if either fails; what is written then stays under the name it has
   */
  public void finish() throws IOException {
    out.close();
    if (part.equals(place)) {
      return;
    }
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Ends the writing and removes what was written. */
  public void discard() {
    try {
      close();
    } catch (IOException e) {
      // What could not be written is not wanted any more.
    }
    try {
      if (!part.equals(place)) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      return;
    }
  }

  /** Ends the writing; what is there stays under its incomplete name. */
  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Returns the error of a file that cannot be written. */
  public static PortException failed(Path file, IOException cause) {
    return new PortException(
        "output", file + " cannot be written: " + cause, RetryAdvice.never(), cause);
  }
}
