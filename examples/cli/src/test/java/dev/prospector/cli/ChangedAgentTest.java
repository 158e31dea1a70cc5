package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.cli.run.BundledExample;
import dev.prospector.dossier.Section;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Lead;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** Changes one agent of the real pipeline after the other, and sees what is executed again. */
class ChangedAgentTest {

  /** The same agent, said to give other results. */
  private record Newer<T>(Agent<T> before) implements Agent<T> {
    @Override
    public AgentSpec<T> spec() {
      return before.spec().version(before.spec().version() + 1);
    }

    @Override
    public T byRules(AgentInput input) throws InterruptedException {
      return before.byRules(input);
    }
  }

  private final Set<String> executed = new ConcurrentSkipListSet<>();
  private final Set<String> executedFor = new ConcurrentSkipListSet<>();
  private final Set<String> skipped = new ConcurrentSkipListSet<>();
  private final Set<String> reused = new ConcurrentSkipListSet<>();

  @Test
  void exactlyTheChangedAgentAndThoseDownstreamAreExecutedAgain() throws Exception {
    isExecutedAgain(Pipelines.standard(), 3);
  }

  @Test
  void soItIsForEachAgentOfTheWholeCatalogue() throws Exception {
    isExecutedAgain(Pipelines.enhanced(Tier.NOT_QUALIFIED), 1);
  }

  private void isExecutedAgain(Pipeline pipeline, int leads) throws Exception {
    withExample(
        leads,
        (prospector, list) -> {
          int all = pipeline.agents().size();
          assertThat(run(prospector, pipeline, list).executed()).isEqualTo((long) leads * all);
          assertThat(run(prospector, pipeline, list).executed()).isZero();
          for (Agent<?> agent : pipeline.agents()) {
            Set<String> expected = downstream(pipeline, agent);
            RunProgress.Steps steps = run(prospector, changed(pipeline, agent), list);
            assertThat(executed).as("after a change of " + agent.spec()).isEqualTo(expected);
            assertThat(reused).doesNotContainAnyElementsOf(expected);
            assertThat(steps.executed()).isEqualTo((long) leads * expected.size());
            assertThat(steps.reused()).isEqualTo((long) leads * (all - expected.size()));
          }
        });
  }

  @Test
  void aLowerGateExecutesOnlyWhatTheHigherOneHadStoppedAndWhatReadsIt() throws Exception {
    withExample(
        10,
        (prospector, list) -> {
          run(prospector, Pipelines.enhanced(Tier.MEDIUM), list);
          Set<String> stopped = Set.copyOf(skipped);
          assertThat(stopped).isNotEmpty();
          run(prospector, Pipelines.enhanced(Tier.LOW), list);
          // What a next step is depends on the plan, which was not there before.
          assertThat(executed).isSubsetOf(with(stopped, "scores"));
          assertThat(executedFor)
              .isNotEmpty()
              .doesNotContain("transcuriango.example", "brumafria.example", "frotalume.example");
          run(prospector, Pipelines.enhanced(Tier.MEDIUM), list);
          assertThat(executed).isEmpty();
        });
  }

  private static Set<String> with(Set<String> some, String more) {
    Set<String> all = new TreeSet<>(some);
    all.add(more);
    return all;
  }

  private interface Trial {
    void on(Prospector prospector, List<Lead> leads) throws Exception;
  }

  private void withExample(int most, Trial trial) throws Exception {
    try (BundledExample example = BundledExample.unpack();
        PageArchive pages = PageArchive.open(example.pages());
        LeadFile list =
            LeadFile.open(example.list(), ReadSettings.defaults().withLimit(most), row -> {})) {
      List<Lead> leads = new ArrayList<>();
      list.forEach(leads::add);
      Prospector prospector =
          Prospector.builder()
              .businessContext(BusinessContexts.read(example.context()))
              .pages(pages)
              .sink(this::note)
              .build();
      trial.on(prospector, leads);
    }
  }

  private static Pipeline changed(Pipeline pipeline, Agent<?> agent) {
    return pipeline.toBuilder("changed").replace(new Newer<>(agent)).build();
  }

  private RunProgress.Steps run(Prospector prospector, Pipeline pipeline, List<Lead> leads)
      throws InterruptedException {
    executed.clear();
    executedFor.clear();
    reused.clear();
    skipped.clear();
    try (Run run = prospector.start(pipeline, leads)) {
      return run.await().steps();
    }
  }

  private void note(RunEvent event) {
    if (event instanceof RunEvent.StepCompleted completed) {
      executed.add(completed.step());
      executedFor.add(completed.lead().value());
    } else if (event instanceof RunEvent.StepReused taken) {
      reused.add(taken.step());
    } else if (event instanceof RunEvent.StepSkipped left) {
      skipped.add(left.step());
    }
  }

  /** The agent itself and whoever reads, directly or not, what it writes; from declarations. */
  private static Set<String> downstream(Pipeline pipeline, Agent<?> changed) {
    Set<String> steps = new TreeSet<>(Set.of(changed.spec().id()));
    List<Section<?>> written = new ArrayList<>(List.of(changed.spec().writes()));
    // Agents come after those whose sections they read, so that one pass is enough.
    for (Agent<?> agent : pipeline.agents()) {
      AgentSpec<?> spec = agent.spec();
      if (written.stream()
          .anyMatch(s -> spec.required().contains(s) || spec.optional().contains(s))) {
        steps.add(spec.id());
        written.add(spec.writes());
      }
    }
    return steps;
  }
}
