package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.dossier.Section;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTest {

  record Name(String text) {
    static final Section<Name> KEY = Section.of("name", Name.class, 1);
  }

  record Length(int letters) {
    static final Section<Length> KEY = Section.of("length", Length.class, 1);
  }

  record Shout(String text) {
    static final Section<Shout> KEY = Section.of("shout", Shout.class, 1);
  }

  static final class NameAgent implements Agent<Name> {
    @Override
    public AgentSpec<Name> spec() {
      return AgentSpec.writing(Name.KEY).readingLead();
    }

    @Override
    public Name byRules(AgentInput input) {
      return new Name(input.lead().company().name());
    }
  }

  static final class LengthAgent implements Agent<Length> {
    final AtomicInteger runs = new AtomicInteger();
    final int version;

    LengthAgent(int version) {
      this.version = version;
    }

    @Override
    public AgentSpec<Length> spec() {
      return AgentSpec.writing(Length.KEY).reading(Name.KEY).version(version);
    }

    @Override
    public Length byRules(AgentInput input) {
      runs.incrementAndGet();
      String name = input.get(Name.KEY).text();
      if (name.equals("broken")) {
        throw new IllegalStateException("cannot measure this");
      }
      return new Length(name.length());
    }
  }

  static final class ShoutAgent implements Agent<Shout> {
    @Override
    public AgentSpec<Shout> spec() {
      return AgentSpec.writing(Shout.KEY).reading(Name.KEY, Length.KEY);
    }

    @Override
    public Shout byRules(AgentInput input) {
      return new Shout(input.get(Name.KEY).text() + "!".repeat(input.get(Length.KEY).letters()));
    }
  }

  static Lead lead(String name) {
    return Lead.of(LeadId.of(name), Company.named(name));
  }

  static Pipeline pipeline(LengthAgent length) {
    return Pipeline.named("test").add(new ShoutAgent(), length, new NameAgent()).build();
  }

  @Test
  void deliversEveryLeadInTheOrderOfTheInput() throws Exception {
    List<Lead> leads = IntStream.range(0, 500).mapToObj(i -> lead("lead" + i)).toList();
    Prospector prospector = Prospector.builder().build();
    try (Run run = prospector.start(pipeline(new LengthAgent(1)), leads)) {
      List<LeadResult> results = run.results().toList();
      assertThat(results)
          .extracting(r -> r.lead().id())
          .isEqualTo(leads.stream().map(Lead::id).toList());
      assertThat(results).allMatch(r -> r.status() == LeadStatus.ENRICHED);
      assertThat(results.get(7).dossier().find(Shout.KEY)).contains(new Shout("lead7!!!!!"));
      run.await();
      assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    }
  }

  @Test
  void aLeadThatFailsDoesNotStopTheRun() throws Exception {
    Prospector prospector = Prospector.builder().build();
    LengthAgent length = new LengthAgent(1);
    try (Run run =
        prospector.start(pipeline(length), List.of(lead("a"), lead("broken"), lead("c")))) {
      List<LeadResult> results = run.results().toList();
      assertThat(results)
          .extracting(LeadResult::status)
          .containsExactly(LeadStatus.ENRICHED, LeadStatus.FAILED, LeadStatus.ENRICHED);
      StepResult failure = results.get(1).failure().orElseThrow();
      assertThat(failure.step()).isEqualTo("length");
      assertThat(failure.reason()).contains("cannot measure this");
      assertThat(results.get(1).dossier().find(Name.KEY)).contains(new Name("broken"));
      run.await();
      int before = length.runs.get();
      try (Run again = run.retryFailed()) {
        assertThat(again.results().toList()).hasSize(1);
        assertThat(length.runs.get()).isEqualTo(before + 1);
      }
    }
  }

  @Test
  void aChangedVersionRunsExactlyThatAgentAndThoseDownstream() throws Exception {
    Prospector prospector = Prospector.builder().build();
    List<Lead> leads = List.of(lead("a"), lead("bb"));
    prospector.start(pipeline(new LengthAgent(1)), leads).await();
    try (Run same = prospector.start(pipeline(new LengthAgent(1)), leads)) {
      assertThat(same.await().steps()).isEqualTo(RunProgress.Steps.of(0, 6));
    }
    try (Run changed = prospector.start(pipeline(new LengthAgent(2)), leads)) {
      assertThat(changed.await().steps()).isEqualTo(RunProgress.Steps.of(4, 2));
    }
  }

  @Test
  void eventsAreNumberedWithoutGapsAndInOrderPerLead() throws Exception {
    List<RunEvent> events = new ArrayList<>();
    Prospector prospector = Prospector.builder().sink(events::add).build();
    List<Lead> leads = IntStream.range(0, 200).mapToObj(i -> lead("lead" + i)).toList();
    try (Run run = prospector.start(pipeline(new LengthAgent(1)), leads)) {
      run.await();
    }
    assertThat(events)
        .extracting(e -> e.position().number())
        .isEqualTo(IntStream.rangeClosed(1, events.size()).mapToObj(i -> (long) i).toList());
    assertThat(events.get(0)).isInstanceOf(RunEvent.RunStarted.class);
    assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.RunFinished.class);
    List<RunEvent> one =
        events.stream()
            .filter(e -> e.about().filter(leads.get(3).id()::equals).isPresent())
            .toList();
    assertThat(one).hasSize(9);
    assertThat(one.get(0)).isInstanceOf(RunEvent.LeadAccepted.class);
    assertThat(one.get(1)).isInstanceOf(RunEvent.LeadStarted.class);
    assertThat(one.get(8)).isInstanceOf(RunEvent.LeadFinished.class);
  }

  @Test
  void cancelInterruptsRunningStepsAndKeepsWhatIsDone() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Agent<Length> waiting =
        new Agent<>() {
          @Override
          public AgentSpec<Length> spec() {
            return AgentSpec.writing(Length.KEY).reading(Name.KEY);
          }

          @Override
          public Length byRules(AgentInput input) throws InterruptedException {
            started.countDown();
            new CountDownLatch(1).await();
            return new Length(0);
          }
        };
    Pipeline pipeline =
        Pipeline.named("test").add(waiting, new NameAgent(), new ShoutAgent()).build();
    try (Run run = Prospector.builder().build().start(pipeline, List.of(lead("a")))) {
      started.await();
      run.cancel();
      LeadResult result = run.results().toList().get(0);
      assertThat(result.status()).isEqualTo(LeadStatus.SKIPPED);
      assertThat(result.dossier().find(Name.KEY)).isPresent();
      run.await();
      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    }
  }
}
