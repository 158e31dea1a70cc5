package dev.prospector.adapter.store.internal.archive;

import dev.prospector.adapter.store.internal.database.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of events as JSON lines. It bears its name once it is whole and on the disk. */
final class ArchiveFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFile.class);

  private final Path folder;
  private final LocalDate week;
  private final Path part;
  private final FileChannel channel;
  private final Writer lines;

  ArchiveFile(Path folder, LocalDate week) throws IOException {
    this.folder = folder;
    this.week = week;
    this.part = Files.createTempFile(folder, "prospector-events-" + week, ".part");
    this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
    this.lines =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Channels.newOutputStream(channel)), StandardCharsets.UTF_8));
  }

  void add(String tenant, String event) throws IOException {
    lines.write("{\"tenant\":" + Json.text(tenant) + ",\"event\":" + event + "}\n");
  }

  /** Ends the file, and returns it. No other one is ever replaced. */
  Path finish() throws IOException {
    lines.close();
    try (FileChannel whole = FileChannel.open(part, StandardOpenOption.WRITE)) {
      whole.force(true);
    }
    for (int i = 1; ; i++) {
      String again = i == 1 ? "" : "-" + i;
      Path file = folder.resolve("prospector-events-" + week + again + ".jsonl.gz");
      try {
        Files.move(part, file);
        flushFolder();
        return file;
      } catch (FileAlreadyExistsException e) {
        continue; // An earlier archive of runs that began in the same week.
      }
    }
  }

  /** So that the name survives a power cut too; not every system can. */
  private void flushFolder() {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      LOG.debug("The folder of an archive cannot be flushed", e);
    }
  }

  /** Removes what was not finished. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
