package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limits;
import dev.prospector.engine.Together.Ended;
import dev.prospector.engine.Together.Model;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.simulation.CrashPoints;
import dev.prospector.simulation.CrashingModel;
import dev.prospector.simulation.CrashingRunStore;
import dev.prospector.simulation.SimulatedThreads;
import dev.prospector.store.StoredResult;
import dev.prospector.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A joint question whose process dies: its answer is paid for once, and all its parts are there.
 */
@Timeout(120)
class JointCrashTest {

  private static final RunId RUN = RunId.of("run");
  private static final RunOptions OPTIONS =
      RunOptions.defaults().withId(RUN).withRetry(RetryPolicy.none());

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T00:00:00Z"));
  private final InMemoryBudget budget = new InMemoryBudget(Limits.unlimited(), clock);
  private final InMemoryRunStore runs = InMemoryRunStore.settling(budget, clock);

  /** The first answer lacks a part, which the repair gives. */
  private final Model model =
      Model.saying(
          request ->
              request.turns().isEmpty()
                  ? """
                  {"named": "Ana", "said": "word of Ana", "ended": "bad"}\
                  """
                  : """
                  {"ended": "done"}\
                  """);

  /** What came of a run, as somebody sees it who does not know of crashes. */
  private record Seen(List<String> steps, Ended ended, List<String> events) {}

  private List<String> live(CrashPoints points) throws InterruptedException {
    SimulatedThreads threads = new SimulatedThreads(new Random(1), clock);
    CrashingRunStore crashing = new CrashingRunStore(runs, points);
    Prospector prospector =
        Prospector.builder()
            .runs(crashing)
            .model(new CrashingModel(model, points), crashing.budget(budget))
            .clock(clock)
            .threads(threads)
            .chance(() -> 0.5)
            .build();
    try {
      Run run = prospector.start(Together.pipeline(), Steps.leads(1).iterator(), OPTIONS);
      while (!points.isDead() && threads.step()) {
        assertThat(run.id()).isEqualTo(RUN);
      }
    } catch (CrashPoints.Crash e) {
      assertThat(points.isDead()).isTrue();
    }
    Thread.interrupted(); // It was meant for a thread that is dead now.
    clock.advance(Duration.ofHours(1));
    runs.lapse();
    return points.passed();
  }

  private Seen seen() {
    StoredResult result = runs.results(Tenant.DEFAULT, RUN, 0, 10).get(0);
    return new Seen(
        result.steps().stream().map(Object::toString).toList(),
        result.dossier().find(Ended.KEY).orElseThrow(),
        runs.events(Tenant.DEFAULT, RUN, 0, 1_000).stream().map(JointCrashTest::told).toList());
  }

  private static String told(RunEvent event) {
    return event.position().number() + " " + event.getClass().getSimpleName();
  }

  @Test
  void killedAtAnyPointFinishedAnswersArePaidOnce() throws Exception {
    List<String> points = new JointCrashTest().live(CrashPoints.none());
    JointCrashTest whole = new JointCrashTest();
    whole.live(CrashPoints.none());
    Seen expected = whole.seen();
    assertThat(expected.ended()).isEqualTo(new Ended("Ana: done", 11));
    assertThat(whole.model.asked).hasSize(2);

    List<Integer> paid = new ArrayList<>();
    for (int point = 1; point <= points.size(); point++) {
      JointCrashTest killed = new JointCrashTest();
      killed.live(CrashPoints.at(point));
      killed.live(CrashPoints.none());

      assertThat(killed.seen()).as("killed at " + points.get(point - 1)).isEqualTo(expected);
      assertThat(killed.model.asked).as("calls").hasSizeBetween(2, 3);
      paid.add(killed.model.asked.size());
    }
    assertThat(paid).contains(2, 3);
  }
}
