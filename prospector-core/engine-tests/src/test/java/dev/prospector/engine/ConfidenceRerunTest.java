package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.dossier.Section;
import dev.prospector.event.RunEvent;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.ConfidencePolicy;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** Another policy, and the age of sources: facts are rated where they are read. */
class ConfidenceRerunTest {

  private static final Instant READ = Instant.parse("2026-01-01T00:00:00Z");

  record Named(@JsonProperty("name") Fact<String> name) {
    static final Section<Named> KEY = Section.of("named", Named.class, 1);
  }

  /** A policy by which everything has the same confidence. */
  private record Flat(String identity, double all) implements ConfidencePolicy {
    @Override
    public double confidence(
        List<? extends Claim<?>> agreeing, List<? extends Claim<?>> against, Instant asOf) {
      return all;
    }
  }

  private final InMemoryJournal journal = new InMemoryJournal();
  private final SettableClock clock = new SettableClock(READ);
  private final Set<String> executed = new ConcurrentSkipListSet<>();

  private static Named named(AgentInput input) {
    String name = input.lead().company().name();
    Snapshot page = input.keep(Snapshot.page("https://a.example/", "We are " + name));
    Snapshot dated = input.keep(page.capturedAt(READ));
    return new Named(
        input
            .evidence()
            .fact(
                input.evidence().claim("name", ValueTypes.PROPER_NAME, name, dated, name).stream()
                    .toList()));
  }

  /** One makes claims, one weighs them, and one reads them whatever their confidence. */
  private static Pipeline pipeline() {
    Agent<Named> claiming =
        Steps.agent(
            AgentSpec.writing(Named.KEY).readingLead().ignoringConfidence(),
            ConfidenceRerunTest::named);
    Agent<Steps.First> weighing =
        Steps.agent(
            AgentSpec.writing(Steps.First.KEY).reading(Named.KEY),
            input -> new Steps.First("" + confidence(input.get(Named.KEY)), 1));
    Agent<Steps.Second> ignoring =
        Steps.agent(
            AgentSpec.writing(Steps.Second.KEY).reading(Named.KEY).ignoringConfidence(),
            input -> new Steps.Second(input.get(Named.KEY).name().value().orElse("")));
    return Pipeline.named("test").add(claiming, weighing, ignoring).build();
  }

  private static double confidence(Named named) {
    return named.name().fold(k -> k.confidence(), () -> -1.0, a -> -1.0, c -> -1.0);
  }

  private LeadResult run(ConfidencePolicy policy) throws Exception {
    executed.clear();
    Prospector prospector =
        Prospector.builder()
            .journal(journal)
            .clock(clock)
            .confidence(policy)
            .sink(
                event -> {
                  if (event instanceof RunEvent.StepCompleted step) {
                    executed.add(step.step());
                  }
                })
            .build();
    try (Run run = prospector.start(pipeline(), Steps.leads(1))) {
      return run.results().findFirst().orElseThrow();
    }
  }

  private static void isConsistent(LeadResult result, double expected) {
    assertThat(confidence(result.dossier().find(Named.KEY).orElseThrow())).isEqualTo(expected);
    assertThat(result.dossier().find(Steps.First.KEY).orElseThrow().text())
        .isEqualTo("" + expected);
  }

  @Test
  void anotherPolicyRunsWhatWeighsConfidenceAndRatesTheRestAnew() throws Exception {
    isConsistent(run(new Flat("flat/1", 0.5)), 0.5);
    LeadResult other = run(new Flat("flat/2", 0.25));
    assertThat(new TreeSet<>(executed)).containsExactly("first");
    isConsistent(other, 0.25);
    isConsistent(run(new Flat("flat/2", 0.25)), 0.25);
    assertThat(executed).isEmpty();
    isConsistent(run(new Flat("flat/1", 0.5)), 0.5);
    assertThat(executed).isEmpty();
  }

  @Test
  void tenYearsOfAgeLowerTheConfidenceAndADayDoesNot() throws Exception {
    LeadResult first = run(ConfidencePolicy.standard());
    double young = confidence(first.dossier().find(Named.KEY).orElseThrow());
    clock.advance(Duration.ofDays(1));
    isConsistent(run(ConfidencePolicy.standard()), young);
    assertThat(executed).isEmpty();
    clock.advance(Duration.ofDays(3650));
    LeadResult old = run(ConfidencePolicy.standard());
    assertThat(new TreeSet<>(executed)).containsExactly("first");
    double aged = confidence(old.dossier().find(Named.KEY).orElseThrow());
    assertThat(aged).isLessThan(young);
    isConsistent(old, aged);
  }
}
