package dev.prospector.adapter.web;

import dev.prospector.adapter.web.internal.BodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Reads the bytes of a capture. Every read opens its file anew: a channel that several threads
 * share would be closed for all of them when one is interrupted.
 */
final class CaptureReader {

  private final BodyReader bodies;

  CaptureReader(long mostBytes) {
    this.bodies = new BodyReader(mostBytes);
  }

  PageBytes read(Capture capture) throws IOException, BodyReader.Unreadable {
    if (capture.place() instanceof Capture.InFile place) {
      return fromFile(place.file(), capture.contentType());
    }
    if (capture.place() instanceof Capture.InWarc place) {
      return fromWarc(place);
    }
    throw new BodyReader.Unreadable("the archive only refers to an earlier capture");
  }

  private PageBytes fromFile(Path file, String contentType)
      throws IOException, BodyReader.Unreadable {
    Map<String, List<String>> headers =
        contentType.isEmpty() ? Map.of() : Map.of("content-type", List.of(contentType));
    try (InputStream in = Files.newInputStream(file)) {
      return new PageBytes(headers, bodies.read(in, ""));
    }
  }

  private PageBytes fromWarc(Capture.InWarc place) throws IOException, BodyReader.Unreadable {
    try (FileChannel channel = FileChannel.open(place.file())) {
      channel.position(place.offset());
      try (WarcReader reader = new WarcReader(channel)) {
        WarcRecord record =
            reader.next().orElseThrow(() -> new IOException("the file ends before the record"));
        return fromRecord(record);
      }
    } catch (RuntimeException e) {
      // The library throws these for malformed headers.
      throw new BodyReader.Unreadable("the record cannot be read: " + e.getMessage());
    }
  }

  private PageBytes fromRecord(WarcRecord record) throws IOException, BodyReader.Unreadable {
    if (record instanceof WarcResponse response) {
      HttpResponse http = response.http();
      String coding = String.join(",", http.headers().all("Content-Encoding"));
      return new PageBytes(lowerCase(http.headers()), bodies.read(http.body().stream(), coding));
    }
    String type = record.headers().first("Content-Type").orElse("");
    Map<String, List<String>> headers =
        type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type));
    return new PageBytes(headers, bodies.read(record.body().stream(), ""));
  }

  private static Map<String, List<String>> lowerCase(MessageHeaders headers) {
    Map<String, List<String>> lower = new LinkedHashMap<>();
    headers
        .map()
        .forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return lower;
  }
}
