package dev.prospector.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventTypesTest {

  @Test
  void everyKindOfEventHasANameOfItsOwn() {
    assertThat(EventTypes.all())
        .hasSameSizeAs(Arrays.asList(RunEvent.class.getPermittedSubclasses()))
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(
            EventTypes.of(
                new RunEvent.RunPaused(new RunEvent.Position(RunId.of("run"), 1, Instant.EPOCH))))
        .isEqualTo("run.paused");
  }
}
