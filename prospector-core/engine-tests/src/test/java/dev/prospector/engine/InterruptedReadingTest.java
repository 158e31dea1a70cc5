package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.error.InterruptedWorkException;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work that computes rather than waits ends with its step's time as well. */
class InterruptedReadingTest {

  private static final RunOptions OPTIONS =
      RunOptions.defaults().withId(RunId.of("run")).withStepTimeout(Duration.ofMillis(100));

  @Test
  void aStepOverItsTimeThatOnlyLooksAtItsInterruptionFailsByThatTimeAndIsNotTriedAgain()
      throws Exception {
    AtomicInteger tries = new AtomicInteger();
    var reading =
        Steps.first(
            input -> {
              tries.incrementAndGet();
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              throw new InterruptedWorkException("interrupted while reading a text");
            });
    Lead lead = Steps.lead("lead");
    Pipeline pipeline = Pipeline.named("only").add(reading).build();
    try (Run run =
        Prospector.builder().build().start(pipeline, List.of(lead).iterator(), OPTIONS)) {
      LeadResult result = run.results().findFirst().orElseThrow();
      assertThat(result.failure().orElseThrow().reason()).contains("the step's time");
      assertThat(tries).hasValue(1);
    }
  }
}
