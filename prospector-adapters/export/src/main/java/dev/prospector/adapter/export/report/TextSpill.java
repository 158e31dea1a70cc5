package dev.prospector.adapter.export.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Texts on disk until they are asked for; the file is gone after closing. */
final class TextSpill implements Closeable {

  private @Nullable Path path;
  private @Nullable RandomAccessFile file;
  private long length;

  /** Where a text waits. */
  record Place(long offset, int length) {}

  Place write(String text) throws IOException {
    RandomAccessFile target = file == null ? create() : file;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    target.seek(length);
    target.write(bytes);
    Place place = new Place(length, bytes.length);
    length += bytes.length;
    return place;
  }

  String read(Place place) throws IOException {
    if (file == null) {
      throw new IOException("nothing was written");
    }
    byte[] bytes = new byte[place.length()];
    file.seek(place.offset());
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private RandomAccessFile create() throws IOException {
    Path created = Files.createTempFile("prospector-report", ".tmp");
    path = created;
    RandomAccessFile opened = new RandomAccessFile(created.toFile(), "rw");
    file = opened;
    return opened;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
    if (path != null) {
      Files.deleteIfExists(path);
    }
  }
}
