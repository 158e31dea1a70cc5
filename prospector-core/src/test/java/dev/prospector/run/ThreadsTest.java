package dev.prospector.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadsTest {

  /** Two requests to a host are never closer than its delay, however little is missing. */
  @Test
  void noSleepIsShorterThanWasAskedFor() throws InterruptedException {
    Threads threads = Threads.platform();
    for (long nanos : List.of(1L, 999_999L, 1_000_001L, 1_900_000L, 2_999_999L)) {
      long start = threads.nanoTime();
      threads.sleep(Duration.ofNanos(nanos));
      assertThat(threads.nanoTime() - start).isGreaterThanOrEqualTo(nanos);
    }
  }
}
