package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.time.Clock;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Leads that are found one by one are worked on as they are found. */
class LeadsLookedForTest {

  private static final int LEADS = 20;

  /** Each next lead is found only when somebody worked on the one before. */
  @Test
  void theFirstLeadsOfAStoredRunAreWorkedOnWhileTheOthersAreStillLookedFor() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch third = new CountDownLatch(3);
    Pipeline pipeline =
        Pipeline.named("only")
            .add(
                Steps.first(
                    input -> {
                      first.countDown();
                      third.countDown();
                      return Steps.name(input);
                    }))
            .build();
    Iterator<Lead> found =
        IntStream.range(0, LEADS)
            .mapToObj(n -> found(n, n == 1 ? first : n == 3 ? third : new CountDownLatch(0)))
            .iterator();
    try (Run run =
        Prospector.builder()
            .runs(new InMemoryRunStore(Clock.systemUTC()))
            .build()
            .start(pipeline, found, RunOptions.defaults().withId(RunId.of("run")))) {
      assertThat(run.results().map(LeadResult::status))
          .hasSize(LEADS)
          .containsOnly(LeadStatus.ENRICHED);
    }
  }

  private static Lead found(int n, CountDownLatch after) {
    try {
      after.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody works on what was found", e);
    }
    return Steps.lead("lead-" + n);
  }
}
