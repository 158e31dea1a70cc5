package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Author;
import dev.prospector.lead.LeadStatus;
import dev.prospector.model.Caller;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Permit;
import dev.prospector.model.ProviderGate;
import dev.prospector.model.ProviderLimits;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.PlatformLikeThreads;
import dev.prospector.testkit.provider.JumpingTime;
import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider is down for ten minutes while a whole run waits for it, by a clock that jumps. */
@Timeout(120)
class ProviderDownTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int AT_A_TIME = 4;

  /** All wait from the beginning: who hands on leads works in no time of the clock's. */
  private static final int LEADS = 240;

  private final JumpingTime time = new JumpingTime(START);
  private final Queue<Instant> answered = new ConcurrentLinkedQueue<>();

  /** Threads whose time is the jumping one. */
  private final class JumpingThreads extends PlatformLikeThreads {

    @Override
    public Workers workers(String name, int leads, int stepsEach) {
      Workers workers = super.workers(name, leads, stepsEach);
      return new Workers() {
        @Override
        public void execute(Runnable work) {
          workers.execute(time.counted(work));
        }

        @Override
        public void close() {
          workers.close();
        }
      };
    }

    @Override
    public long nanoTime() {
      return Duration.between(START, time.clock().instant()).toNanos();
    }

    @Override
    public void sleep(Duration pause) throws InterruptedException {
      time.sleep(pause);
    }
  }

  /** Notes when it answered. */
  private record Noting(LanguageModel model, Runnable note) implements LanguageModel {

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Usage upperBound(Request request) {
      return model.upperBound(request);
    }

    @Override
    public Usage estimate(Request request) {
      return model.estimate(request);
    }

    @Override
    public Effect effect() {
      return model.effect();
    }

    @Override
    public Permit turn(Request request, Caller caller) throws InterruptedException {
      return model.turn(request, caller);
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      Answer answer = model.ask(request);
      note.run();
      return answer;
    }
  }

  private LanguageModel gated(LanguageModel model) {
    ProviderLimits limits = ProviderLimits.defaults().withConcurrency(AT_A_TIME, AT_A_TIME);
    return ProviderGate.of(limits, time.clock(), time::sleep)
        .guard(new Noting(model, () -> answered.add(time.clock().instant())));
  }

  private List<LeadResult> run(SimulatedModel model) throws Exception {
    CountDownLatch begun = new CountDownLatch(LEADS);
    Steps.Asking asking =
        new Steps.Asking() {
          @Override
          public Optional<Question> question(AgentInput input) {
            begun.countDown();
            return super.question(input);
          }
        };
    RunOptions options =
        RunOptions.defaults()
            .withConcurrency(LEADS)
            .withStepTimeout(Duration.ofMinutes(2))
            .withLeadTimeout(Duration.ofMinutes(5))
            .withWaitWhileDown(Duration.ofHours(1));
    Prospector prospector =
        Prospector.builder()
            .model(gated(model), Budget.unlimited())
            .clock(time.clock())
            .threads(new JumpingThreads())
            .chance(() -> 0.5)
            .build();
    Pipeline pipeline = Pipeline.named("test").add(asking).build();
    JumpingTime.Standstill start = time.standStill();
    try (Run run = prospector.start(pipeline, Steps.leads(LEADS).iterator(), options)) {
      begun.await();
      start.close();
      return run.results().toList();
    }
  }

  private long answeredFrom(Instant from, Duration during) {
    return answered.stream()
        .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(during)))
        .count();
  }

  @Test
  void aRunThatWaitsLosesNoLeadAndHardlyAsksAndIsSoonAtItsRateAgain() throws Exception {
    Instant down = START.plusSeconds(20);
    Instant back = down.plus(Duration.ofMinutes(10));
    SimulatedModel model =
        SimulatedModel.of(Manner.HONEST, 1, time.clock(), time::sleep)
            .withLatency(Duration.ofSeconds(1))
            .down(down, back);

    List<LeadResult> results = run(model);

    assertThat(results).extracting(LeadResult::status).containsOnly(LeadStatus.ENRICHED);
    assertThat(results)
        .extracting(r -> r.dossier().entry(Steps.First.KEY).orElseThrow().provenance().author())
        .hasSize(LEADS)
        .containsOnly(Author.MODEL);
    assertThat(model.ledger()).hasSize(LEADS);
    long before = answeredFrom(down.minusSeconds(11), Duration.ofSeconds(10));
    long after = answeredFrom(back.plusSeconds(30), Duration.ofSeconds(10));
    System.out.printf(
        "provider down ten minutes, %d leads through the engine: %.3f attempts a call, %d answers"
            + " in ten seconds before, %d in the ten that begin 30 s after its return%n",
        LEADS, model.attempts() / (double) LEADS, before, after);
    int oneEachTenSeconds = 60;
    assertThat(model.attempts())
        .as("attempts")
        .isLessThanOrEqualTo(LEADS + oneEachTenSeconds + 4 * AT_A_TIME);
    assertThat(after).as("answers in ten seconds").isGreaterThanOrEqualTo(before * 9 / 10);
    assertThat(before).isGreaterThanOrEqualTo(AT_A_TIME * 9);
  }
}
