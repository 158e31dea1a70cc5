package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.RegistryLookup;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.SettableClock;
import dev.prospector.web.WebSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What sources are asked is written down, and results depend on what they answered. */
@Timeout(60)
class LookUpTest {

  private static final String URL = "https://a.example/";
  private static final RunOptions OPTIONS =
      RunOptions.defaults().withRetry(new RetryPolicy(3, Duration.ZERO, Duration.ZERO));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final InMemoryJournal journal = new InMemoryJournal();
  private final LivePages live = new LivePages().with(URL, "100 vans");
  private final Map<String, Integer> executed = new ConcurrentSkipListMap<>();
  private final Prospector.Builder prospector =
      Prospector.builder().journal(journal).clock(clock).pages(live).sink(this::note);

  private void note(RunEvent event) {
    if (event instanceof RunEvent.StepCompleted step) {
      executed.merge(step.step(), 1, Integer::sum);
    }
  }

  private static Agent<Steps.First> reading(Steps.Work<Steps.First> work) {
    return Steps.agent(
        AgentSpec.writing(Steps.First.KEY).readingLead().using(Resource.PAGES), work);
  }

  private static Steps.First page(AgentInput input) throws InterruptedException {
    String said =
        input.pages().fetch(URL).fold(f -> f.body(), a -> "absent", f -> "FAILED: " + f.reason());
    return new Steps.First(said, 1);
  }

  /** Two steps in a row that depend on a page, and one that does not. */
  private static Pipeline pipeline() {
    Agent<Steps.Third> apart =
        Steps.agent(
            AgentSpec.writing(Steps.Third.KEY).readingLead(), input -> new Steps.Third("apart"));
    return Pipeline.named("test")
        .add(reading(LookUpTest::page), Steps.second(Steps::again), apart)
        .build();
  }

  private LeadResult run(RunOptions options) throws Exception {
    executed.clear();
    try (Run run = prospector.build().start(pipeline(), Steps.leads(1).iterator(), options)) {
      return run.results().findFirst().orElseThrow();
    }
  }

  private Map<String, Integer> executed() {
    return new TreeMap<>(executed);
  }

  @Test
  void timeAloneChangesNothing() throws Exception {
    run(OPTIONS);
    assertThat(executed()).containsOnlyKeys("first", "second", "third");
    clock.advance(Duration.ofDays(1));
    run(OPTIONS);
    assertThat(executed()).isEmpty();
    assertThat(live.fetches).hasValue(1);
  }

  @Test
  void anOldPageThatSaysTheSameIsReadAnewAndNothingDownstreamRuns() throws Exception {
    run(OPTIONS);
    clock.advance(Duration.ofDays(31));
    run(OPTIONS);
    assertThat(executed()).containsOnlyKeys("first");
    assertThat(live.fetches).hasValue(2);
    clock.advance(Duration.ofDays(1));
    run(OPTIONS);
    assertThat(executed()).isEmpty();
  }

  @Test
  void howFreshPagesMustBeIsATermOfTheRun() throws Exception {
    run(OPTIONS);
    clock.advance(Duration.ofHours(2));
    run(OPTIONS.withFreshness(SourceKind.PAGES, Duration.ofHours(3)));
    assertThat(live.fetches).hasValue(1);
    live.with(URL, "200 vans");
    LeadResult fresh = run(OPTIONS.withFreshness(SourceKind.PAGES, Duration.ofHours(1)));
    assertThat(executed()).containsOnlyKeys("first", "second");
    assertThat(fresh.dossier().find(Steps.Second.KEY)).contains(new Steps.Second("200 vans"));
  }

  @Test
  void whatAPageSaidBeforeIsFoundAgainWhenItSaysItAgain() throws Exception {
    RunOptions anew = OPTIONS.withFreshness(SourceKind.PAGES, Duration.ZERO);
    run(anew);
    for (String body : List.of("200 vans", "100 vans")) {
      clock.advance(Duration.ofMinutes(1));
      live.with(URL, body);
      run(anew);
    }
    assertThat(executed()).containsOnlyKeys("first");
  }

  @Test
  void anotherSourceWithTheSamePagesRunsNothingDownstream() throws Exception {
    run(OPTIONS);
    live.identity = "another";
    run(OPTIONS);
    assertThat(executed()).containsOnlyKeys("first");
    assertThat(live.fetches).hasValue(2);
  }

  @Test
  void aRunThatIsResumedAYearLaterGoesOnWithThePagesItRead() throws Exception {
    AtomicBoolean failing = new AtomicBoolean(true);
    Pipeline failsLate =
        Pipeline.named("test")
            .add(
                reading(LookUpTest::page),
                Steps.second(
                    input -> {
                      if (failing.get()) {
                        throw new PortException("x", "not today", RetryAdvice.never());
                      }
                      return Steps.again(input);
                    }))
            .build();
    InMemoryRunStore runs = new InMemoryRunStore(clock);
    RunId id = RunId.of("run");
    Prospector stored = Prospector.builder().runs(runs).clock(clock).pages(live).build();
    RunOptions anew = OPTIONS.withId(id).withFreshness(SourceKind.PAGES, Duration.ZERO);
    try (Run run = stored.start(failsLate, Steps.leads(1).iterator(), anew)) {
      assertThat(run.results().map(LeadResult::status)).containsExactly(LeadStatus.FAILED);
    }
    clock.advance(Duration.ofDays(365));
    live.with(URL, "200 vans");
    failing.set(false);
    runs.retryFailed(Tenant.DEFAULT, id);
    try (Run run = stored.resume(id, failsLate)) {
      assertThat(run.results().map(r -> r.dossier().find(Steps.Second.KEY).orElseThrow().text()))
          .containsExactly("100 vans");
      assertThat(run.await().steps().executed()).isEqualTo(1);
    }
    assertThat(live.fetches).hasValue(1);
    assertThat(runs.find(Tenant.DEFAULT, id).orElseThrow().terms().freshness())
        .isEqualTo(anew.terms().freshness());
  }

  @Test
  void whatWasReadBeforeATryFailedIsNotReadAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    Pipeline failsOnce =
        Pipeline.named("test")
            .add(
                reading(
                    input -> {
                      Steps.First read = page(input);
                      if (tries.incrementAndGet() == 1) {
                        throw new PortException("x", "once more", RetryAdvice.backOff());
                      }
                      return read;
                    }))
            .build();
    try (Run run = prospector.build().start(failsOnce, Steps.leads(1).iterator(), OPTIONS)) {
      assertThat(run.results().map(LeadResult::status)).containsExactly(LeadStatus.ENRICHED);
    }
    assertThat(tries).hasValue(2);
    assertThat(live.fetches).hasValue(1);
  }

  @Test
  void eachLookUpIsWrittenDownWithItsOutcomeItsTextAndItsTime() throws Exception {
    run(OPTIONS);
    List<LookUp> asked = journal.lookUps(Tenant.DEFAULT, Steps.leads(1).get(0).id());
    assertThat(asked)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.question())
                  .isEqualTo(new LookUp.Question(SourceKind.PAGES, "live", URL));
              assertThat(one.answer().outcome()).isEqualTo(LookUp.Outcome.FOUND);
              assertThat(one.answer().text()).endsWith("\n\n100 vans").doesNotContain("visit=1");
              assertThat(one.made().at()).isEqualTo(clock.instant());
            });
  }

  @Test
  void pagesThatAreDownEndAsFailedInTheSectionAndAreAskedAgainByTheNextRun() throws Exception {
    live.down = true;
    LeadResult result = run(OPTIONS);
    assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
    assertThat(result.dossier().find(Steps.First.KEY).orElseThrow().text())
        .startsWith("FAILED: ")
        .contains("nobody answers");
    assertThat(live.fetches).hasValue(3);

    live.down = false;
    LeadResult next = run(OPTIONS);
    assertThat(executed()).containsOnlyKeys("first", "second");
    assertThat(next.dossier().find(Steps.First.KEY).orElseThrow().text()).isEqualTo("100 vans");
  }

  @Test
  void aSourceThatIsStillDownRunsNothingDownstreamAgain() throws Exception {
    live.down = true;
    run(OPTIONS);
    run(OPTIONS);
    assertThat(executed()).containsOnlyKeys("first");
  }

  @Test
  void aSourceThatBreaksEndsAsFailedInTheSectionToo() throws Exception {
    live.broken = true;
    LeadResult result = run(OPTIONS);
    assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
    assertThat(result.dossier().find(Steps.First.KEY).orElseThrow().text())
        .isEqualTo("FAILED: the source broke: java.lang.IllegalStateException");
  }

  @Test
  void aRegisterAndASearchThatAreDownEndAsFailedInTheSection() throws Exception {
    Agent<Steps.First> asking =
        Steps.agent(
            AgentSpec.writing(Steps.First.KEY).using(Resource.REGISTRY, Resource.SEARCH),
            input -> {
              RegistryLookup record = input.registry().find("BR", "1");
              WebSearch.Result hits = input.search().search("vans", "", 3);
              return new Steps.First(
                  record.fold(f -> "found", a -> "absent", f -> "FAILED")
                      + hits.fold(h -> " hits", f -> " FAILED"),
                  1);
            });
    AtomicInteger asked = new AtomicInteger();
    try (Run run =
        Prospector.builder()
            .registry(downRegister(asked))
            .search(downSearch(asked))
            .build()
            .start(
                Pipeline.named("test").add(asking).build(), Steps.leads(1).iterator(), OPTIONS)) {
      LeadResult result = run.results().findFirst().orElseThrow();
      assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
      assertThat(result.dossier().find(Steps.First.KEY).orElseThrow().text())
          .isEqualTo("FAILED FAILED");
    }
    // The register is not asked again in the try in which the search fails.
    assertThat(asked).hasValue(4);
  }

  private static CompanyRegistry downRegister(AtomicInteger asked) {
    return new CompanyRegistry() {
      @Override
      public RegistryLookup find(String country, String number) {
        asked.incrementAndGet();
        throw new PortException("registry", "it is closed", RetryAdvice.never());
      }

      @Override
      public String identity() {
        return "register";
      }
    };
  }

  private static WebSearch downSearch(AtomicInteger asked) {
    return new WebSearch() {
      @Override
      public Result search(String query, String country, int limit) {
        asked.incrementAndGet();
        throw new PortException("search", "it is slow", RetryAdvice.backOff());
      }

      @Override
      public dev.prospector.call.Effect effect() {
        return dev.prospector.call.Effect.READ;
      }

      @Override
      public String identity() {
        return "search";
      }
    };
  }
}
