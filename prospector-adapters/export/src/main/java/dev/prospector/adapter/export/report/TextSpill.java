package dev.prospector.adapter.export.report;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Texts on disk until they are asked for, beside the report that they are for. Only the file's
 * owner can read it, and it goes with this process, however that ends.
 */
final class TextSpill implements Closeable {

  private final Path target;
  private @Nullable SeekableByteChannel channel;
  private long length;

  TextSpill(Path target) {
    this.target = target.toAbsolutePath();
  }

  /** Where a text waits. */
  record Place(long offset, int length) {}

  Place write(String text) throws IOException {
    SeekableByteChannel open = channel == null ? create() : channel;
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    Place place = new Place(length, bytes.remaining());
    open.position(length);
    while (bytes.hasRemaining()) {
      length += open.write(bytes);
    }
    return place;
  }

  String read(Place place) throws IOException {
    if (channel == null) {
      throw new IOException("nothing was written");
    }
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    channel.position(place.offset());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("what was written is not there any more");
      }
    }
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }

  /**
   * On Unix the file has no name from here on; elsewhere the system removes it with its process.
   */
  private SeekableByteChannel create() throws IOException {
    Path created =
        Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp");
    SeekableByteChannel opened =
        Files.newByteChannel(
            created,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    channel = opened;
    return opened;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
