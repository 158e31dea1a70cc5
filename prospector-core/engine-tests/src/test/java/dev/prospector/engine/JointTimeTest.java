package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Reading;
import dev.prospector.budget.Budget;
import dev.prospector.dossier.Section;
import dev.prospector.engine.Together.Asked;
import dev.prospector.engine.Together.Model;
import dev.prospector.engine.Together.Named;
import dev.prospector.event.RunEvent;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.Threads;
import dev.prospector.testkit.RecordingSink;
import dev.prospector.testkit.provider.JumpingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long leads take whose model answers after a second, on a clock that jumps. */
@Timeout(120)
class JointTimeTest {

  private static final int GROUPS = 5;
  private static final int EACH = 3;
  private static final Instant START = Instant.parse("2026-11-30T00:00:00Z");

  private final RecordingSink events = new RecordingSink();

  /** Fifteen agents, each of which reads the one before, asked in five requests. */
  private static Pipeline pipeline(CountDownLatch begun) {
    Pipeline.Builder builder = Pipeline.named("long");
    AgentSpec<Steps.First> first = AgentSpec.writing(Steps.First.KEY).readingLead();
    builder.add(
        Steps.agent(
            first,
            input -> {
              begun.countDown();
              return Steps.name(input);
            }));
    Section<?> before = Steps.First.KEY;
    for (int group = 0; group < GROUPS; group++) {
      List<Section<?>> sections = new ArrayList<>();
      for (int i = 0; i < EACH; i++) {
        Section<Named> section = Section.of("part-" + group + "-" + i, Named.class, 1);
        builder.add(asked(AgentSpec.writing(section).reading(before)));
        sections.add(section);
        before = section;
      }
      builder.asking(sections.toArray(Section<?>[]::new));
    }
    return builder.build();
  }

  private static Agent<Named> asked(AgentSpec<Named> spec) {
    return new Asked<>(
        spec,
        input -> new Named("rules"),
        (input, text) -> Reading.of(new Named(text)),
        Optional.<Prompt>empty());
  }

  private static String answer(Request request) {
    return request
        .schema()
        .map(
            schema ->
                Arrays.stream(schema.name().split("_"))
                    .map(part -> "\"" + part + "\": \"said\"")
                    .collect(Collectors.joining(", ", "{", "}")))
        .orElse("said");
  }

  private Duration time(int leads, RunOptions options) throws Exception {
    JumpingTime time = new JumpingTime(START);
    CountDownLatch begun = new CountDownLatch(leads);
    Model model =
        Model.saying(
            request -> {
              try {
                time.sleep(Duration.ofSeconds(1));
                return answer(request);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      Prospector prospector =
          Prospector.builder()
              .model(model, Budget.unlimited())
              .sink(events)
              .clock(time.clock())
              .threads(Threads.of(time.executor(pool)))
              .build();
      JumpingTime.Standstill start = time.standStill();
      try (Run run = prospector.start(pipeline(begun), Steps.leads(leads).iterator(), options)) {
        begun.await();
        start.close();
        assertThat(run.results().toList()).allMatch(JointTimeTest::isByModel);
      }
    } finally {
      pool.shutdownNow();
    }
    return Duration.between(START, time.clock().instant());
  }

  private static boolean isByModel(LeadResult result) {
    return result.steps().size() == 1 + GROUPS * EACH
        && result.steps().stream().allMatch(step -> step.hasSection() && step.reason().isEmpty());
  }

  @Test
  void oneLeadTakesAsLongAsItsFiveRequests() throws Exception {
    assertThat(time(1, RunOptions.defaults())).isLessThanOrEqualTo(Duration.ofSeconds(6));
    assertThat(events.of(RunEvent.CallSettled.class)).hasSize(GROUPS);
  }

  @Test
  void askedSinglyItTakesAsLongAsAllItsAgents() throws Exception {
    assertThat(time(1, RunOptions.defaults().withoutJoining())).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void aHundredLeadsAtATimeTakeHardlyLongerThanOne() throws Exception {
    Duration all = time(100, RunOptions.defaults().withConcurrency(100));

    assertThat(all).isLessThanOrEqualTo(Duration.ofMillis(6 * 1300));
    assertThat(events.of(RunEvent.CallSettled.class)).hasSize(100 * GROUPS);
  }
}
