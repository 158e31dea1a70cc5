package dev.prospector.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.prompt.PromptLead;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Author;
import dev.prospector.lead.Lead;
import dev.prospector.model.Capabilities;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.Threads;
import dev.prospector.testkit.SettableClock;
import dev.prospector.testkit.provider.JumpingTime;
import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole catalogue asked in joint questions: its time, and what a bad part costs. */
@Timeout(120)
class JointCatalogueTest {

  private static final Instant START = PromptLead.TODAY;
  private static final int REQUESTS = 5;

  /** So many leads at a time; 100 are tried by hand. */
  private static final int MANY = Integer.getInteger("prospector.joint.leads", 20);

  /** Tells when it worked on a lead. */
  private record Counting<T>(Agent<T> agent, CountDownLatch begun) implements Agent<T> {
    @Override
    public AgentSpec<T> spec() {
      return agent.spec();
    }

    @Override
    public T byRules(AgentInput input) throws InterruptedException {
      begun.countDown();
      return agent.byRules(input);
    }
  }

  /** Gives one part in a form that no agent can read, however often it is asked. */
  private record Spoiling(LanguageModel model, String part) implements LanguageModel {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Capabilities capabilities() {
      return model.capabilities();
    }

    @Override
    public Usage upperBound(Request request) {
      return model.upperBound(request);
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      Answer answer = model.ask(request);
      if (JSON.readTree(answer.text()) instanceof ObjectNode parts && parts.has(part)) {
        parts.put(part, "as asked");
        return new Answer(
            parts.toString(), answer.ending(), answer.usage(), answer.model(), answer.tokens(), "");
      }
      return answer;
    }

    @Override
    public Effect effect() {
      return model.effect();
    }
  }

  private static SimulatedModel honest(JumpingTime time) {
    return SimulatedModel.of(Manner.HONEST, 1, time.clock(), time::sleep)
        .withLatency(Duration.ofSeconds(1));
  }

  private static List<Lead> leads(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> SiteFixture.lead("lead" + i, "TRANSPORTES SERRA AZUL LTDA", HOST))
        .toList();
  }

  private static final String HOST = "serraazul.example";

  /** How long so many leads took, and how often a model was asked. */
  private record Took(Duration time, int calls) {}

  private static Took take(int leads, RunOptions options) throws Exception {
    JumpingTime time = new JumpingTime(START);
    SimulatedModel model = honest(time);
    CountDownLatch begun = new CountDownLatch(leads);
    Pipeline pipeline =
        Pipelines.enhanced(Tier.NOT_QUALIFIED).toBuilder("timed")
            .replace(new Counting<>(new IntakeAgent(), begun))
            .build();
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      Prospector prospector =
          Prospector.builder()
              .businessContext(PromptLead.SELLER)
              .pages(PromptLead.site())
              .model(model, Budget.unlimited())
              .clock(time.clock())
              .threads(Threads.of(time.executor(pool)))
              .build();
      JumpingTime.Standstill start = time.standStill();
      try (Run run = prospector.start(pipeline, leads(leads).iterator(), options)) {
        begun.await();
        start.close();
        assertThat(run.results().toList())
            .hasSize(leads)
            .allMatch(result -> result.dossier().entries().size() == 23);
      }
    } finally {
      pool.shutdownNow();
    }
    return new Took(Duration.between(START, time.clock().instant()), model.attempts());
  }

  @Test
  void oneLeadTakesAsLongAsItsFiveRequestsAndManyHardlyLonger() throws Exception {
    Took one = take(1, RunOptions.defaults());
    assertThat(one.calls()).isEqualTo(REQUESTS);
    assertThat(one.time()).isBetween(Duration.ofSeconds(REQUESTS), Duration.ofSeconds(6));

    Took many = take(MANY, RunOptions.defaults().withConcurrency(MANY));
    assertThat(many.calls()).isEqualTo(MANY * REQUESTS);
    assertThat(many.time()).isLessThanOrEqualTo(Duration.ofMillis(6 * 1300));
  }

  @Test
  void askedSinglyALeadTakesElevenRequestsInARow() throws Exception {
    Took singly = take(1, RunOptions.defaults().withoutJoining());
    assertThat(singly.calls()).isEqualTo(16);
    assertThat(singly.time()).isEqualTo(Duration.ofSeconds(11));
  }

  @ParameterizedTest
  @ValueSource(strings = {"buying-triggers", "competitors", "strategy-evaluation", "message"})
  void aPartThatStaysBadCostsOnlyItself(String bad) {
    LanguageModel honest =
        SimulatedModel.of(Manner.HONEST, 1, new SettableClock(START), duration -> {});
    Set<String> expected = byModel(PromptLead.run(honest));
    assertThat(expected.remove(bad)).isTrue();
    assertThat(byModel(PromptLead.run(new Spoiling(honest, bad)))).isEqualTo(expected);
  }

  private static Set<String> byModel(LeadResult result) {
    return result.dossier().entries().stream()
        .map(entry -> entry.provenance())
        .filter(provenance -> provenance.author() == Author.MODEL)
        .map(provenance -> provenance.writer())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
