package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.error.ConfigurationException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryContextStore;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunQueue;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.RunTerms;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A run goes on by its own terms, in whichever process and beside whichever other tenant. */
class RunTermsTest {

  private static final Tenant ACME = new Tenant("acme");
  private static final Tenant BETA = new Tenant("beta");
  private static final RunId RUN = RunId.of("run");

  private final InMemoryBudget counters = new InMemoryBudget(Limits.unlimited(), Clock.systemUTC());
  private final InMemoryRunStore store = InMemoryRunStore.settling(counters, Clock.systemUTC());
  private final InMemoryContextStore contexts = new InMemoryContextStore(Clock.systemUTC());
  private final AtomicInteger plain = new AtomicInteger();
  private final AtomicInteger selling = new AtomicInteger();

  private final Agent<Steps.First> first =
      Steps.first(
          input -> {
            plain.incrementAndGet();
            return Steps.name(input);
          });
  private final Agent<Steps.Second> second =
      Steps.agent(
          AgentSpec.writing(Steps.Second.KEY).readingLead().readingContext(),
          input -> {
            selling.incrementAndGet();
            return new Steps.Second(input.context().text(BusinessContext.Text.WHAT_WE_SELL));
          });
  private final Pipeline pipeline = Pipeline.named("test").add(first, second).build();

  private static BusinessContext context(String what) {
    return BusinessContext.builder().text(BusinessContext.Text.WHAT_WE_SELL, what).build();
  }

  private static RunOptions of(Tenant tenant, String id) {
    return RunOptions.defaults().withTenant(tenant).withId(RunId.of(id));
  }

  private Prospector.Builder process(InMemoryRunStore runs) {
    return Prospector.builder()
        .businessContext(context("whatever this process sells"))
        .contexts(contexts)
        .budget(counters)
        .runs(runs);
  }

  private List<LeadResult> run(RunOptions options) {
    try (Run run = process(store).build().start(pipeline, Steps.leads(3).iterator(), options)) {
      return run.results().toList();
    }
  }

  private static List<String> sold(List<LeadResult> results) {
    return results.stream()
        .map(r -> r.dossier().find(Steps.Second.KEY).orElseThrow().text())
        .distinct()
        .toList();
  }

  @Test
  void twoTenantsOfOneProcessWithRunsResumedElsewhereMeetOnlyTheirOwnContextAndLimits()
      throws Exception {
    contexts.save(ACME, context("trucks"), "ana");
    contexts.save(BETA, context("ships"), "bia");
    Prospector one =
        process(store)
            .limits(
                tenant ->
                    tenant.equals(BETA)
                        ? Limits.of(Limit.leads(Limit.Period.WEEK, 2))
                        : Limits.unlimited())
            .build();
    CountDownLatch began = new CountDownLatch(1);
    Pipeline held =
        Pipeline.named("test").add(Steps.held(began, new CountDownLatch(1)), second).build();
    try (Run left = one.start(held, Steps.leads(3).iterator(), of(ACME, "run"))) {
      began.await();
    }
    contexts.save(ACME, context("bicycles"), "ana");

    List<LeadResult> acme;
    Prospector other = process(store.another()).build();
    try (Run run = other.start(pipeline, Steps.leads(3).iterator(), of(ACME, "run"))) {
      acme = run.results().toList();
    }
    List<LeadResult> beta;
    try (Run run = one.start(pipeline, Steps.leads(3).iterator(), of(BETA, "run"))) {
      beta = run.results().toList();
    }

    assertThat(sold(acme)).containsExactly("trucks");
    assertThat(acme).extracting(LeadResult::status).containsOnly(LeadStatus.ENRICHED);
    assertThat(beta).filteredOn(r -> r.status() == LeadStatus.FAILED).hasSize(1);
    assertThat(sold(beta.stream().filter(r -> r.status() == LeadStatus.ENRICHED).toList()))
        .containsExactly("ships");
  }

  @Test
  void aProcessThatJoinsByTheDispatcherWorksOnEachRunByItsOwnTerms() throws Exception {
    contexts.save(ACME, context("trucks"), "ana");
    contexts.save(BETA, context("ships"), "bia");
    HandOut dispatcher = new HandOut();
    Prospector starting = process(store).dispatcher(dispatcher).build();
    Prospector joining = process(store.another()).dispatcher(dispatcher).build();
    try (Run acme = starting.start(pipeline, Steps.leads(3).iterator(), of(ACME, "run"));
        Run beta = starting.start(pipeline, Steps.leads(3).iterator(), of(BETA, "run"))) {
      dispatcher.awaitAssignments(6);
      contexts.save(ACME, context("bicycles"), "ana");
      try (Dispatcher.Serving serving = joining.join(List.of(pipeline), RunOptions.defaults())) {
        assertThat(sold(acme.results().toList())).containsExactly("trucks");
        assertThat(sold(beta.results().toList())).containsExactly("ships");
      }
    }
    assertThat(dispatcher.workers()).isEqualTo(1);
    assertThat(selling).hasValue(6);
  }

  @Test
  void anotherContextRunsOnlyThoseAgainThatReadIt() {
    contexts.save(ACME, context("trucks"), "");
    assertThat(sold(run(of(ACME, "one")))).containsExactly("trucks");
    contexts.save(ACME, context("vans"), "");
    assertThat(sold(run(of(ACME, "two")))).containsExactly("vans");
    assertThat(sold(run(of(ACME, "three").withContext(context("trucks")))))
        .containsExactly("trucks");

    assertThat(plain).hasValue(3);
    assertThat(selling).hasValue(6);
  }

  @Test
  void whatIsRedoneAndWhatDependsOnItRunsAgainOnce() {
    List<LeadResult> unused = run(of(ACME, "one"));
    unused = run(of(ACME, "two").redoing("first"));
    assertThat(plain).hasValue(6);
    assertThat(selling).hasValue(3);

    unused = run(of(ACME, "two").redoing("first"));
    assertThat(plain).hasValue(6);
    assertThatThrownBy(() -> run(of(ACME, "three").redoing("nobody")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("nobody");
  }

  @Test
  void anAgentIsLeftOutUnlessAnotherNeedsItWhichTheRefusalNames() {
    assertThat(run(of(ACME, "one").without("first")))
        .allMatch(r -> r.dossier().find(Steps.First.KEY).isEmpty());
    assertThat(plain).hasValue(0);
    Pipeline chained = Pipeline.named("chained").add(first, Steps.second(Steps::again)).build();
    assertThatThrownBy(() -> chained.without(List.of("first")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'second' needs section 'first'");
  }

  @Test
  void limitsOfARunHoldBesideTheBudgetAndAreKeptWithIt() {
    RunOptions limited =
        of(ACME, "one")
            .withLimits(Limits.of(Limit.leads(Limit.Period.RUN, 1)))
            .withLabel("Autumn", "ana");
    assertThat(run(limited)).filteredOn(r -> r.status() == LeadStatus.FAILED).hasSize(2);
    assertThat(run(of(ACME, "two"))).allMatch(r -> r.status() == LeadStatus.ENRICHED);

    RunTerms kept = store.find(ACME, RunId.of("one")).orElseThrow().terms();
    assertThat(kept.limits()).isEqualTo(limited.terms().limits());
    assertThat(kept.label()).isEqualTo(new RunTerms.Label("Autumn", "ana"));
  }

  @Test
  void aQueueWorksOnWhatWaitsAndWhatADeadProcessLeft() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    Pipeline held = Pipeline.named("test").add(Steps.held(began, new CountDownLatch(1))).build();
    InMemoryRunStore dead = store.another();
    Prospector dying = process(dead).build();
    RunQueue left = dying.queue(List.of(held), new QueueLimits(1, 1), RunOptions.defaults());
    left.submit(held, Steps.leads(2).iterator(), of(ACME, "run"));
    assertThat(began.await(60, TimeUnit.SECONDS)).isTrue();
    left.submit(held, Steps.leads(2).iterator(), of(BETA, "run"));
    assertThat(left.status(BETA).own())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.position()).isEqualTo(1);
              assertThat(p.run()).isEqualTo(RUN);
            });
    dying.close(java.time.Duration.ZERO);

    Prospector living = process(store).build();
    try (RunQueue queue =
        living.queue(List.of(pipeline), new QueueLimits(1, 1), RunOptions.defaults())) {
      for (Tenant tenant : List.of(ACME, BETA)) {
        while (store.find(tenant, RUN).orElseThrow().state() != RunState.COMPLETED) {
          Thread.onSpinWait();
        }
      }
      assertThat(queue.status(ACME).waiting()).isZero();
    }
    assertThat(store.results(BETA, RUN, 0, 10)).hasSize(2);
  }
}
