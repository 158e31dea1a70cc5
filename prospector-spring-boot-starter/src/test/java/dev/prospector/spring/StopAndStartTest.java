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
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Note;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application that stops in the middle of a run, and starts again. */
class StopAndStartTest {

  private static final int LEADS = 40;
  private static final RunId RUN = RunId.of("nightly");

  @TempDir Path folder;

  /** Works on some leads, and then waits until it is interrupted. */
  private static final class SlowAgent extends NoteAgent {
    final ConcurrentHashMap<String, AtomicInteger> worked = new ConcurrentHashMap<>();
    final CountDownLatch stuck = new CountDownLatch(1);
    final AtomicInteger left;

    SlowAgent(int before) {
      left = new AtomicInteger(before);
    }

    @Override
    public AgentSpec<Note> spec() {
      return super.spec().readingLead();
    }

    @Override
    public Note byRules(AgentInput input) throws InterruptedException {
      String lead = input.lead().id().value();
      if (left.decrementAndGet() < 0) {
        stuck.countDown();
        new CountDownLatch(1).await();
      }
      worked.computeIfAbsent(lead, l -> new AtomicInteger()).incrementAndGet();
      return new Note(lead);
    }
  }

  private ApplicationContextRunner application(SlowAgent agent) {
    return Boot.runner()
        .withPropertyValues(
            "prospector.store.url=sqlite:" + folder.resolve("runs.db"),
            "prospector.run.concurrency=4",
            "prospector.shutdown.drain=0s")
        .withBean("notes", Pipeline.class, () -> Pipeline.named("notes").add(agent).build());
  }

  private static List<Lead> leads() {
    return IntStream.range(0, LEADS)
        .mapToObj(n -> Lead.of(LeadId.of("lead-" + n), Company.named("Example " + n)))
        .toList();
  }

  @Test
  void aStopInMidRunLosesNothingAndAStartTakesItUp() {
    SlowAgent first = new SlowAgent(10);
    application(first)
        .run(
            context -> {
              Run run =
                  context
                      .getBean(Prospector.class)
                      .start(
                          context.getBean(Pipeline.class),
                          leads().iterator(),
                          context.getBean(RunOptions.class).withId(RUN));
              first.stuck.await();
              assertThat(run.state()).isEqualTo(RunState.RUNNING);
            });
    SlowAgent second = new SlowAgent(LEADS);
    CountDownLatch finished = new CountDownLatch(1);
    application(second)
        .withBean(EventSink.class, () -> event -> tell(event, finished))
        .run(
            context -> {
              assertThat(finished.await(60, TimeUnit.SECONDS)).isTrue();
              RunStore runs = context.getBean(RunStore.class);
              StoredRun stored = runs.find(Tenant.DEFAULT, RUN).orElseThrow();
              assertThat(stored.leads().enriched()).isEqualTo(LEADS);
              assertThat(numbers(runs)).isEqualTo(stored.lastEvent());
            });
    assertThat(first.worked.keySet())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(second.worked.keySet());
    assertThat(first.worked.size() + second.worked.size()).isEqualTo(LEADS);
  }

  private static void tell(RunEvent event, CountDownLatch finished) {
    if (event instanceof RunEvent.RunFinished) {
      finished.countDown();
    }
  }

  @Test
  void unfinishedRunsStayWhereTheApplicationSaysSo() throws Exception {
    SlowAgent first = new SlowAgent(0);
    application(first)
        .run(
            context -> {
              Run run =
                  context
                      .getBean(Prospector.class)
                      .start(
                          context.getBean(Pipeline.class),
                          leads().iterator(),
                          context.getBean(RunOptions.class).withId(RUN));
              first.stuck.await();
              assertThat(run.state()).isEqualTo(RunState.RUNNING);
            });
    application(new SlowAgent(LEADS))
        .withPropertyValues("prospector.run.take-up=false")
        .run(context -> assertThat(context.getBean(Prospector.class).active()).isEmpty());
  }

  private static long numbers(RunStore runs) {
    long last = 0;
    for (RunEvent event : runs.events(Tenant.DEFAULT, RUN, 0, 10_000)) {
      assertThat(event.position().number()).isEqualTo(last + 1);
      last++;
    }
    return last;
  }

  @Test
  void whatWasStoppedDoesNotStartAgainInTheSameContext() {
    Boot.runner()
        .run(
            context -> {
              ProspectorLifecycle life = context.getBean(ProspectorLifecycle.class);
              life.stop();
              assertThat(life.isRunning()).isFalse();
              assertThatThrownBy(life::start)
                  .isInstanceOf(RunException.class)
                  .hasMessageContaining("make a new context");
            });
  }

  @Test
  void itStartsLastAndStopsFirst() {
    Boot.runner()
        .run(
            context ->
                assertThat(context.getBean(ProspectorLifecycle.class).getPhase())
                    .isEqualTo(Integer.MAX_VALUE));
  }
}
