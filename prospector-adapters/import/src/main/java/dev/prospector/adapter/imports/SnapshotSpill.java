package dev.prospector.adapter.imports;

import dev.prospector.evidence.Snapshot;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Snapshots on disk until they are asked for; the file is gone after closing. */
final class SnapshotSpill implements Closeable {

  private @Nullable Path file;
  private @Nullable DataOutputStream out;
  private @Nullable RandomAccessFile in;
  private long length;

  /** Returns the place from which these can be read. */
  long write(List<Snapshot> snapshots) throws IOException {
    DataOutputStream target = out == null ? create() : out;
    long place = length;
    target.writeInt(snapshots.size());
    length += 4;
    for (Snapshot snapshot : snapshots) {
      writeText(target, snapshot.kind().name());
      writeText(target, snapshot.address());
      writeText(target, snapshot.text());
      writeText(target, snapshot.capturedAt().map(Instant::toString).orElse(""));
    }
    return place;
  }

  private void writeText(DataOutputStream target, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    target.writeInt(bytes.length);
    target.write(bytes);
    length += 4 + bytes.length;
  }

  private DataOutputStream create() throws IOException {
    Path created = Files.createTempFile("prospector-rows", ".tmp");
    file = created;
    DataOutputStream stream =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(created), 1 << 16));
    out = stream;
    return stream;
  }

  List<Snapshot> read(long place) throws IOException {
    RandomAccessFile source = in == null ? open() : in;
    source.seek(place);
    DataInputStream data =
        new DataInputStream(
            new java.io.BufferedInputStream(Channels.newInputStream(source.getChannel())));
    int count = data.readInt();
    List<Snapshot> snapshots = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean row = readText(data).equals(Snapshot.Kind.ROW.name());
      String address = readText(data);
      String text = readText(data);
      String time = readText(data);
      Snapshot snapshot = row ? Snapshot.row(address, text) : Snapshot.page(address, text);
      snapshots.add(time.isEmpty() ? snapshot : snapshot.capturedAt(Instant.parse(time)));
    }
    return snapshots;
  }

  private RandomAccessFile open() throws IOException {
    if (out == null || file == null) {
      throw new IOException("nothing was written");
    }
    out.flush();
    RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r");
    in = opened;
    return opened;
  }

  private static String readText(DataInputStream data) throws IOException {
    return new String(data.readNBytes(data.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
    if (out != null) {
      out.close();
    }
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
