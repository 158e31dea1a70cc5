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
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.cli.run.BundledExample;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Lead;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.model.Capabilities;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.pipeline.Plan;
import dev.prospector.run.Run;
import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedModel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Changes version, prompt or model of one agent of the whole catalogue, which a model is asked for
 * in joint questions, and sees what is executed again.
 */
class ChangedQuestionTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  /** One of each group, one that stands between, the one that is asked alone, and one by rules. */
  private static final List<String> CHANGED =
      List.of(
          "website",
          "company-analysis",
          "pain-points",
          "intent",
          "persona",
          "objections",
          "briefing");

  /** The same agent, said to give other results or asked in other words. */
  private record Changed<T>(ModelAgent<T> before, int version, String words)
      implements ModelAgent<T> {

    @Override
    public AgentSpec<T> spec() {
      return before.spec().version(before.spec().version() + version);
    }

    @Override
    public Prompt prompt() {
      return before.prompt().withTask(before.prompt().task() + words);
    }

    @Override
    public T byRules(AgentInput input) throws InterruptedException {
      return before.byRules(input);
    }

    @Override
    public Optional<Question> question(AgentInput input) throws InterruptedException {
      return before.question(input);
    }

    @Override
    public Reading<T> read(AgentInput input, Question asked, LanguageModel.Answer answer)
        throws InterruptedException {
      return before.read(input, asked, answer);
    }
  }

  /** The same agent, which asks nobody, said to give other results. */
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

  private final Pipeline pipeline = Pipelines.enhanced(Tier.NOT_QUALIFIED);
  private final SimulatedModel usual = SimulatedModel.of(Manner.HONEST, 1, CLOCK, time -> {});
  private final Set<String> executed = new ConcurrentSkipListSet<>();
  private final Set<String> skipped = new ConcurrentSkipListSet<>();
  private final InMemoryJournal journal = new InMemoryJournal();
  private BundledExample example;
  private PageArchive pages;

  @BeforeEach
  void unpack() throws Exception {
    example = BundledExample.unpack();
    pages = PageArchive.open(example.pages());
  }

  @AfterEach
  void close() throws Exception {
    pages.close();
    example.close();
  }

  private List<Lead> leads(int most) throws Exception {
    List<Lead> leads = new ArrayList<>();
    try (LeadFile list =
        LeadFile.open(example.list(), ReadSettings.defaults().withLimit(most), row -> {})) {
      list.forEach(leads::add);
    }
    return leads;
  }

  private Set<String> executed(Pipeline changed, Models models, int leads) throws Exception {
    executed.clear();
    skipped.clear();
    Prospector prospector =
        Prospector.builder()
            .businessContext(BusinessContexts.read(example.context()))
            .pages(pages)
            .journal(journal)
            .clock(CLOCK)
            .models(models, Budget.unlimited())
            .sink(this::note)
            .build();
    try (Run run = prospector.start(changed, leads(leads))) {
      run.await();
    }
    return new TreeSet<>(executed);
  }

  private void note(RunEvent event) {
    if (event instanceof RunEvent.StepCompleted completed) {
      executed.add(completed.step());
    } else if (event instanceof RunEvent.StepSkipped left) {
      skipped.add(left.step());
    }
  }

  private int step(String agent) {
    Plan plan = pipeline.plan();
    for (int i = 0; i < plan.size(); i++) {
      if (plan.step(i).spec().id().equals(agent)) {
        return i;
      }
    }
    throw new IllegalArgumentException(agent);
  }

  /** The agent, those that are asked together with it, and what reads any of them; as declared. */
  private Set<String> again(String agent) {
    Plan plan = pipeline.plan();
    Set<Integer> steps = new TreeSet<>(Set.of(step(agent)));
    plan.together().stream().filter(group -> group.contains(step(agent))).forEach(steps::addAll);
    // Agents come after those whose sections they read, so that one pass is enough.
    for (int i = 0; i < plan.size(); i++) {
      if (plan.step(i).reads().stream().anyMatch(read -> steps.contains(read.writer()))) {
        steps.add(i);
      }
    }
    Set<String> names = new TreeSet<>();
    steps.forEach(step -> names.add(plan.step(step).spec().id()));
    return names;
  }

  private Pipeline with(Agent<?> agent) {
    return pipeline.toBuilder(pipeline.name()).replace(agent).build();
  }

  @Test
  void whatIsChangedItsGroupAndWhatReadsThemAreExecutedAgain() throws Exception {
    Models models = Models.of(usual);
    assertThat(executed(pipeline, models, 1)).hasSize(pipeline.agents().size());
    assertThat(executed(pipeline, models, 1)).isEmpty();
    for (String id : CHANGED) {
      Agent<?> agent = pipeline.plan().step(step(id)).agent();
      if (agent instanceof ModelAgent<?> asked) {
        assertThat(executed(with(new Changed<>(asked, 1, "")), models, 1))
            .as("version of " + id)
            .isEqualTo(again(id));
        assertThat(executed(with(new Changed<>(asked, 0, "\nBe brief.")), models, 1))
            .as("prompt of " + id)
            .isEqualTo(again(id));
        assertThat(executed(pipeline, models.withAgent(id, new Renamed(usual)), 1))
            .as("model of " + id)
            .isEqualTo(again(id));
      } else {
        assertThat(executed(with(new Newer<>(agent)), models, 1))
            .as("version of " + id)
            .isEqualTo(again(id));
      }
    }
    assertThat(executed(pipeline, models, 1)).isEmpty();
  }

  @Test
  void aLowerGateExecutesOnlyWhatTheHigherOneHadStopped() throws Exception {
    Models models = Models.of(usual);
    executed(Pipelines.enhanced(Tier.HIGH), models, KeptList.LEADS_OF_EXAMPLE);
    Set<String> stopped = new TreeSet<>(skipped);
    int asked = usual.attempts();
    assertThat(stopped).contains("persona", "message", "briefing");
    // What a next step is depends on the plan, which was not there before.
    stopped.add("scores");
    assertThat(executed(Pipelines.enhanced(Tier.LOW), models, KeptList.LEADS_OF_EXAMPLE))
        .isNotEmpty()
        .isSubsetOf(stopped);
    assertThat(usual.attempts()).isGreaterThan(asked);
    assertThat(executed(Pipelines.enhanced(Tier.HIGH), models, KeptList.LEADS_OF_EXAMPLE))
        .isEmpty();
  }

  /** The same model under another name. */
  private record Renamed(LanguageModel model) implements LanguageModel {
    @Override
    public String name() {
      return "another";
    }

    @Override
    public Usage upperBound(Request request) {
      return model.upperBound(request);
    }

    @Override
    public Capabilities capabilities() {
      return model.capabilities();
    }

    @Override
    public Effect effect() {
      return model.effect();
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      return model.ask(request);
    }
  }
}
