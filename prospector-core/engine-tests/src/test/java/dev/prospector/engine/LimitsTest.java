package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.Threads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many use something outside at a time, and where the others wait. */
@Timeout(60)
class LimitsTest {

  private static final int LEADS = 40;

  private final ExecutorService two = Executors.newFixedThreadPool(2);
  private final AtomicInteger using = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @AfterEach
  void end() {
    two.shutdownNow();
  }

  /** Answers only when two ask at the same time, and counts how many do. */
  private LanguageModel counted() {
    CyclicBarrier pairs = new CyclicBarrier(2);
    return new LanguageModel() {
      @Override
      public String name() {
        return "counted";
      }

      @Override
      public Usage upperBound(Request request) {
        return Usage.NONE;
      }

      @Override
      public Answer ask(Request request) throws InterruptedException {
        most.accumulateAndGet(using.incrementAndGet(), Math::max);
        try {
          pairs.await();
        } catch (java.util.concurrent.BrokenBarrierException e) {
          throw new IllegalStateException(e);
        }
        using.decrementAndGet();
        return new Answer("said", Answer.Ending.COMPLETE, Usage.NONE, name());
      }

      @Override
      public Effect effect() {
        return Effect.READ;
      }
    };
  }

  private static Pipeline asking() {
    return Pipeline.named("asking").add(new Steps.Asking()).build();
  }

  @Test
  void aCallOfTheModelTakesItsLimitWithoutBeingDeclared() throws Exception {
    Prospector prospector = Prospector.builder().model(counted(), Budget.unlimited()).build();
    RunOptions options = RunOptions.defaults().withLimit(Resource.MODEL, 2);
    try (Run run = prospector.start(asking(), Steps.leads(LEADS).iterator(), options)) {
      assertThat(run.results().toList()).allMatch(r -> r.status() == LeadStatus.ENRICHED);
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void aCallOfTheModelTakesTheLimitThatAllRunsShare() throws Exception {
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    Prospector prospector =
        Prospector.builder().runs(runs).model(counted(), Budget.unlimited()).build();
    RunOptions options = RunOptions.defaults().withSharedLimit(Resource.MODEL, 2);
    try (Run run = prospector.start(asking(), Steps.leads(LEADS).iterator(), options)) {
      assertThat(run.await().leads().enriched()).isEqualTo(LEADS);
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void rulesAreNotHeldBackByTheLimitOfAModelThatIsNotThere() throws Exception {
    CyclicBarrier all = new CyclicBarrier(4);
    Agent<Steps.First> agent =
        new Steps.Asking() {
          @Override
          public Steps.First byRules(dev.prospector.agent.AgentInput input) {
            together(all);
            return super.byRules(input);
          }
        };
    RunOptions options = RunOptions.defaults().withLimit(Resource.MODEL, 1);
    try (Run run =
        Prospector.builder()
            .build()
            .start(
                Pipeline.named("rules").add(agent).build(), Steps.leads(4).iterator(), options)) {
      assertThat(run.results().toList()).allMatch(r -> r.status() == LeadStatus.ENRICHED);
    }
  }

  private static void together(CyclicBarrier all) {
    try {
      all.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Agent<Steps.First> reading(Steps.Work<Steps.First> work) {
    return Steps.agent(
        AgentSpec.writing(Steps.First.KEY).readingLead().using(Resource.PAGES), work);
  }

  /** Reads only the lead, so that it never waits for anything. */
  private static Agent<Steps.Third> free(Steps.Work<Steps.Third> work) {
    return Steps.agent(AgentSpec.writing(Steps.Third.KEY).readingLead(), work);
  }

  @Test
  void aStepThatLacksAPermitWaitsInTheQueueAndNotOnAThread() throws Exception {
    CountDownLatch freeOnes = new CountDownLatch(LEADS);
    Pipeline pipeline =
        Pipeline.named("queued")
            .add(
                reading(
                    input -> {
                      freeOnes.await(); // The other thread does all of these meanwhile.
                      return Steps.name(input);
                    }),
                free(
                    input -> {
                      freeOnes.countDown();
                      return new Steps.Third("free");
                    }))
            .build();
    RunOptions options = RunOptions.defaults().withConcurrency(LEADS).withLimit(Resource.PAGES, 1);
    Prospector prospector = Prospector.builder().threads(Threads.of(two)).build();
    try (Run run = prospector.start(pipeline, Steps.leads(LEADS).iterator(), options)) {
      assertThat(run.results().toList()).allMatch(r -> r.status() == LeadStatus.ENRICHED);
    }
  }

  @Test
  void stepsThatAreAskedTogetherWaitInTheQueueAndNotOnAThread() throws Exception {
    CountDownLatch freeOnes = new CountDownLatch(LEADS);
    Together.Model model =
        Together.Model.saying(
            request -> {
              awaitInAnyCase(freeOnes); // The other thread does all of these meanwhile.
              return "{\"named\": \"Ana\", \"said\": \"word of Ana\", \"ended\": \"done\"}";
            });
    Pipeline pipeline =
        Together.pipeline().toBuilder("queued")
            .add(
                free(
                    input -> {
                      freeOnes.countDown();
                      return new Steps.Third("free");
                    }))
            .build();
    RunOptions options = RunOptions.defaults().withConcurrency(LEADS).withLimit(Resource.MODEL, 1);
    Prospector prospector =
        Prospector.builder().threads(Threads.of(two)).model(model, Budget.unlimited()).build();
    try (Run run = prospector.start(pipeline, Steps.leads(LEADS).iterator(), options)) {
      assertThat(run.results().toList()).allMatch(r -> r.status() == LeadStatus.ENRICHED);
    }
    assertThat(model.asked).hasSize(LEADS);
  }

  @Test
  void sharedLimitsAreWaitedForInTheQueueToo() throws Exception {
    CountDownLatch freeOnes = new CountDownLatch(LEADS);
    Pipeline pipeline =
        Pipeline.named("queued")
            .add(
                reading(
                    input -> {
                      freeOnes.await();
                      return Steps.name(input);
                    }),
                free(
                    input -> {
                      freeOnes.countDown();
                      return new Steps.Third("free");
                    }))
            .build();
    RunOptions options =
        RunOptions.defaults().withConcurrency(LEADS).withSharedLimit(Resource.PAGES, 1);
    Prospector prospector = Prospector.builder().threads(Threads.of(two)).build();
    try (Run run = prospector.start(pipeline, Steps.leads(LEADS).iterator(), options)) {
      assertThat(run.results().toList()).allMatch(r -> r.status() == LeadStatus.ENRICHED);
    }
  }

  @Test
  void stepsThatUseTwoResourcesDoNotWaitInACircle() throws Exception {
    AgentSpec<Steps.First> pagesFirst =
        AgentSpec.writing(Steps.First.KEY).readingLead().using(Resource.PAGES, Resource.REGISTRY);
    AgentSpec<Steps.Third> registerFirst =
        AgentSpec.writing(Steps.Third.KEY).readingLead().using(Resource.REGISTRY, Resource.PAGES);
    Pipeline pipeline =
        Pipeline.named("both")
            .add(
                Steps.agent(pagesFirst, Steps::name),
                Steps.agent(registerFirst, input -> new Steps.Third("both")))
            .build();
    RunOptions options =
        RunOptions.defaults()
            .withConcurrency(LEADS)
            .withLimit(Resource.PAGES, 1)
            .withSharedLimit(Resource.PAGES, 2)
            .withLimit(Resource.REGISTRY, 1);
    try (Run run =
        Prospector.builder().build().start(pipeline, Steps.leads(1_000).iterator(), options)) {
      assertThat(run.results().toList())
          .hasSize(1_000)
          .allMatch(r -> r.status() == LeadStatus.ENRICHED);
    }
  }

  @Test
  void cancelEndsThoseWhoWaitForAPermit() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    Pipeline pipeline =
        Pipeline.named("held")
            .add(
                reading(
                    input -> {
                      began.countDown();
                      new CountDownLatch(1).await();
                      return Steps.name(input);
                    }))
            .build();
    RunOptions options = RunOptions.defaults().withConcurrency(LEADS).withLimit(Resource.PAGES, 1);
    try (Run run =
        Prospector.builder().build().start(pipeline, Steps.leads(LEADS).iterator(), options)) {
      began.await();
      run.cancel();
      assertThat(run.results().toList()).allMatch(r -> r.status() == LeadStatus.SKIPPED);
      assertThat(run.await().state()).isEqualTo(RunState.CANCELLED);
    }
  }

  @Test
  void theLeadsTimeEndsAlsoALeadThatOnlyWaits() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    Pipeline pipeline =
        Pipeline.named("held")
            .add(
                reading(
                    input -> {
                      begun.incrementAndGet();
                      awaitInAnyCase(goOn);
                      return Steps.name(input);
                    }))
            .build();
    RunOptions options =
        RunOptions.defaults()
            .withConcurrency(3)
            .withLimit(Resource.PAGES, 1)
            .withLeadTimeout(Duration.ofMillis(200));
    try (Run run =
        Prospector.builder().build().start(pipeline, Steps.leads(3).iterator(), options)) {
      // Two end while the first one holds the only permit.
      while (run.progress().leads().failed() < 2) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      List<LeadResult> results = run.results().toList();
      assertThat(results)
          .filteredOn(r -> r.failure().isPresent())
          .allMatch(r -> r.failure().orElseThrow().reason().contains("the lead's time of PT0.2S"));
      assertThat(begun).hasValue(1);
    }
  }

  /** Heeds no interrupt. */
  private static void awaitInAnyCase(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
