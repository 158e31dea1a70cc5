package dev.prospector.benchmark.flush;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderingTest {

  private static final String LOG = "log";

  private final List<Event> events = new ArrayList<>();

  @Test
  void anAcknowledgementHasToFollowTheFlushOfWhatWasWritten() {
    write();
    flush();
    say(0);
    write();
    say(1);
    flush();
    say(2);

    assertThat(early(true)).containsExactly("STEP 1", "STEP 2");
  }

  @Test
  void aFlushThatWasAskedForBeforeTheWriteEndedDoesNotCount() {
    write();
    events.add(new Event.Flushed(LOG, 0));
    say(0);

    assertThat(early(true)).containsExactly("STEP 0");
  }

  @Test
  void whereOthersWriteTooAFlushOfTheFirstWriteCounts() {
    write();
    flush();
    write();
    say(0);

    assertThat(early(true)).containsExactly("STEP 0");
    assertThat(early(false)).isEmpty();
  }

  private List<String> early(boolean alone) {
    return Ordering.of(events, LOG::equals, alone).early();
  }

  private void write() {
    events.add(new Event.Written(LOG, 0, new byte[1], 1));
  }

  private void flush() {
    events.add(new Event.Flushed(LOG, events.size()));
  }

  private void say(int number) {
    events.add(new Event.Told(new Acknowledged(Acknowledged.Kind.STEP, number).line()));
  }
}
