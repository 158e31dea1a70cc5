package dev.prospector.benchmark.flush;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks in the record of a program with one writer whether each acknowledgement came after a flush:
 * since the one before, the log was written, and flushed after that.
 *
 * @param acknowledged how many there were
 * @param early those that came before it
 */
record Ordering(int acknowledged, List<String> early) {

  /** What happened to the log since something was said. */
  private static final class Log {
    private int first = -1;
    private int last = -1;
    private boolean flushed;

    void written(int index) {
      first = first < 0 ? index : first;
      last = index;
    }
  }

  /**
   * Looks.
   *
   * @param alone whether nobody else writes the log, so that the flush has to follow the last write
   *     rather than the first
   */
  static Ordering of(List<Event> events, Predicate<String> log, boolean alone) {
    List<String> early = new ArrayList<>();
    int acknowledged = 0;
    Log since = new Log();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (event instanceof Event.Written write && log.test(write.file())) {
        since.written(i);
        since.flushed &= !alone;
      } else if (event instanceof Event.Flushed flush && log.test(flush.file())) {
        // Only what had ended when the flush was asked for is covered by it.
        int written = alone ? since.last : since.first;
        since.flushed |= written >= 0 && written < flush.before();
      } else if (event instanceof Event.Told word) {
        if (!word.line().equals(WriteRecords.OPENED)) {
          acknowledged++;
          if (!since.flushed) {
            early.add(word.line().strip());
          }
        }
        since = new Log();
      }
    }
    return new Ordering(acknowledged, early);
  }
}
