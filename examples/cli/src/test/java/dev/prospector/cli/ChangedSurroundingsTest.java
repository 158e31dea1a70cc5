package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.website.Website;
import dev.prospector.cli.run.BundledExample;
import dev.prospector.dossier.Section;
import dev.prospector.event.RunEvent;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.ConfidencePolicy;
import dev.prospector.lead.Lead;
import dev.prospector.lookup.SourceKind;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.FixedRegistry;
import dev.prospector.testkit.SettableClock;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes what surrounds the agents of the real pipeline, and sees what is executed again. */
class ChangedSurroundingsTest {

  private final Pipeline standard = Pipelines.standard();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T20:00:00Z"));
  private final InMemoryJournal journal = new InMemoryJournal();
  private final Set<String> executed = new ConcurrentSkipListSet<>();
  private final List<Lead> leads = new ArrayList<>();
  private BundledExample example;
  private LiveWeb web;
  private Prospector.Builder prospector;

  /** The pages of the example as a web of which each answer has a time of its own. */
  private static final class LiveWeb implements PageSource {
    private final PageArchive pages;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String added = "";

    LiveWeb(PageArchive pages) {
      this.pages = pages;
    }

    @Override
    public PageLookup fetch(String url) throws InterruptedException {
      int count = fetches.incrementAndGet();
      return pages
          .fetch(url)
          .fold(
              page ->
                  new PageLookup.Found(
                      url,
                      page.finalUrl(),
                      page.status(),
                      Map.of("date", List.of("answer " + count)),
                      page.body() + added,
                      null),
              absent -> absent,
              failed -> failed);
    }

    @Override
    public String identity() {
      return "live";
    }
  }

  private record Flat() implements ConfidencePolicy {
    @Override
    public double confidence(
        List<? extends Claim<?>> agreeing, List<? extends Claim<?>> against, Instant asOf) {
      return 0.5;
    }

    @Override
    public String identity() {
      return "flat";
    }
  }

  @BeforeEach
  void open() throws Exception {
    example = BundledExample.unpack();
    web = new LiveWeb(PageArchive.open(example.pages()));
    try (LeadFile list =
        LeadFile.open(example.list(), ReadSettings.defaults().withLimit(3), row -> {})) {
      list.forEach(leads::add);
    }
    prospector =
        Prospector.builder()
            .businessContext(BusinessContexts.read(example.context()))
            .journal(journal)
            .clock(clock)
            .pages(web)
            .sink(this::note);
    assertThat(run(RunOptions.defaults())).hasSize(standard.agents().size());
    clock.advance(Duration.ofDays(1));
  }

  @AfterEach
  void close() throws Exception {
    web.pages.close();
    example.close();
  }

  private void note(RunEvent event) {
    if (event instanceof RunEvent.StepCompleted step) {
      executed.add(step.step());
    }
  }

  private Set<String> run(RunOptions options) throws Exception {
    executed.clear();
    try (Run run = prospector.build().start(standard, leads.iterator(), options)) {
      run.await();
    }
    return new TreeSet<>(executed);
  }

  @Test
  void aDayLaterNothingFinishedRunsAgain() throws Exception {
    int before = web.fetches.get();
    assertThat(run(RunOptions.defaults())).isEmpty();
    assertThat(web.fetches).hasValue(before);
  }

  @Test
  void aMonthLaterOnlyWhatReadsTheMonthRuns() throws Exception {
    clock.advance(Duration.ofDays(30));
    assertThat(run(RunOptions.defaults().withFreshness(SourceKind.PAGES, Duration.ofDays(60))))
        .isEqualTo(downstream(spec -> spec.readsDate().isPresent()))
        .doesNotContain("intake", "website", "company-analysis");
  }

  @Test
  void pagesThatHaveToBeFresherAreReadAnewAndNothingElseRunsWhereTheySayTheSame() throws Exception {
    RunOptions anew = RunOptions.defaults().withFreshness(SourceKind.PAGES, Duration.ofHours(1));
    assertThat(run(anew)).containsExactly("website");
    assertThat(run(RunOptions.defaults())).isEmpty();
  }

  @Test
  void pagesThatChangedRunExactlyWhatReadsThem() throws Exception {
    web.added = "<p>One sentence more.</p>";
    RunOptions anew = RunOptions.defaults().withFreshness(SourceKind.PAGES, Duration.ZERO);
    assertThat(run(anew)).isEqualTo(downstream(s -> s.writes().equals(Website.KEY)));
  }

  @Test
  void aRegisterAddedLaterRunsExactlyWhatAsksItAndWhatReadsThat() throws Exception {
    prospector.registry(FixedRegistry.empty());
    assertThat(run(RunOptions.defaults()))
        .isEqualTo(downstream(s -> s.writes().equals(Registration.KEY)));
    assertThat(run(RunOptions.defaults())).isEmpty();
  }

  @Test
  void anotherConfidencePolicyRunsExactlyWhatWeighsConfidence() throws Exception {
    prospector.confidence(new Flat());
    assertThat(run(RunOptions.defaults()))
        .isEqualTo(downstream(AgentSpec::readsConfidence))
        .doesNotContain("intake", "website");
    assertThat(run(RunOptions.defaults())).isEmpty();
  }

  /** Those that it concerns and whoever reads, directly or not, what they write. */
  private Set<String> downstream(Predicate<AgentSpec<?>> concerned) {
    Set<String> steps = new TreeSet<>();
    List<Section<?>> written = new ArrayList<>();
    for (Agent<?> agent : standard.agents()) {
      AgentSpec<?> spec = agent.spec();
      if (concerned.test(spec)
          || written.stream()
              .anyMatch(s -> spec.required().contains(s) || spec.optional().contains(s))) {
        steps.add(spec.id());
        written.add(spec.writes());
      }
    }
    return steps;
  }
}
