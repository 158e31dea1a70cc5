package dev.prospector.adapter.dbscheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.dossier.Section;
import dev.prospector.event.RunState;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.RunStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs whose leads db-scheduler hands out. */
class DispatchedRunTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final DbSchedulerOptions PATIENT =
      DbSchedulerOptions.defaults()
          .withPoll(Duration.ofMillis(20))
          .withLeads(1)
          .withDelay(HOUR, HOUR);

  private final String url = Server.fresh();
  private final PostgresMachine machine = new PostgresMachine();
  private final HikariDataSource source = machine.connections(url);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void close() {
    machine.close();
  }

  record Note(String text) {}

  /** Says that it has begun, and waits until it may end. */
  private final class WaitingAgent implements Agent<Note> {
    @Override
    public AgentSpec<Note> spec() {
      return AgentSpec.writing(Section.of("note", Note.class, 1)).readingLead();
    }

    @Override
    public Note byRules(AgentInput input) throws InterruptedException {
      begun.countDown();
      goOn.await();
      return new Note(input.lead().company().name());
    }
  }

  @Test
  void leadsThatWerePutOffWhileARunWasPausedAreWorkedOnAsSoonAsItIsResumed() throws Exception {
    Pipeline pipeline = Pipeline.named("waiting").add(new WaitingAgent()).build();
    RunStore runs = new InMemoryRunStore(Clock.systemUTC());
    Prospector prospector =
        Prospector.builder()
            .runs(runs)
            .dispatcher(DbSchedulerDispatcher.open(source, PATIENT))
            .build();
    try (Dispatcher.Serving serving = prospector.join(List.of(pipeline), RunOptions.defaults());
        Run run = prospector.start(pipeline, leads(4), RunOptions.defaults())) {
      begun.await();
      await(() -> runs.find(Tenant.DEFAULT, run.id()).orElseThrow().leads().complete());
      run.pause();
      goOn.countDown();
      await(() -> putOff() == 3);
      assertThat(run.progress().leads().enriched()).isEqualTo(1);

      run.resume();

      await(() -> run.state() == RunState.COMPLETED);
      assertThat(run.await().leads().enriched()).isEqualTo(4);
    }
  }

  private static Iterator<Lead> leads(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Lead.of(LeadId.of("lead-" + i), Company.named("Company " + i)))
        .iterator();
  }

  private long putOff() throws Exception {
    return Long.parseLong(
        Server.query(
            url,
            "select count(*) from prospector_scheduled_tasks"
                + " where not picked and consecutive_failures = 1"));
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("what is waited for came in time").isLessThan(end);
      Thread.sleep(10);
    }
  }
}
