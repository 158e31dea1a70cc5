package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Leads that are found one by one are worked on as they are found. */
@Timeout(60)
class LeadsLookedForTest {

  private static final int LEADS = 20;
  private static final RunId ID = RunId.of("run");
  private static final RunOptions OPTIONS = RunOptions.defaults().withId(ID);

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
            .start(pipeline, found, OPTIONS)) {
      assertThat(run.results().map(LeadResult::status))
          .hasSize(LEADS)
          .containsOnly(LeadStatus.ENRICHED);
    }
  }

  @Test
  void closeInterruptsAListThatWaitsAndAStoredRunGoesOnWhenItIsGivenAgain() throws Exception {
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    CountDownLatch waits = new CountDownLatch(1);
    Prospector first = Prospector.builder().runs(runs).build();
    first.start(named(), waiting(waits), OPTIONS);
    waits.await();
    first.close(Duration.ZERO);

    assertThat(runs.find(Tenant.DEFAULT, ID).orElseThrow().state()).isEqualTo(RunState.RUNNING);
    try (Prospector next = Prospector.builder().runs(runs.another()).build();
        Run again = next.start(named(), Steps.leads(LEADS).iterator(), OPTIONS)) {
      assertThat(again.await().leads().enriched()).isEqualTo(LEADS);
    }
  }

  @Test
  void closeInterruptsAListThatWaitsOfARunThatIsNotStored() throws Exception {
    CountDownLatch waits = new CountDownLatch(1);
    Prospector prospector = Prospector.builder().build();
    Run run = prospector.start(named(), waiting(waits), OPTIONS);
    waits.await();
    prospector.close(Duration.ZERO);

    assertThat(run.state()).isEqualTo(RunState.STOPPED);
    assertThat(run.results()).hasSizeLessThanOrEqualTo(1);
  }

  /** Hands out one lead, and then waits for others until it is interrupted. */
  private static Iterator<Lead> waiting(CountDownLatch waits) {
    return IntStream.range(0, LEADS)
        .mapToObj(
            n -> {
              if (n == 1) {
                waits.countDown();
              }
              return found(n, new CountDownLatch(n));
            })
        .iterator();
  }

  private static Pipeline named() {
    return Pipeline.named("only").add(Steps.first(Steps::name)).build();
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
