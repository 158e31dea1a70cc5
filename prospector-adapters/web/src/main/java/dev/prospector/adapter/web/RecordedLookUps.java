package dev.prospector.adapter.web;

import dev.prospector.web.PageLookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The look-ups of a run that was recorded: of an address that was asked, the archive says what the
 * run was told, and not what could be made of its records.
 */
final class RecordedLookUps {

  private final Map<String, LookUpRecord> byAddress = new HashMap<>();
  private final Map<String, List<String>> known = new HashMap<>();
  private final Map<String, Capture> exchanges = new HashMap<>();

  /** Adds a response, which a look-up may have been answered with. */
  void exchange(Capture capture) {
    exchanges.put(key(capture.url(), String.valueOf(capture.capturedAt())), capture);
  }

  /** Adds a look-up; the last one of an address is what its run went on with. */
  void add(LookUpRecord record) {
    if (record.kind() == LookUpRecord.Kind.KNOWN) {
      known.put(record.asked(), record.values());
    } else if (record.kind() != LookUpRecord.Kind.UNANSWERED) {
      byAddress.put(record.asked(), record);
    }
  }

  /** Ends the filling: of an archive without a recorded run nothing is kept. */
  void complete() {
    if (byAddress.isEmpty()) {
      exchanges.clear();
    }
  }

  /** Returns the exchange that an address was answered with. */
  Optional<Capture> found(String url) {
    return Optional.ofNullable(byAddress.get(url))
        .filter(record -> record.kind() == LookUpRecord.Kind.FOUND)
        .map(record -> exchanges.get(key(record.value(0), record.value(1))));
  }

  /** Returns that an address was not read, and why. */
  Optional<PageLookup> without(String url) {
    return Optional.ofNullable(byAddress.get(url))
        .filter(record -> record.kind() != LookUpRecord.Kind.FOUND)
        .map(
            record ->
                record.kind() == LookUpRecord.Kind.ABSENT
                    ? new PageLookup.Absent(url, record.value(0))
                    : new PageLookup.Failed(url, record.value(0)));
  }

  Optional<List<String>> known(String host) {
    return Optional.ofNullable(known.get(host));
  }

  private static String key(String url, String at) {
    return at + " " + url;
  }
}
