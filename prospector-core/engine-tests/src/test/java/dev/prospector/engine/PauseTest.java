package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a pause does to work that has begun. */
@Timeout(60)
class PauseTest {

  private static final int LEADS = 8;

  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final ClockedThreads threads = new ClockedThreads();
  private final Prospector prospector = Prospector.builder().threads(threads).build();

  @Test
  void aStepThatWaitsForItsTurnDoesNotBeginInAPause() throws Exception {
    CompletableFuture<Run> running = new CompletableFuture<>();
    CountDownLatch inPause = new CountDownLatch(1);
    Steps.Work<Steps.First> work =
        input -> {
          if (running.join().state() == RunState.PAUSED) {
            inPause.countDown();
          }
          began.countDown();
          goOn.await();
          return Steps.name(input);
        };
    AgentSpec<Steps.First> spec =
        AgentSpec.writing(Steps.First.KEY).readingLead().using(Resource.PAGES);
    Pipeline pipeline = Pipeline.named("in turn").add(Steps.agent(spec, work)).build();
    RunOptions inTurn = RunOptions.defaults().withConcurrency(LEADS).withLimit(Resource.PAGES, 1);
    try (Run run = prospector.start(pipeline, Steps.leads(LEADS).iterator(), inTurn)) {
      assertThat(running.complete(run)).isTrue();
      began.await();
      threads.awaitRepetitions(); // The others wait for their turn.
      run.pause();
      goOn.countDown();
      threads.awaitRepetitions();
      assertThat(inPause.getCount()).isEqualTo(1);

      run.resume();
      assertThat(run.results().toList())
          .hasSize(LEADS)
          .allMatch(result -> result.status() == LeadStatus.ENRICHED);
      assertThat(inPause.getCount()).isEqualTo(1);
    }
  }

  @Test
  void theTimeOfLeadsAndStepsStandsStillInAPause() throws Exception {
    Pipeline pipeline =
        Pipeline.named("held")
            .add(
                Steps.held(began, goOn),
                Steps.second(
                    input -> {
                      threads.awaitRepetitions();
                      return Steps.again(input);
                    }))
            .build();
    try (Run run = prospector.start(pipeline, Steps.leads(1).iterator(), RunOptions.defaults())) {
      began.await();
      run.pause();
      threads.moveOn(Duration.ofDays(1));
      threads.awaitRepetitions();
      run.resume();
      goOn.countDown();

      LeadResult result = run.results().toList().get(0);
      assertThat(result.failure()).isEmpty();
      assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
    }
  }
}
