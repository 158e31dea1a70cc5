package dev.prospector.adapter.web;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/** Lists what a WARC file holds; a record that is wrong becomes a problem. */
final class WarcIndex {

  /** So many searches for the next whole record are made in one file. */
  private static final int MOST_TRIES = 1_000;

  private final Path file;
  private final ArchiveContents contents;

  /** The last record read, whose length is known to be right once the one behind it begins. */
  private @Nullable Capture pending;

  private long position;
  private String damage = "";

  WarcIndex(Path file, ArchiveContents contents) {
    this.file = file;
    this.contents = contents;
  }

  void read() throws IOException {
    contents.hash().add(String.valueOf(file.getFileName())).addEnds(file);
    boolean compressed = RecordSearch.isCompressed(file);
    long from = 0;
    for (int tries = 0; from >= 0 && tries < MOST_TRIES; tries++) {
      from = readFrom(from) ? -1 : RecordSearch.after(file, position, compressed);
    }
    if (from >= 0) {
      contents.problem(file, from, "the rest is not read: too many records are damaged");
    }
    end();
  }

  /** Reads up to the end or to a record that is damaged, and says whether it was the end. */
  private boolean readFrom(long start) {
    boolean first = true;
    try (FileChannel channel = FileChannel.open(file).position(start);
        WarcReader reader = new WarcReader(channel)) {
      Optional<WarcRecord> record = reader.next();
      while (record.isPresent()) {
        follow(first);
        first = false;
        position = reader.position();
        list(record.get(), position);
        record = reader.next();
      }
      return true;
    } catch (IOException | RuntimeException e) {
      // The library throws both: such as for a length that is no number, or too large for a long.
      keepPending(first, start);
      damage = String.valueOf(e.getMessage());
      return false;
    }
  }

  /** A whole record where the last one ended keeps that; elsewhere the last one was damaged. */
  private void follow(boolean first) {
    if (first && pending != null) {
      contents.problem(file, position, "the record is damaged: " + damage);
      pending = null;
    }
    end();
  }

  /** What cannot be read right behind the last record is itself what is damaged. */
  private void keepPending(boolean first, long start) {
    if (first) {
      contents.problem(file, start, "the record is damaged: " + damage);
      end();
      position = start;
    }
  }

  private void end() {
    if (pending != null) {
      contents.add(pending);
      contents.lookUps().exchange(pending);
      pending = null;
    }
  }

  private void list(WarcRecord record, long offset) {
    if (record instanceof WarcMetadata metadata) {
      lookUp(metadata, offset);
      return;
    }
    if (!(record instanceof WarcTargetRecord target)) {
      return;
    }
    try {
      pending = capture(target, offset).filter(c -> isWeb(target.target())).orElse(null);
    } catch (IOException | RuntimeException e) {
      // The library throws both for malformed headers; the next record may be whole.
      contents.problem(file, offset, "the record cannot be read: " + e.getMessage());
    }
  }

  private void lookUp(WarcMetadata metadata, long offset) {
    try {
      LookUpRecord.in(metadata.fields()).ifPresent(contents.lookUps()::add);
    } catch (IOException | RuntimeException e) {
      // The library throws both; somebody else's metadata is not ours to understand.
      contents.problem(file, offset, "the metadata cannot be read: " + e.getMessage());
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
