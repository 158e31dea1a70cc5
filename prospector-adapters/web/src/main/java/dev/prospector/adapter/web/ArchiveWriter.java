package dev.prospector.adapter.web;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * Writes pages into a WARC file that {@link PageArchive} can open.
 *
 * <p>Safe for several threads.
 */
public final class ArchiveWriter implements Closeable {

  private final WarcWriter writer;
  private final ReentrantLock lock = new ReentrantLock();

  private ArchiveWriter(WarcWriter writer) {
    this.writer = writer;
  }

  /**
   * Creates a file; one that is there is replaced.
   *
   * @param file compressed record by record if its name ends in {@code .gz}
   * @throws IOException if it cannot be written
   */
  public static ArchiveWriter create(Path file) throws IOException {
    Files.deleteIfExists(file);
    return new ArchiveWriter(new WarcWriter(file));
  }

  /**
   * Adds a response.
   *
   * @param url absolute, as asked for
   * @param status the HTTP status
   * @param headers as received
   * @param body as received; a content coding that the headers name is not applied here
   * @param capturedAt when it was read
   * @throws IllegalArgumentException if the address is not one
   * @throws IOException if it cannot be written
   */
  public void add(
      String url, int status, Map<String, List<String>> headers, byte[] body, Instant capturedAt)
      throws IOException {
    HttpResponse.Builder http = new HttpResponse.Builder(status, "");
    headers.forEach(
        (name, values) -> {
          if (!name.equalsIgnoreCase("content-length")
              && !name.equalsIgnoreCase("transfer-encoding")) {
            values.forEach(value -> http.addHeader(name, value));
          }
        });
    http.body(null, body);
    WarcResponse response =
        new WarcResponse.Builder(URI.create(url))
            .recordId(id(url, capturedAt))
            .date(capturedAt)
            .body(http.build())
            .build();
    lock.lock();
    try {
      writer.write(response);
    } finally {
      lock.unlock();
    }
  }

  /** The same pages give the same file: no id is drawn at random. */
  private static UUID id(String url, Instant capturedAt) {
    return UUID.nameUUIDFromBytes((url + "\n" + capturedAt).getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    writer.close();
  }
}
