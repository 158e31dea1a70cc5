package dev.prospector.adapter.imports;

import dev.prospector.adapter.imports.internal.row.Row;
import dev.prospector.evidence.Snapshot;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows on disk until they are asked for. Only the file's owner can read it, and it goes with this
 * process, however that ends.
 */
final class RowSpill implements Closeable {

  private @Nullable SeekableByteChannel channel;
  private @Nullable DataOutputStream out;
  private long length;

  /** Returns the place from which this row can be read. */
  long write(Row row) throws IOException {
    DataOutputStream target = out == null ? create() : out;
    long place = length;
    writeText(target, String.valueOf(row.number()));
    writeText(target, String.valueOf(row.line()));
    writeNumber(target, row.columns().size());
    for (String column : row.columns()) {
      writeText(target, column);
      writeText(target, row.cells().getOrDefault(column, ""));
    }
    writeNumber(target, row.pages().size());
    for (Snapshot page : row.pages()) {
      writeText(target, page.address());
      writeText(target, page.text());
      writeText(target, page.capturedAt().map(Instant::toString).orElse(""));
    }
    return place;
  }

  private void writeNumber(DataOutputStream target, int number) throws IOException {
    target.writeInt(number);
    length += Integer.BYTES;
  }

  private void writeText(DataOutputStream target, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(target, bytes.length);
    target.write(bytes);
    length += bytes.length;
  }

  /**
   * On Unix the file has no name from here on; elsewhere the system removes it with its process.
   */
  private DataOutputStream create() throws IOException {
    SeekableByteChannel opened =
        Files.newByteChannel(
            Files.createTempFile("prospector-rows", ".tmp"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    channel = opened;
    DataOutputStream stream =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(opened), 1 << 16));
    out = stream;
    return stream;
  }

  Row read(long place) throws IOException {
    if (out == null || channel == null) {
      throw new IOException("nothing was written");
    }
    out.flush();
    channel.position(place);
    DataInputStream data =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
    long number = Long.parseLong(readText(data));
    long line = Long.parseLong(readText(data));
    List<String> columns = new ArrayList<>();
    Map<String, String> cells = new LinkedHashMap<>();
    for (int left = data.readInt(); left > 0; left--) {
      String column = readText(data);
      columns.add(column);
      String value = readText(data);
      if (!value.isEmpty()) {
        cells.put(column, value);
      }
    }
    return new Row(number, line, columns, cells, pages(data), null);
  }

  private static List<Snapshot> pages(DataInputStream data) throws IOException {
    List<Snapshot> pages = new ArrayList<>();
    for (int left = data.readInt(); left > 0; left--) {
      Snapshot page = Snapshot.page(readText(data), readText(data));
      String time = readText(data);
      pages.add(time.isEmpty() ? page : page.capturedAt(Instant.parse(time)));
    }
    return pages;
  }

  private static String readText(DataInputStream data) throws IOException {
    return new String(data.readNBytes(data.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
