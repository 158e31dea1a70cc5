package dev.prospector.adapter.web.live;

import dev.prospector.adapter.web.ArchiveWriter;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpUrl;
import dev.prospector.web.PageLookup;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Writes down what is asked and answered, if that is wanted. Safe for several threads. */
final class Recorder {

  private final Optional<ArchiveWriter> archive;
  private final Clock clock;

  /** Writes one record. */
  private interface Writing {
    void to(ArchiveWriter archive) throws IOException;
  }

  Recorder(Optional<ArchiveWriter> archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  /** Returns the time as precisely as an archive keeps it: a replay tells the same one. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  void request(HttpRequest request) {
    write(archive -> archive.addRequest(request.url().text(), request.headers(), now()));
  }

  void answer(Exchanged answer) {
    write(
        archive ->
            archive.add(
                answer.url().text(),
                answer.status(),
                answer.headers(),
                answer.body(),
                answer.at()));
  }

  /** Writes down that there was no answer, and returns that as the reason for no page. */
  NotRead failure(HttpUrl url, String reason) {
    write(archive -> archive.addFailure(url.text(), reason, now()));
    return new NotRead(reason);
  }

  void lookUp(PageLookup lookup) {
    write(archive -> archive.add(lookup, now()));
  }

  void known(String host, List<String> urls) {
    write(archive -> archive.addKnown(host, urls, now()));
  }

  private void write(Writing record) {
    if (archive.isEmpty()) {
      return;
    }
    try {
      record.to(archive.get());
    } catch (IOException e) {
      throw new PortException(
          "page-source", "what was read cannot be written down: " + e, RetryAdvice.never(), e);
    }
  }
}
