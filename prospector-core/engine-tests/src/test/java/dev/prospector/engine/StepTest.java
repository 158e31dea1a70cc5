package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentSpec;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.memory.InMemoryLeadStore;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Gate;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.simulation.CrashPoints;
import dev.prospector.simulation.CrashingJournal;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.OneStep;
import dev.prospector.testkit.RecordingSink;
import dev.prospector.testkit.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StepTest {

  private static final RetryPolicy AT_ONCE =
      new RetryPolicy(3, Duration.ZERO, Duration.ofSeconds(30));
  private static final RunOptions OPTIONS =
      RunOptions.defaults().withRetry(AT_ONCE).withId(RunId.of("run"));
  private static final Lead LEAD = Steps.lead("lead");

  private final RecordingSink events = new RecordingSink();
  private final Journal journal = new InMemoryJournal();

  private Prospector.Builder prospector() {
    return Prospector.builder().sink(events).journal(journal);
  }

  private static LeadResult run(Prospector prospector, Pipeline pipeline, Lead lead)
      throws InterruptedException {
    try (Run run = prospector.start(pipeline, List.of(lead).iterator(), OPTIONS)) {
      LeadResult result = run.results().findFirst().orElseThrow();
      run.await();
      return result;
    }
  }

  private static Pipeline only(dev.prospector.agent.Agent<?>... agents) {
    return Pipeline.named("test").add(agents).build();
  }

  // ---- tries

  @Test
  void aFailureIsRepeatedAsOftenAsItsAdviceAndThePolicyAllow() throws Exception {
    assertThat(triesOf(RetryAdvice.backOff())).isEqualTo(3);
    assertThat(triesOf(RetryAdvice.after(Duration.ofMillis(1)))).isEqualTo(3);
    assertThat(triesOf(RetryAdvice.never())).isEqualTo(1);
    assertThat(triesOf(RetryAdvice.after(Duration.ofHours(1)))).isEqualTo(1);
  }

  private int triesOf(RetryAdvice advice) throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    LeadResult result =
        run(
            prospector().build(),
            only(
                Steps.first(
                    input -> {
                      tries.incrementAndGet();
                      throw new PortException("test", "down", advice);
                    })),
            LEAD);
    assertThat(result.status()).isEqualTo(LeadStatus.FAILED);
    assertThat(result.failure().orElseThrow().attempts()).isEqualTo(tries.get());
    return tries.get();
  }

  @Test
  void aTryThatFailedLeavesNothingBehind() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    LeadResult result =
        run(
            prospector().build(),
            only(
                Steps.first(
                    input -> {
                      var page =
                          input.keep(
                              dev.prospector.evidence.Snapshot.page(
                                  "https://a.example/" + tries.get(), "text " + tries.get()));
                      var claim =
                          input
                              .evidence()
                              .claim(
                                  "x",
                                  dev.prospector.evidence.value.ValueTypes.TEXT,
                                  "no",
                                  page,
                                  "no");
                      assertThat(claim).isEmpty();
                      if (tries.incrementAndGet() < 3) {
                        throw new PortException("test", "down", RetryAdvice.backOff());
                      }
                      return Steps.name(input);
                    })),
            LEAD);

    assertThat(result.snapshots())
        .extracting(dev.prospector.evidence.Snapshot::address)
        .containsExactly("https://a.example/2");
    assertThat(events.of(RunEvent.StepCompleted.class))
        .singleElement()
        .satisfies(e -> assertThat(e.rejectedClaims()).isEqualTo(1));
    assertThat(events.of(RunEvent.StepRetried.class)).hasSize(2);
  }

  @Test
  void anInterruptThatCameOutAsAFailureIsNotRepeated() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    var hiding =
        Steps.first(
            input -> {
              tries.incrementAndGet();
              try {
                new java.util.concurrent.CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw new PortException("test", "it broke", RetryAdvice.backOff());
              }
              return Steps.name(input);
            });
    RunOptions options = OPTIONS.withStepTimeout(Duration.ofMillis(100));
    try (Run run = prospector().build().start(only(hiding), List.of(LEAD).iterator(), options)) {
      LeadResult result = run.results().findFirst().orElseThrow();
      assertThat(result.failure().orElseThrow().reason()).contains("the step's time");
      assertThat(tries).hasValue(1);
    }
  }

  // ---- a model on top of rules

  @Test
  void whatTheModelAnswersIsWrittenAndPaidFor() throws Exception {
    InMemoryBudget budget = new InMemoryBudget(Limits.unlimited(), Clock.systemUTC());
    ScriptedModel model = new ScriptedModel().answering("model");
    LeadResult result =
        run(prospector().model(model, budget).build(), only(new Steps.Asking()), LEAD);

    Entry<Steps.First> entry = result.dossier().entry(Steps.First.KEY).orElseThrow();
    assertThat(entry.value().text()).isEqualTo("model");
    assertThat(entry.provenance().author()).isEqualTo(Author.MODEL);
    assertThat(entry.provenance().usage()).isEqualTo(ScriptedModel.COST);
    assertThat(Steps.spentOnCalls(budget)).isEqualTo(ScriptedModel.COST);
    assertThat(journal.unsettled(Tenant.DEFAULT, "run")).isEmpty();
  }

  @Test
  void rulesStandInForAModelThatFailsAndTheSectionSaysSo() throws Exception {
    for (ScriptedModel model :
        List.of(
            new ScriptedModel().failing(RetryAdvice.never()),
            new ScriptedModel().truncated("mod"),
            new ScriptedModel().refusing(),
            new ScriptedModel().empty())) {
      Prospector prospector = prospector().model(model, Budget.unlimited()).build();
      LeadResult result = run(prospector, only(new Steps.Asking()), LEAD);

      Entry<Steps.First> entry = result.dossier().entry(Steps.First.KEY).orElseThrow();
      assertThat(entry.value().text()).isEqualTo("rules");
      assertThat(entry.provenance().author()).isEqualTo(Author.RULES);
      assertThat(entry.provenance().note()).startsWith("rules in the model's place");
      assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
      assertThat(journal.unsettled(Tenant.DEFAULT, "run")).isEmpty();
    }
    assertThat(events.of(RunEvent.StepFellBack.class)).hasSize(4);
  }

  @Test
  void rulesStandInWhenTheAgentItselfBreaksOverAnAnswer() throws Exception {
    var breaking = new Breaking();
    LeadResult result =
        run(
            prospector().model(new ScriptedModel().answering("odd"), Budget.unlimited()).build(),
            only(breaking),
            LEAD);

    assertThat(result.dossier().find(Steps.Second.KEY)).contains(new Steps.Second("rules"));
    assertThat(journal.unsettled(Tenant.DEFAULT, "run")).isEmpty();
  }

  /** Breaks over the model's answer, and over the rules if told to. */
  private static final class Breaking implements dev.prospector.agent.ModelAgent<Steps.Second> {
    private boolean rulesToo;

    @Override
    public AgentSpec<Steps.Second> spec() {
      return AgentSpec.writing(Steps.Second.KEY).readingLead();
    }

    @Override
    public dev.prospector.agent.Prompt prompt() {
      return Steps.prompt("second");
    }

    @Override
    public Steps.Second byRules(dev.prospector.agent.AgentInput input) {
      if (rulesToo) {
        throw new IllegalStateException("rules too");
      }
      return new Steps.Second("rules");
    }

    @Override
    public Optional<dev.prospector.agent.Question> question(dev.prospector.agent.AgentInput input) {
      return Optional.of(dev.prospector.agent.Question.about("something"));
    }

    @Override
    public dev.prospector.agent.Reading<Steps.Second> read(
        dev.prospector.agent.AgentInput input,
        dev.prospector.agent.Question asked,
        LanguageModel.Answer answer) {
      throw new IllegalStateException("cannot read this");
    }
  }

  @Test
  void anAnsweredCallOfAStepThatFailsIsNotLeftOpen() throws Exception {
    Breaking breaking = new Breaking();
    breaking.rulesToo = true;
    LeadResult result =
        run(
            prospector().model(new ScriptedModel().answering("odd"), Budget.unlimited()).build(),
            only(breaking),
            LEAD);

    assertThat(result.status()).isEqualTo(LeadStatus.FAILED);
    assertThat(journal.unsettled(Tenant.DEFAULT, "run")).isEmpty();
  }

  @Test
  void aCallKeepsItsIdempotencyKeyOverTries() throws Exception {
    ScriptedModel model =
        new ScriptedModel()
            .failing(RetryAdvice.backOff())
            .failing(RetryAdvice.backOff())
            .answering("model");
    run(prospector().model(model, Budget.unlimited()).build(), only(new Steps.Asking()), LEAD);

    assertThat(model.requests())
        .extracting(LanguageModel.Request::idempotencyKey)
        .hasSize(3)
        .containsOnly(Steps.call(0, "lead", "first", 1));
    assertThat(journal.unsettled(Tenant.DEFAULT, "run")).isEmpty();
  }

  /** The intent stands in the journal before the model is asked. */
  @Test
  void aCallIsNotedBeforeItIsMade() throws Exception {
    AtomicReference<List<CallIntent>> open = new AtomicReference<>(List.of());
    LanguageModel watching =
        new LanguageModel() {
          @Override
          public String name() {
            return "watching";
          }

          @Override
          public Usage upperBound(Request request) {
            return ScriptedModel.COST;
          }

          @Override
          public dev.prospector.call.Effect effect() {
            return dev.prospector.call.Effect.READ;
          }

          @Override
          public Answer ask(Request request) {
            open.set(journal.unsettled(Tenant.DEFAULT, "run"));
            return new Answer("model", Answer.Ending.COMPLETE, ScriptedModel.COST, name());
          }
        };
    run(prospector().model(watching, Budget.unlimited()).build(), only(new Steps.Asking()), LEAD);

    assertThat(open.get())
        .singleElement()
        .satisfies(
            intent -> {
              assertThat(intent.call()).isEqualTo(Steps.call(0, "lead", "first", 1));
              assertThat(intent.reservation().atMost()).isEqualTo(ScriptedModel.COST);
            });
  }

  @Test
  void aCallWhoseEndNobodyKnowsStaysOpenAndCountsInFull() throws Exception {
    InMemoryBudget budget = new InMemoryBudget(Limits.unlimited(), Clock.systemUTC());
    ScriptedModel model = new ScriptedModel().hanging();
    Prospector prospector = prospector().model(model, budget).build();
    RunOptions options = OPTIONS.withStepTimeout(Duration.ofMillis(100));
    try (Run run = prospector.start(only(new Steps.Asking()), List.of(LEAD).iterator(), options)) {
      LeadResult result = run.results().findFirst().orElseThrow();

      assertThat(result.dossier().find(Steps.First.KEY)).contains(new Steps.First("rules", 1));
      assertThat(journal.unsettled(Tenant.DEFAULT, "run")).hasSize(1);
      assertThat(Steps.spentOnCalls(budget)).isEqualTo(ScriptedModel.COST);
    }
  }

  @Test
  void theBudgetIsNotComparedAfterTheCall() throws Exception {
    ScriptedModel model = new ScriptedModel().answering("model");
    InMemoryBudget budget =
        new InMemoryBudget(Limits.of(Limit.tokens(Limit.Period.RUN, 99)), Clock.systemUTC());
    LeadResult result =
        run(prospector().model(model, budget).build(), only(new Steps.Asking()), LEAD);

    assertThat(model.requests()).isEmpty();
    assertThat(result.dossier().find(Steps.First.KEY)).contains(new Steps.First("rules", 1));
    assertThat(result.steps().get(0).reason()).contains("tokens per run");
    assertThat(journal.unsettled(Tenant.DEFAULT, "run")).isEmpty();
  }

  @Test
  void whatRulesWroteInTheModelsPlaceDoesNotKeepTheModelFromBeingAskedAgain() throws Exception {
    ScriptedModel model = new ScriptedModel().failing(RetryAdvice.never()).answering("model");
    Prospector prospector = prospector().model(model, Budget.unlimited()).build();
    run(prospector, only(new Steps.Asking()), LEAD);
    LeadResult again = run(prospector, only(new Steps.Asking()), LEAD);

    assertThat(again.dossier().find(Steps.First.KEY)).contains(new Steps.First("model", 1));
  }

  // ---- after a crash

  @Test
  void afterACrashAtAnyWriteAResumedRunGivesTheSameAndPaysAgainForOneCallAtMost() throws Exception {
    CrashPoints counting = CrashPoints.none();
    InMemoryJournal whole = new InMemoryJournal();
    AtomicInteger once = new AtomicInteger();
    Steps.First expected = crashAndResume(new CrashingJournal(whole, counting), whole, once);
    assertThat(once.get()).isEqualTo(1);
    assertThat(counting.passed()).hasSize(6);
    for (int point = 1; point <= counting.passed().size(); point++) {
      InMemoryJournal kept = new InMemoryJournal();
      AtomicInteger asked = new AtomicInteger();
      Journal crashing = new CrashingJournal(kept, CrashPoints.at(point));

      assertThat(crashAndResume(crashing, kept, asked)).isEqualTo(expected);
      assertThat(asked.get()).as("crash at point " + point).isBetween(1, 2);
    }
  }

  private static Steps.First crashAndResume(Journal crashing, Journal kept, AtomicInteger asked)
      throws Exception {
    Pipeline pipeline =
        Pipeline.named("test").add(new Steps.Asking(), Steps.second(Steps::again)).build();
    ScriptedModel model = new ScriptedModel().answering("model").answering("model");
    for (Journal journal : List.of(crashing, kept)) {
      Prospector prospector =
          Prospector.builder().journal(journal).model(model, Budget.unlimited()).build();
      try (Run run = prospector.start(pipeline, List.of(LEAD).iterator(), OPTIONS)) {
        LeadResult result = run.results().findFirst().orElseThrow();
        asked.set(model.requests().size());
        return result.dossier().find(Steps.First.KEY).orElseThrow();
      } catch (dev.prospector.error.RunException e) {
        assertThat(e).hasCauseInstanceOf(CrashPoints.Crash.class);
      }
    }
    throw new AssertionError("the resumed run crashed too");
  }

  // ---- gates and suppression

  @Test
  void aGateStopsWhatComesAfterItWithItsReason() throws Exception {
    AtomicInteger later = new AtomicInteger();
    Pipeline pipeline =
        Pipeline.named("gated")
            .add(
                Steps.first(Steps::name),
                Steps.second(
                    input -> {
                      later.incrementAndGet();
                      return Steps.again(input);
                    }))
            .gate(
                Gate.after(
                    Steps.First.KEY,
                    f -> f.text().equals("no") ? Optional.of("it is a no") : Optional.empty()))
            .build();
    LeadResult stopped = run(prospector().build(), pipeline, Steps.lead("no"));
    LeadResult passed = run(prospector().build(), pipeline, Steps.lead("yes"));

    assertThat(stopped.steps().get(1).state()).isEqualTo(StepResult.State.SKIPPED);
    assertThat(stopped.steps().get(1).reason()).isEqualTo("it is a no");
    assertThat(stopped.status()).isEqualTo(LeadStatus.ENRICHED);
    assertThat(passed.dossier().find(Steps.Second.KEY)).isPresent();
    assertThat(later).hasValue(1);
  }

  /** The stage follows from the agents that finished, not from names that the engine knows. */
  @Test
  void theStageOfALeadIsTheFurthestOfTheAgentsThatWroteTheirSections() throws Exception {
    assertThat(stageAfter("no stop", false)).isEqualTo(LeadStage.COMPLETED);
    assertThat(stageAfter("stop", false)).isEqualTo(LeadStage.PERSONA);
    assertThat(stageAfter("fails", true)).isEqualTo(LeadStage.PERSONA);
    LeadResult nothing =
        run(
            prospector().build(),
            only(Steps.first(input -> Steps.fail())),
            Steps.lead("nothing was written"));
    assertThat(nothing.lead().stage()).isEqualTo(LeadStage.INTAKE);
  }

  private LeadStage stageAfter(String name, boolean fails) throws InterruptedException {
    AgentSpec<Steps.First> person =
        AgentSpec.writing(Steps.First.KEY).readingLead().stage(LeadStage.PERSONA);
    AgentSpec<Steps.Second> message =
        AgentSpec.writing(Steps.Second.KEY).reading(Steps.First.KEY).stage(LeadStage.MESSAGE);
    Pipeline pipeline =
        Pipeline.named("stages")
            .add(
                Steps.agent(person, Steps::name),
                Steps.agent(message, input -> fails ? Steps.fail() : Steps.again(input)))
            .gate(
                Gate.after(
                    Steps.First.KEY,
                    f -> f.text().equals("stop") ? Optional.of("stopped") : Optional.empty()))
            .build();
    return run(prospector().build(), pipeline, Steps.lead(name)).lead().stage();
  }

  @Test
  void whoSaidNoIsNotResearchedHoweverTheirSiteIsWritten() throws Exception {
    InMemorySuppressionList list = new InMemorySuppressionList(new byte[16]);
    list.add(Tenant.DEFAULT, SuppressionList.Kind.DOMAIN, "no.example");
    list.add(Tenant.DEFAULT, SuppressionList.Kind.REGISTRATION_NUMBER, "11.222.333/0001-81");
    AtomicInteger worked = new AtomicInteger();
    Pipeline pipeline =
        only(
            Steps.first(
                input -> {
                  worked.incrementAndGet();
                  return Steps.name(input);
                }));
    Company company = Company.named("No");
    for (Company one :
        List.of(
            company.withDomain("no.example"),
            company.withWebsite("HTTPS://www.No.example/contact"),
            company.withWebsite("shop.no.example"),
            company.withRegistrationNumber("11222333000181"))) {
      LeadResult result =
          run(prospector().suppression(list).build(), pipeline, Lead.of(LeadId.of("lead"), one));
      assertThat(result.status()).isEqualTo(LeadStatus.SUPPRESSED);
      assertThat(result.dossier().entries()).isEmpty();
    }
    assertThat(worked).hasValue(0);
    Lead other = Lead.of(LeadId.of("b"), company.withWebsite("https://yesno.example/"));
    assertThat(run(prospector().suppression(list).build(), pipeline, other).status())
        .isEqualTo(LeadStatus.ENRICHED);
  }

  @Test
  void whatIsStoredAboutOneWhoSaidNoIsNeitherHandedOutNorLost() throws Exception {
    InMemoryLeadStore store = new InMemoryLeadStore();
    InMemorySuppressionList list = new InMemorySuppressionList(new byte[16]);
    Lead lead = Lead.of(LeadId.of("lead"), Company.named("No").withDomain("no.example"));
    Pipeline pipeline = only(Steps.first(Steps::name));
    run(prospector().leads(store).build(), pipeline, lead);
    list.add(Tenant.DEFAULT, SuppressionList.Kind.DOMAIN, "no.example");

    LeadResult result = run(prospector().leads(store).suppression(list).build(), pipeline, lead);

    assertThat(result.dossier().entries()).isEmpty();
    LeadStore.Stored stored = store.find(Tenant.DEFAULT, lead.id()).orElseThrow();
    assertThat(stored.lead().status()).isEqualTo(LeadStatus.SUPPRESSED);
    assertThat(stored.dossier().find(Steps.First.KEY)).isPresent();
  }

  // ---- what a person set

  @Test
  void whatAPersonSetIsKeptAndReadByOthersAndADifferentFindingIsProposed() throws Exception {
    InMemoryLeadStore store = new InMemoryLeadStore();
    Prospector prospector = prospector().leads(store).build();
    Pipeline pipeline =
        only(Steps.first(input -> new Steps.First("found", 7)), Steps.second(Steps::again));
    run(prospector, pipeline, LEAD);
    Steps.correct(store, LEAD, new Steps.First("corrected", 7));

    LeadResult result = run(prospector, pipeline, LEAD);

    Dossier stored = store.find(Tenant.DEFAULT, LEAD.id()).orElseThrow().dossier();
    for (Dossier dossier : List.of(result.dossier(), stored)) {
      assertThat(dossier.find(Steps.First.KEY)).contains(new Steps.First("corrected", 7));
      assertThat(dossier.find(Steps.Second.KEY)).contains(new Steps.Second("corrected"));
      assertThat(dossier.entry(Steps.First.KEY).orElseThrow().ownerOf("text"))
          .isEqualTo(Author.HUMAN);
      assertThat(dossier.proposals())
          .singleElement()
          .satisfies(
              p ->
                  assertThat(p.differences())
                      .containsExactly(
                          new dev.prospector.dossier.Proposal.Difference(
                              "text", "corrected", "found")));
    }
  }

  @Test
  void aCorrectionThatIsMadeWhileTheLeadIsWorkedOnIsKept() throws Exception {
    InMemoryLeadStore store = new InMemoryLeadStore();
    Prospector prospector = prospector().leads(store).journal(Journal.none()).build();
    run(prospector, only(Steps.first(input -> new Steps.First("found", 7))), LEAD);

    run(
        prospector,
        only(
            Steps.first(
                input -> {
                  Steps.correct(store, LEAD, new Steps.First("corrected", 7));
                  return new Steps.First("found", 8);
                })),
        LEAD);

    assertThat(store.find(Tenant.DEFAULT, LEAD.id()).orElseThrow().dossier().find(Steps.First.KEY))
        .contains(new Steps.First("corrected", 8));
  }

  @Test
  void aSecondRunOverTheSameListIsStoredToo() throws Exception {
    InMemoryLeadStore store = new InMemoryLeadStore();
    Prospector prospector = prospector().leads(store).build();
    run(prospector, only(Steps.first(input -> new Steps.First("one", 1))), LEAD);
    run(
        prospector,
        only(
            Steps.agent(
                AgentSpec.writing(Steps.First.KEY).readingLead().version(2),
                input -> new Steps.First("two", 2))),
        LEAD);

    assertThat(store.find(Tenant.DEFAULT, LEAD.id()).orElseThrow().dossier().find(Steps.First.KEY))
        .contains(new Steps.First("two", 2));
  }

  // ---- what agents may see

  @Test
  void askingForWhatWasNotDeclaredFailsAndSaysWhatToDeclare() throws Exception {
    List<String> reasons = new ArrayList<>();
    for (Steps.Work<Note> work :
        List.<Steps.Work<Note>>of(
            input -> new Note(input.lead().toString()),
            input -> new Note(input.context().toString()),
            input -> new Note(input.pages().toString()),
            input -> new Note(input.registry().toString()),
            input -> new Note(input.get(Steps.First.KEY).text()))) {
      OneStep.Outcome<Note> outcome =
          OneStep.of(Steps.agent(AgentSpec.writing(Note.KEY), work)).run();
      reasons.add(outcome.step().reason());
    }
    assertThat(reasons).hasSize(5).allMatch(reason -> reason.contains("did not declare: add "));
  }
}
