package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.RegistryLookup;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source that hangs past the step's time ends as failed, never the step or the lead. */
@Timeout(60)
class HungSourceTest {

  private static final Duration STEP = Duration.ofMinutes(2);
  private static final String HUNG = "it did not answer within the step's time";
  private static final String NOT_ASKED = "not asked: the source used up the step's time before";
  private static final RunOptions OPTIONS =
      RunOptions.defaults()
          .withStepTimeout(STEP)
          .withLeadTimeout(Duration.ofHours(1))
          .withRetry(new RetryPolicy(3, Duration.ZERO, Duration.ZERO));

  private final ClockedThreads threads = new ClockedThreads();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** What a source does when it is interrupted. */
  private enum Manner {
    SAYS_SO,
    IS_DOWN,
    BREAKS,
    RETURNS
  }

  private void hang(Duration time, Manner manner) throws InterruptedException {
    threads.moveOn(time);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      switch (manner) {
        case SAYS_SO -> throw e;
        case IS_DOWN -> throw new PortException("source", "interrupted", RetryAdvice.backOff());
        case BREAKS -> throw new IllegalStateException(e);
        case RETURNS -> Thread.currentThread().interrupt();
      }
    }
  }

  /** How a page is looked up. */
  @FunctionalInterface
  private interface Fetch {
    PageLookup of(String url) throws InterruptedException;
  }

  private static PageSource pages(Fetch fetch) {
    return new PageSource() {
      @Override
      public PageLookup fetch(String url) throws InterruptedException {
        return fetch.of(url);
      }

      @Override
      public String identity() {
        return "pages";
      }
    };
  }

  /** Pages of which one hangs. */
  private PageSource pages(Manner manner) {
    return pages(
        url -> {
          asked.add(url);
          if (url.equals("b")) {
            hang(STEP.plusSeconds(1), manner);
            return new PageLookup.Failed(url, HUNG);
          }
          return new PageLookup.Found(url, url, 200, Map.of(), "page " + url, null);
        });
  }

  private CompanyRegistry register(boolean hangs) {
    return new CompanyRegistry() {
      @Override
      public RegistryLookup find(String country, String number) throws InterruptedException {
        asked.add("register");
        if (hangs) {
          hang(STEP.plusSeconds(1), Manner.SAYS_SO);
        }
        return new RegistryLookup.Absent();
      }

      @Override
      public boolean isConfigured() {
        return true;
      }

      @Override
      public String identity() {
        return "register";
      }
    };
  }

  private WebSearch search() {
    return new WebSearch() {
      @Override
      public Result search(String query, String country, int limit) throws InterruptedException {
        asked.add("search");
        hang(STEP.plusSeconds(1), Manner.SAYS_SO);
        return new Result.Hits(List.of());
      }

      @Override
      public Effect effect() {
        return Effect.READ;
      }

      @Override
      public boolean isConfigured() {
        return true;
      }

      @Override
      public String identity() {
        return "search";
      }
    };
  }

  private static String said(PageLookup lookup) {
    return lookup.fold(found -> found.body(), absent -> "absent", PageLookup.Failed::reason);
  }

  private static String page(AgentInput input, String url) throws InterruptedException {
    return said(input.pages().fetch(url));
  }

  private static Agent<Steps.First> agent(Steps.Work<String> work) {
    return Steps.agent(
        AgentSpec.writing(Steps.First.KEY)
            .readingLead()
            .using(Resource.PAGES, Resource.REGISTRY, Resource.SEARCH),
        input -> new Steps.First(work.by(input), 1));
  }

  private LeadResult run(Prospector.Builder prospector, RunOptions options, Steps.Work<String> work)
      throws Exception {
    Pipeline pipeline = Pipeline.named("test").add(agent(work), Steps.second(Steps::again)).build();
    try (Run run =
        prospector
            .threads(threads)
            .journal(journal)
            .build()
            .start(pipeline, Steps.leads(1).iterator(), options)) {
      return run.results().findFirst().orElseThrow();
    }
  }

  private static String found(LeadResult result) {
    assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
    return result.dossier().find(Steps.Second.KEY).orElseThrow().text();
  }

  @ParameterizedTest
  @EnumSource
  void aSourceThatHangsEndsAsFailedWithWhatIsKnown(Manner manner) throws Exception {
    LeadResult result =
        run(
            Prospector.builder().pages(pages(manner)),
            OPTIONS,
            input -> String.join(", ", page(input, "a"), page(input, "b"), page(input, "c")));

    assertThat(found(result)).isEqualTo("page a, " + HUNG + ", " + NOT_ASKED);
    assertThat(asked).containsExactly("a", "b");
    assertThat(journal.lookUps(Tenant.DEFAULT, result.lead().id()))
        .extracting(lookUp -> lookUp.answer().outcome())
        .containsExactly(LookUp.Outcome.FOUND, LookUp.Outcome.FAILED, LookUp.Outcome.FAILED);
  }

  @Test
  void anotherSourceIsStillAskedAndMayHangToo() throws Exception {
    LeadResult result =
        run(
            Prospector.builder()
                .pages(pages(Manner.SAYS_SO))
                .registry(register(false))
                .search(search()),
            OPTIONS,
            input ->
                page(input, "b")
                    + input.search().search("vans", "", 3).fold(hits -> " hits", f -> " no search")
                    + input.registry().find("BR", "1").fold(f -> "", a -> " absent", f -> " down"));

    assertThat(found(result)).isEqualTo(HUNG + " no search absent");
    assertThat(asked).containsExactly("b", "search", "register");
  }

  @Test
  void theNextRunAsksItAgain() throws Exception {
    LeadResult first =
        run(
            Prospector.builder().registry(register(true)),
            OPTIONS,
            input ->
                input.registry().find("BR", "1").fold(f -> "", a -> "absent", f -> f.reason()));
    assertThat(found(first)).isEqualTo(HUNG);

    LeadResult next =
        run(
            Prospector.builder().registry(register(false)),
            OPTIONS,
            input ->
                input.registry().find("BR", "1").fold(f -> "", a -> "absent", f -> f.reason()));

    assertThat(found(next)).isEqualTo("absent");
  }

  @Test
  void aStepThatGoesOnForTooLongAfterwardsEnds() throws Exception {
    LeadResult result =
        run(
            Prospector.builder().pages(pages(Manner.SAYS_SO)),
            OPTIONS,
            input -> {
              page(input, "b");
              hang(STEP.dividedBy(4).plusSeconds(1), Manner.SAYS_SO);
              return "never";
            });

    assertThat(result.failure().orElseThrow().reason()).contains("the step's time of PT2M is over");
  }

  @Test
  void theTimeOfTheLeadAndTheEndOfTheRunEndTheStepAsBefore() throws Exception {
    LeadResult late =
        run(
            Prospector.builder().pages(pages(Manner.SAYS_SO)),
            OPTIONS.withLeadTimeout(STEP),
            input -> page(input, "b"));
    assertThat(late.failure().orElseThrow().reason()).contains("the lead's time of PT2M is over");

    CountDownLatch hangs = new CountDownLatch(1);
    PageSource hanging =
        pages(
            url -> {
              hangs.countDown();
              new CountDownLatch(1).await();
              return new PageLookup.Absent(url, "");
            });
    Pipeline pipeline = Pipeline.named("test").add(agent(input -> page(input, "x"))).build();
    try (Run run =
        Prospector.builder()
            .threads(threads)
            .pages(hanging)
            .build()
            .start(pipeline, Steps.leads(1).iterator(), OPTIONS)) {
      hangs.await();
      run.cancel();
      assertThat(run.results().findFirst().orElseThrow().status()).isEqualTo(LeadStatus.SKIPPED);
    }
  }
}
