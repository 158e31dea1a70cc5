package dev.prospector.adapter.web;

import dev.prospector.web.PageLookup;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
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
   * @param file compressed record by record if its name ends in {@code .gz} or {@code .gz.part}
   * @throws IOException if it cannot be written
   */
  public static ArchiveWriter create(Path file) throws IOException {
    Files.deleteIfExists(file);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean compressed = name.endsWith(".gz") || name.endsWith(".gz.part");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    return new ArchiveWriter(
        new WarcWriter(channel, compressed ? WarcCompression.GZIP : WarcCompression.NONE));
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
    write(response);
  }

  /**
   * Adds what was sent.
   *
   * @param headers by name
   * @param sentAt when it was sent
   * @throws IOException if it cannot be written
   */
  public void addRequest(String url, Map<String, String> headers, Instant sentAt)
      throws IOException {
    URI target = URI.create(url);
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    HttpRequest.Builder http = new HttpRequest.Builder("GET", target.getRawPath() + query);
    http.addHeader("Host", target.getRawAuthority());
    headers.forEach(http::addHeader);
    write(
        new WarcRequest.Builder(target)
            .recordId(id("request " + url, sentAt))
            .date(sentAt)
            .body(http.build())
            .build());
  }

  /**
   * Adds that an address did not answer.
   *
   * @param reason one sentence
   * @throws IOException if it cannot be written
   */
  public void addFailure(String url, String reason, Instant at) throws IOException {
    write(LookUpRecord.failure(url, reason).record(at));
  }

  /**
   * Adds what came of a look-up, so that {@link PageArchive} says the same of its address.
   *
   * @throws IOException if it cannot be written
   */
  public void add(PageLookup lookup, Instant at) throws IOException {
    write(LookUpRecord.of(lookup).record(at));
  }

  /**
   * Adds which addresses of a host are known, so that {@link PageArchive} knows the same.
   *
   * @throws IOException if it cannot be written
   */
  public void addKnown(String host, List<String> urls, Instant at) throws IOException {
    write(LookUpRecord.known(host, urls).record(at));
  }

  private void write(WarcRecord record) throws IOException {
    lock.lock();
    try {
      writer.write(record);
    } finally {
      lock.unlock();
    }
  }

  /** The same pages give the same file: no id is drawn at random. */
  static UUID id(String url, Instant capturedAt) {
    return UUID.nameUUIDFromBytes((url + "\n" + capturedAt).getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    writer.close();
  }
}
