package dev.prospector.adapter.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/** Lists what a WARC file holds; a record that is wrong becomes a problem. */
final class WarcIndex {

  private final Path file;
  private final ArchiveContents contents;

  WarcIndex(Path file, ArchiveContents contents) {
    this.file = file;
    this.contents = contents;
  }

  void read() throws IOException {
    contents.hash().add(String.valueOf(file.getFileName())).addEnds(file);
    long position = 0;
    try (WarcReader reader = new WarcReader(file)) {
      Optional<WarcRecord> record = reader.next();
      while (record.isPresent()) {
        position = reader.position();
        list(record.get(), position);
        record = reader.next();
      }
    } catch (IOException e) {
      contents.problem(file, position, "the rest cannot be read: " + e.getMessage());
    }
  }

  private void list(WarcRecord record, long offset) {
    if (!(record instanceof WarcTargetRecord target)) {
      return;
    }
    try {
      Optional<Capture> capture = capture(target, offset);
      if (capture.isPresent() && isWeb(target.target())) {
        contents.add(capture.get());
      }
    } catch (IOException | RuntimeException e) {
      // The library throws both for malformed headers; the next record may be whole.
      contents.problem(file, offset, "the record cannot be read: " + e.getMessage());
    }
  }

  private Optional<Capture> capture(WarcTargetRecord record, long offset) throws IOException {
    Capture.InWarc here = new Capture.InWarc(file, offset);
    if (record instanceof WarcResponse response) {
      HttpResponse http = response.http();
      return Optional.of(capture(record, http.status(), type(http), here));
    }
    if (record instanceof WarcResource) {
      String type = record.headers().first("Content-Type").orElse("");
      return Optional.of(capture(record, 200, type, here));
    }
    if (record instanceof WarcRevisit revisit) {
      return revisit
          .refersToTargetURI()
          .map(t -> capture(record, 0, "", new Capture.Elsewhere(t.toString())));
    }
    return Optional.empty();
  }

  private static Capture capture(
      WarcTargetRecord record, int status, String type, Capture.Place place) {
    String url = record.target();
    return new Capture(url, url, status, type, date(record), place);
  }

  private static String type(HttpResponse http) {
    return http.headers().first("Content-Type").orElse("");
  }

  private static @Nullable Instant date(WarcRecord record) {
    try {
      return record.date();
    } catch (RuntimeException e) {
      return null; // Missing or malformed: a page is worth more than its date.
    }
  }

  private static boolean isWeb(String target) {
    return target.regionMatches(true, 0, "http://", 0, 7)
        || target.regionMatches(true, 0, "https://", 0, 8);
  }
}
