package dev.prospector.benchmark.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same as the commands, small; only where system calls can be recorded. */
class FlushTest {

  private static final int RECORDS = 20;
  private static final int CUTS = Integer.getInteger("prospector.cuts", 40);

  @TempDir private Path temporary;

  @BeforeAll
  static void requireStrace() {
    assumeTrue(Recording.isPossible(), "strace is missing, or not allowed to trace here");
  }

  @Test
  void everyAcknowledgementComesAfterTheFlush() throws Exception {
    List<Event> events = Flush.recorded(temporary.toRealPath(), RECORDS, 1);
    Ordering ordering = Ordering.of(events, file -> file.endsWith("-wal"), true);

    assertThat(ordering.acknowledged()).isEqualTo(3 * RECORDS);
    assertThat(ordering.early()).isEmpty();
  }

  @Test
  void whateverADiskForgetsNothingAcknowledgedIsMissing() throws Exception {
    Path folder = temporary.toRealPath();
    List<Event> events = Flush.recorded(folder, RECORDS, 4);

    PowerCuts.Outcome honest = new PowerCuts(events, folder, true).run(CUTS);
    assertThat(honest.losses()).isEmpty();
    assertThat(honest.acknowledged()).isGreaterThan(CUTS);
    assertThat(honest.unflushed()).isPositive();
    assertThat(new PowerCuts(events, folder, false).run(10).losses()).isNotEmpty();
  }
}
