package dev.prospector.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.lead.Tenant;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTest {

  @Test
  void everyKindOfEventHasANameOfItsOwn() {
    assertThat(EventTypes.all())
        .hasSameSizeAs(
            Stream.of(RunEvent.OfLead.class, RunEvent.OfRun.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .toList())
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(
            EventTypes.of(
                new RunEvent.RunPaused(
                    new RunEvent.Position(RunId.of("run"), 1, Instant.EPOCH, Tenant.DEFAULT))))
        .isEqualTo("run.paused");
  }
}
