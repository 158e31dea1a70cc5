package dev.prospector.adapter.dbscheduler;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to become of an assignment that was worked on.
 *
 * @param key the assignment
 * @param version of its row when it was taken: with another one by now, somebody else has it
 * @param due when it is to be asked for again; empty if it is to be forgotten
 * @param putOff how often it was put off, one time after another
 * @param begun whether it was begun (a retry), and goes before new assignments
 */
record Answer(String key, long version, Optional<Instant> due, int putOff, boolean begun) {

  static Answer forget(String key, long version) {
    return new Answer(key, version, Optional.empty(), 0, false);
  }

  static Answer again(String key, long version, Instant due, int putOff) {
    return new Answer(key, version, Optional.of(due), putOff, false);
  }

  Answer ofBegun() {
    return new Answer(key, version, due, putOff, true);
  }
}
