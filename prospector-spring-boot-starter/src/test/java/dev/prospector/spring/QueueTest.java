package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.error.RunException;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunQueue;
import dev.prospector.spring.internal.QueueOfApplication;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.RunStore;
import dev.prospector.store.RunTerms;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Note;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.RemoteRuns;
import dev.prospector.tracking.remote.ReportStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Runs that wait for their turn, in an application of several tenants. */
class QueueTest {

  private static final Tenant ACME = new Tenant("acme");
  private static final Tenant BETA = new Tenant("beta");
  private static final RunId RUN = RunId.of("nightly");

  @TempDir Path folder;

  /** Waits with each lead until it is let go or interrupted. */
  private static final class HeldAgent extends NoteAgent {
    final CountDownLatch began = new CountDownLatch(1);
    final CountDownLatch held = new CountDownLatch(1);

    @Override
    public AgentSpec<Note> spec() {
      return super.spec().readingLead();
    }

    @Override
    public Note byRules(AgentInput input) throws InterruptedException {
      began.countDown();
      held.await();
      return new Note(input.lead().id().value());
    }
  }

  private ApplicationContextRunner application(HeldAgent agent) {
    return Boot.runner()
        .withPropertyValues(
            "prospector.store.url=sqlite:" + folder.resolve("runs.db"),
            "prospector.shutdown.drain=0s")
        .withBean("notes", Pipeline.class, () -> Pipeline.named("notes").add(agent).build());
  }

  private static void submit(ApplicationContext context, Tenant tenant) {
    RunOptions options = context.getBean(RunOptions.class).withTenant(tenant).withId(RUN);
    List<Lead> leads =
        IntStream.range(0, 3)
            .mapToObj(n -> Lead.of(LeadId.of("lead-" + n), Company.named("Example " + n)))
            .toList();
    assertThat(
            context
                .getBean(RunQueue.class)
                .submit(context.getBean(Pipeline.class), leads.iterator(), options)
                .state())
        .isIn(RunState.QUEUED, RunState.RUNNING);
  }

  @Test
  void whatAStopLeftIsTakenUpForEveryTenantAndEndsOnce() {
    HeldAgent first = new HeldAgent();
    application(first)
        .withPropertyValues("prospector.queue.runs=1")
        .run(
            context -> {
              submit(context, ACME);
              first.began.await();
              submit(context, BETA);
              RunQueue.Status status = context.getBean(RunQueue.class).status(BETA);
              assertThat(status.limits()).isEqualTo(new QueueLimits(1, 1));
              assertThat(status.own()).extracting(RunQueue.Place::position).containsExactly(1);
            });
    HeldAgent second = new HeldAgent();
    second.held.countDown();
    CountDownLatch finished = new CountDownLatch(2);
    application(second)
        .withBean(EventSink.class, () -> event -> tell(event, finished))
        .run(
            context -> {
              assertThat(finished.await(60, TimeUnit.SECONDS)).isTrue();
              RunStore runs = context.getBean(RunStore.class);
              for (Tenant tenant : List.of(ACME, BETA)) {
                assertThat(runs.find(tenant, RUN).orElseThrow().leads().enriched()).isEqualTo(3);
                assertThat(runs.events(tenant, RUN, 0, 1000))
                    .filteredOn(RunEvent.RunFinished.class::isInstance)
                    .hasSize(1);
              }
            });
  }

  private static void tell(RunEvent event, CountDownLatch finished) {
    if (event instanceof RunEvent.RunFinished) {
      finished.countDown();
    }
  }

  @Test
  void whatRemoteAgentsReportIsNeverTakenUp() {
    HeldAgent agent = new HeldAgent();
    agent.held.countDown();
    application(agent)
        .run(
            context -> {
              RemoteRuns remote =
                  new RemoteRuns(
                      context.getBean(RunStore.class),
                      context.getBean(ReportStore.class),
                      Clock.systemUTC());
              ReportStore.Beginning unused =
                  remote.start(ACME, LeadStart.of(LeadId.of("reported"), RunId.of("elsewhere")));
            });
    CountDownLatch finished = new CountDownLatch(1);
    application(agent)
        .withBean(EventSink.class, () -> event -> tell(event, finished))
        .run(
            context -> {
              submit(context, BETA);
              assertThat(finished.await(60, TimeUnit.SECONDS)).isTrue();
              RunStore runs = context.getBean(RunStore.class);
              assertThat(runs.find(ACME, RunId.of("elsewhere")).orElseThrow())
                  .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.RUNNING))
                  .satisfies(run -> assertThat(run.leads().ended()).isZero());
              assertThat(context.getBean(Prospector.class).active())
                  .noneMatch(run -> run.id().equals(RunId.of("elsewhere")));
            });
  }

  @Test
  void aRunThatWasStartedWithoutTheQueueIsTakenUpOnceAndOneOfTheQueueByTheQueue() {
    application(new HeldAgent())
        .withPropertyValues("prospector.queue.enabled=false")
        .run(
            context -> {
              RunStore runs = context.getBean(RunStore.class);
              runs.queue().enqueue(ACME, RUN, "notes", Map.of(), RunTerms.DEFAULTS);
              long unused = runs.accept(ACME, RUN, 0, List.of(lead("one")));
              runs.complete(ACME, RUN);
              assertThat(runs.queue().take(QueueLimits.defaults(), List.of("notes"))).isPresent();
            });
    application(new HeldAgent())
        .withPropertyValues("prospector.queue.enabled=false")
        .run(
            context -> {
              TakeUpRuns take =
                  new TakeUpRuns(
                      context.getBean(Prospector.class),
                      context.getBean(RunStore.class),
                      context.getBean(RunOptions.class),
                      List.of(context.getBean(Pipeline.class)));
              take.run();
              assertThat(context.getBean(Prospector.class).active()).isEmpty();
            });
  }

  private static Lead lead(String id) {
    return Lead.of(LeadId.of(id), Company.named("Example " + id));
  }

  @Test
  void theApplicationMayHaveAQueueOfItsOwnOrNone() {
    Boot.runner()
        .withPropertyValues("prospector.queue.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(RunQueue.class));
    RunQueue own = new QueueOfHost();
    Boot.runner()
        .withBean("own", RunQueue.class, () -> own)
        .run(context -> assertThat(context.getBean(RunQueue.class)).isSameAs(own));
  }

  @Test
  void beforeTheStartAndWithoutAStoreItSaysWhatToDo() {
    QueueOfApplication early =
        new QueueOfApplication(
            () ->
                Prospector.builder()
                    .build()
                    .queue(List.of(), QueueLimits.defaults(), RunOptions.defaults()));
    assertThatThrownBy(() -> early.status(ACME))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("from ApplicationReadyEvent on");
    early.started();
    assertThat(early.trouble()).isEmpty();
    early.open();
    assertThat(early.trouble()).hasValueSatisfying(t -> assertThat(t).contains("not stored"));
    assertThatThrownBy(() -> early.status(ACME))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("give the builder a run store");
  }

  @Test
  void pipelinesThatCannotBeToldApartAreRefused() {
    Boot.runner()
        .withBean("one", Pipeline.class, () -> named("same"))
        .withBean("two", Pipeline.class, () -> named("same"))
        .withBean("three", Pipeline.class, () -> named("remote"))
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("two pipelines are named 'same'")
                    .hasMessageContaining("'remote' has the name of reported runs"));
    Boot.runner()
        .withBean("own", Pipeline.class, () -> named("standard"))
        .run(context -> assertThat(context).hasNotFailed());
  }

  private static final class QueueOfHost implements RunQueue {
    @Override
    public StoredRun submit(Pipeline pipeline, Iterator<Lead> leads, RunOptions options) {
      throw new RunException("this queue is full");
    }

    @Override
    public Status status(Tenant tenant) {
      return new Status(0, 0, QueueLimits.defaults(), List.of());
    }

    @Override
    public void close() {}
  }

  private static Pipeline named(String name) {
    return Pipeline.named(name).add(new NoteAgent()).build();
  }
}
