package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Provenance;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A step that asks twice pays for each answer once, however often it is done again. */
@Timeout(60)
class PaidOnceTest {

  private static final RunOptions OPTIONS =
      RunOptions.defaults()
          .withId(RunId.of("run"))
          .withRetry(new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(30)));
  private static final String FIRST = Steps.call(0, "lead-0", "first", 1);
  private static final String SECOND = Steps.call(0, "lead-0", "first", 2);

  private final InMemoryBudget budget = new InMemoryBudget(Limits.unlimited(), Clock.systemUTC());
  private final InMemoryRunStore runs = InMemoryRunStore.settling(budget, Clock.systemUTC());

  /** Asks, and is not content with the first answer. */
  private record AskingTwice(Supplier<String> question) implements ModelAgent<Steps.First> {

    AskingTwice() {
      this(() -> "something");
    }

    @Override
    public AgentSpec<Steps.First> spec() {
      return AgentSpec.writing(Steps.First.KEY).readingLead();
    }

    @Override
    public Prompt prompt() {
      return Steps.prompt("first");
    }

    @Override
    public Steps.First byRules(AgentInput input) {
      return new Steps.First("rules", 1);
    }

    @Override
    public Optional<Question> question(AgentInput input) {
      return Optional.of(Question.about(question.get()));
    }

    @Override
    public Reading<Steps.First> read(
        AgentInput input, Question asked, LanguageModel.Answer answer) {
      return answer.text().startsWith("more")
          ? Reading.of(new Steps.First(answer.text(), 1))
          : Reading.malformed(List.of("it says too little"));
    }
  }

  /** Answers in order, but of one call nothing is heard the first time. */
  private static final class Dying extends PricedModel {
    private final String silentOn;
    private final CountDownLatch inFlight = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Dying(Effect effect, String silentOn) {
      super("dying", effect);
      this.silentOn = silentOn;
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      asked.add(request.idempotencyKey());
      if (request.idempotencyKey().equals(silentOn) && inFlight.getCount() > 0) {
        inFlight.countDown();
        new CountDownLatch(1).await();
      }
      return saying((request.turns().isEmpty() ? "answer " : "more ") + asked.size());
    }
  }

  private Dying diesOn(String call, Effect effect) throws InterruptedException {
    Dying model = new Dying(effect, call);
    try (Run run = start(model, new AskingTwice())) {
      model.inFlight.await();
    }
    return model;
  }

  private Run start(LanguageModel model, AskingTwice agent) {
    Pipeline pipeline = Pipeline.named("test").add(agent).build();
    return Prospector.builder()
        .runs(runs)
        .model(model, budget)
        .build()
        .start(pipeline, Steps.leads(1).iterator(), OPTIONS);
  }

  private LeadResult goOn(LanguageModel model) throws InterruptedException {
    return end(start(model, new AskingTwice()));
  }

  private static LeadResult end(Run run) throws InterruptedException {
    try (run) {
      run.await();
      return run.results().findFirst().orElseThrow();
    }
  }

  private LeadResult retry(LanguageModel model) throws InterruptedException {
    runs.retryFailed(Tenant.DEFAULT, OPTIONS.id().orElseThrow());
    return goOn(model);
  }

  private void say(String call, CallOutcome.Ending ending) {
    runs.journal().settle(Tenant.DEFAULT, new CallOutcome(call, ending, Usage.NONE));
  }

  private static Provenance provenance(LeadResult result) {
    return result.dossier().entry(Steps.First.KEY).orElseThrow().provenance();
  }

  private Usage spent() {
    return Steps.spentOnCalls(budget);
  }

  private static Usage calls(int count) {
    Usage all = Usage.NONE;
    for (int i = 0; i < count; i++) {
      all = all.plus(ScriptedModel.COST);
    }
    return all;
  }

  // ---- after a crash

  @Test
  void whoTakesALeadOverRepeatsOnlyTheCallThatWasInFlight() throws Exception {
    Dying model = diesOn(SECOND, Effect.READ);

    LeadResult result = goOn(model);

    assertThat(model.asked).containsExactly(FIRST, SECOND, SECOND);
    assertThat(result.dossier().find(Steps.First.KEY)).contains(new Steps.First("more 3", 1));
    assertThat(provenance(result).usage()).isEqualTo(calls(2));
    assertThat(spent()).isEqualTo(calls(3));
    assertThat(runs.events(Tenant.DEFAULT, OPTIONS.id().orElseThrow(), 0, 100))
        .filteredOn(RunEvent.StepStarted.class::isInstance)
        .hasSize(1);
    assertThat(runs.journal().unsettled(Tenant.DEFAULT, "run")).isEmpty();
  }

  @Test
  void whoAsksSomethingElseIsNotGivenTheOldAnswer() throws Exception {
    Dying model = diesOn(SECOND, Effect.READ);

    LeadResult result = end(start(model, new AskingTwice(() -> "something else")));

    assertThat(model.asked).containsExactly(FIRST, SECOND, FIRST, SECOND);
    assertThat(provenance(result).usage()).isEqualTo(calls(2));
    assertThat(spent()).isEqualTo(calls(4));
  }

  // ---- within a process

  @Test
  void aStepThatIsTriedAgainAsksOnlyWhatItWasNotAnswered() throws Exception {
    ScriptedModel model =
        new ScriptedModel().answering("one").failing(RetryAdvice.backOff()).answering("more");

    LeadResult result = goOn(model);

    assertThat(model.requests())
        .extracting(LanguageModel.Request::idempotencyKey)
        .containsExactly(FIRST, SECOND, SECOND);
    assertThat(result.dossier().find(Steps.First.KEY)).contains(new Steps.First("more", 1));
    assertThat(provenance(result).usage()).isEqualTo(calls(2));
    assertThat(spent()).isEqualTo(calls(2));
  }

  @Test
  void anAgentIsAskedForItsQuestionOnceHoweverOftenItIsTried() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    ScriptedModel model =
        new ScriptedModel().answering("one").failing(RetryAdvice.backOff()).answering("more");

    LeadResult result = end(start(model, new AskingTwice(() -> "try " + tries.incrementAndGet())));

    assertThat(result.dossier().find(Steps.First.KEY)).contains(new Steps.First("more", 1));
    assertThat(tries).hasValue(1);
    assertThat(provenance(result).usage()).isEqualTo(calls(2));
    assertThat(spent()).isEqualTo(calls(2));
  }

  // ---- a lead that stands twice in the input

  /** Answers at once; the first call not before it is told to. */
  private static final class Waiting extends PricedModel {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch inFlight = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    Waiting() {
      super("waiting", Effect.READ);
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      asked.add(request.idempotencyKey());
      if (asked.size() == 1) {
        inFlight.countDown();
        go.await();
      }
      return saying("answer");
    }
  }

  private static final List<Lead> TWICE = List.of(Steps.lead("lead-0"), Steps.lead("lead-0"));

  private static void inOneProcess(Prospector prospector, Waiting model) throws Exception {
    Pipeline pipeline = Pipeline.named("test").add(new Steps.Asking()).build();
    try (Run run = prospector.start(pipeline, TWICE.iterator(), OPTIONS)) {
      model.inFlight.await();
      model.go.countDown();
      assertThat(run.results())
          .hasSize(2)
          .allMatch(result -> result.status() == LeadStatus.ENRICHED)
          .extracting(result -> result.steps().get(0).state())
          .containsExactly(StepResult.State.COMPLETED, StepResult.State.REUSED);
    }
    assertThat(model.asked).containsExactly(FIRST);
  }

  @Test
  void aLeadThatStandsTwiceIsPaidOnce() throws Exception {
    Waiting model = new Waiting();
    inOneProcess(Prospector.builder().model(model, budget).build(), model);
    assertThat(spent()).isEqualTo(calls(1));
  }

  @Test
  void aLeadThatStandsTwiceInAStoredRunIsPaidOnce() throws Exception {
    Waiting model = new Waiting();
    inOneProcess(Prospector.builder().runs(runs).model(model, budget).build(), model);
    assertThat(spent()).isEqualTo(calls(1));
  }

  @Test
  void twoProcessesWithTheSameLeadAtTwoPlacesDoNotMixTheirCallsUp() throws Exception {
    Waiting model = new Waiting();
    Pipeline pipeline = Pipeline.named("test").add(new Steps.Asking()).build();
    Prospector here = Prospector.builder().runs(runs).model(model, budget).build();
    Prospector there = Prospector.builder().runs(runs.another()).model(model, budget).build();
    RunOptions one = OPTIONS.withConcurrency(1);
    try (Run first = here.start(pipeline, TWICE.iterator(), one)) {
      model.inFlight.await();
      try (Run second = there.start(pipeline, TWICE.iterator(), one)) {
        while (second.progress().leads().ended() == 0) {
          Thread.onSpinWait();
        }
        assertThat(runs.journal().unsettled(Tenant.DEFAULT, "run")).hasSize(1);
        model.go.countDown();
        assertThat(first.await().state()).isEqualTo(RunState.COMPLETED);
        assertThat(second.await().leads().enriched()).isEqualTo(2);
      }
    }
    assertThat(model.asked).containsExactly(FIRST, Steps.call(1, "lead-0", "first", 1));
    assertThat(spent()).isEqualTo(calls(2));
    assertThat(runs.journal().unsettled(Tenant.DEFAULT, "run")).isEmpty();
  }

  // ---- where a call must not be made twice

  @Test
  void aCallThatAPersonSaysWasNotAnsweredIsMadeAndOnlyThat() throws Exception {
    Dying model = diesOn(SECOND, Effect.AT_MOST_ONCE);
    assertThat(goOn(model).failure()).map(StepResult::reason).get().asString().contains(SECOND);
    say(SECOND, CallOutcome.Ending.FAILED);

    LeadResult result = retry(model);

    assertThat(model.asked).containsExactly(FIRST, SECOND, SECOND);
    assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
    assertThat(provenance(result).author()).isEqualTo(Author.MODEL);
  }

  @Test
  void aCallThatAPersonSaysWasAnsweredIsNotMadeAndRulesTakeItsPlace() throws Exception {
    Dying model = diesOn(FIRST, Effect.AT_MOST_ONCE);
    assertThat(goOn(model).failure()).map(StepResult::reason).get().asString().contains(FIRST);
    say(FIRST, CallOutcome.Ending.ANSWERED);

    LeadResult result = retry(model);

    assertThat(model.asked).containsExactly(FIRST);
    assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
    assertThat(provenance(result).author()).isEqualTo(Author.RULES);
    assertThat(provenance(result).note())
        .contains("call '" + FIRST + "' was answered, the answer is not there");
  }
}
