package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.adapter.model.HttpModel;
import dev.prospector.adapter.model.HttpModelSettings;
import dev.prospector.adapter.model.Provider;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limits;
import dev.prospector.cli.run.BundledExample;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.simulation.CrashPoints;
import dev.prospector.simulation.CrashingModel;
import dev.prospector.simulation.CrashingRunStore;
import dev.prospector.simulation.SimulatedThreads;
import dev.prospector.testkit.SettableClock;
import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole catalogue with a provider over real HTTP, whose process dies at sampled points: what
 * was answered and heard is paid for once. Four points are taken; {@code
 * -Dprospector.joint.kills=40} takes forty.
 */
@Timeout(600)
class JointKillsTest {

  private static final int KILLS = Integer.getInteger("prospector.joint.kills", 4);
  private static final RunId RUN = RunId.of("run");
  private static final RunOptions OPTIONS =
      RunOptions.defaults().withId(RUN).withRetry(RetryPolicy.none());

  private BundledExample example;
  private PageArchive pages;
  private List<Lead> leads;

  @BeforeEach
  void unpack() throws Exception {
    example = BundledExample.unpack();
    pages = PageArchive.open(example.pages());
    leads = new ArrayList<>();
    try (LeadFile list =
        LeadFile.open(example.list(), ReadSettings.defaults().withLimit(1), row -> {})) {
      list.forEach(leads::add);
    }
  }

  @AfterEach
  void close() throws Exception {
    pages.close();
    example.close();
  }

  /** What came of a run: its events, its sections, and how often each question was asked. */
  private record Seen(List<String> events, String sections, Map<String, Integer> asked) {

    /** The same but for how often was asked. */
    boolean isLike(Seen other) {
      return events.equals(other.events)
          && sections.equals(other.sections)
          && asked.keySet().equals(other.asked.keySet());
    }

    int calls() {
      return asked.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** One run, by as many processes as it takes. */
  private final class Lives implements AutoCloseable {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final InMemoryBudget budget = new InMemoryBudget(Limits.unlimited(), clock);
    private final InMemoryRunStore runs = InMemoryRunStore.settling(budget, clock);
    private final SimulatedProvider provider = SimulatedProvider.of(Manner.SLOPPY, 5).start();

    List<String> live(CrashPoints points) throws Exception {
      SimulatedThreads threads = new SimulatedThreads(new Random(1), clock);
      CrashingRunStore crashing = new CrashingRunStore(runs, points);
      Prospector prospector =
          Prospector.builder()
              .businessContext(BusinessContexts.read(example.context()))
              .pages(pages)
              .runs(crashing)
              .model(new CrashingModel(model(), points), crashing.budget(budget))
              .clock(clock)
              .threads(threads)
              .chance(() -> 0.5)
              .build();
      try {
        Run run =
            prospector.start(Pipelines.enhanced(Tier.NOT_QUALIFIED), leads.iterator(), OPTIONS);
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

    private HttpModel model() {
      Provider there = Provider.named("openai").withBase(provider.address());
      HttpModelSettings settings = HttpModelSettings.of(there, "gpt-5-mini", "sk-canary-3");
      return new HttpModel(settings, JdkHttpTransport.create());
    }

    Seen seen() {
      Map<String, Integer> asked = new HashMap<>();
      provider.requests().forEach(body -> asked.merge(body, 1, Integer::sum));
      return new Seen(
          runs.events(Tenant.DEFAULT, RUN, 0, 10_000).stream().map(JointKillsTest::told).toList(),
          runs.results(Tenant.DEFAULT, RUN, 0, 10).get(0).dossier().entries().stream()
              .map(entry -> entry.section() + ": " + entry.value())
              .toList()
              .toString(),
          asked);
    }

    @Override
    public void close() {
      provider.close();
    }
  }

  private static String told(RunEvent event) {
    return event.position().number() + " " + event.getClass().getSimpleName();
  }

  @Test
  void killedAtSampledPointsFinishedAnswersArePaidOnce() throws Exception {
    List<String> points;
    Seen whole;
    try (Lives lives = new Lives()) {
      points = lives.live(CrashPoints.none());
      whole = lives.seen();
    }
    assertThat(whole.asked().values()).containsOnly(1);
    assertThat(whole.calls()).as("five questions, some repaired").isBetween(6, 10);

    Random random = new Random(KILLS);
    for (int kill = 0; kill < KILLS; kill++) {
      int point = 1 + random.nextInt(points.size());
      String name = points.get(point - 1);
      try (Lives lives = new Lives()) {
        lives.live(CrashPoints.at(point));
        lives.live(CrashPoints.none());
        Seen seen = lives.seen();
        assertThat(seen.isLike(whole)).as("killed at " + name).isTrue();
        // Only an answer that nobody had written down is asked for again.
        int again = seen.calls() - whole.calls();
        assertThat(again).as("asked again, killed at " + name).isBetween(0, 1);
      }
    }
  }
}
