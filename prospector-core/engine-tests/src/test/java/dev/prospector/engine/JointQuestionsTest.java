package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Provenance;
import dev.prospector.dossier.Section;
import dev.prospector.engine.Together.Counted;
import dev.prospector.engine.Together.Ended;
import dev.prospector.engine.Together.Model;
import dev.prospector.engine.Together.Named;
import dev.prospector.engine.Together.Said;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.StepResult;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.money.Money;
import dev.prospector.pipeline.Gate;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.Journal;
import dev.prospector.testkit.RecordingSink;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several agents' questions in one request. */
@Timeout(60)
class JointQuestionsTest {

  private static final RunOptions OPTIONS = RunOptions.defaults().withId(RunId.of("run"));
  private static final String ALL =
      """
      {"named": "Ana", "said": "word of Ana", "ended": "done"}\
      """;

  private final Journal journal = new InMemoryJournal();
  private final RecordingSink events = new RecordingSink();

  private LeadResult run(Model model) throws InterruptedException {
    return run(model, Together.pipeline());
  }

  private LeadResult run(Model model, Pipeline pipeline) throws InterruptedException {
    return run(model, pipeline, OPTIONS);
  }

  private LeadResult run(Model model, Pipeline pipeline, RunOptions options)
      throws InterruptedException {
    return run(model, Budget.unlimited(), pipeline, options);
  }

  private LeadResult run(Model model, Budget budget, Pipeline pipeline, RunOptions options)
      throws InterruptedException {
    Prospector prospector =
        Prospector.builder().journal(journal).sink(events).model(model, budget).build();
    try (Run run = prospector.start(pipeline, Steps.leads(1).iterator(), options)) {
      LeadResult result = run.results().findFirst().orElseThrow();
      run.await();
      return result;
    }
  }

  private static Author author(LeadResult result, Section<?> section) {
    return provenance(result, section).author();
  }

  private static Provenance provenance(LeadResult result, Section<?> section) {
    return result.dossier().entries().stream()
        .filter(entry -> entry.section().equals(section))
        .findFirst()
        .orElseThrow()
        .provenance();
  }

  private static <T> T section(LeadResult result, Section<T> section) {
    return result.dossier().find(section).orElseThrow();
  }

  @Test
  void agentsAreAskedInOneRequestAndReadEachOtherAndRulesBetweenThem() throws Exception {
    Model model = Model.saying(ALL);
    LeadResult result = run(model);

    assertThat(model.asked).hasSize(1);
    assertThat(section(result, Named.KEY)).isEqualTo(new Named("Ana"));
    assertThat(section(result, Said.KEY)).isEqualTo(new Said("Ana", "word of Ana"));
    assertThat(section(result, Counted.KEY)).isEqualTo(new Counted(11));
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("Ana: done", 11));
    assertThat(author(result, Ended.KEY)).isEqualTo(Author.MODEL);
    assertThat(author(result, Counted.KEY)).isEqualTo(Author.RULES);
    assertThat(result.steps())
        .allMatch(step -> step.state() == StepResult.State.COMPLETED && step.attempts() == 1);
  }

  @Test
  void theRequestHoldsEachTaskOnceAndWhatIsSharedOnce() throws Exception {
    Model model = Model.saying(ALL);
    run(model);
    String material = model.asked.get(0).materialText();

    assertThat(material).containsOnlyOnce("The seller");
    for (String id : List.of("named", "said", "ended")) {
      assertThat(material).containsOnlyOnce("The task of " + id);
      assertThat(material).contains("[" + id + "] About " + id);
      assertThat(model.asked.get(0).instructions()).containsOnlyOnce("Do what " + id + " does.");
    }
    assertThat(model.asked.get(0).longestAnswer()).isEqualTo(300);
  }

  @Test
  void partsThatLackSomethingAreRepairedTogetherInOneRequest() throws Exception {
    Model model =
        Model.saying(
            """
            {"named": "bad", "said": "word of Ana", "ended": "bad"}\
            """,
            """
            {"named": "Ana", "ended": "done"}\
            """);
    LeadResult result = run(model);

    assertThat(model.parts())
        .containsExactly(List.of("named", "said", "ended"), List.of("named", "said", "ended"));
    assertThat(model.asked.get(1).turns().get(0).objection())
        .contains("part named: 'bad' is no name", "part ended: 'bad' is no end");
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("Ana: done", 11));
  }

  /** A part that was as it should be is not asked for again. */
  @Test
  void aRepairAsksForTheLackingPartsAlone() throws Exception {
    Model model =
        Model.saying(
            """
            {"named": "Ana", "said": "word of Ana", "ended": "bad"}\
            """,
            """
            {"ended": "done"}\
            """);
    LeadResult result = run(model);

    assertThat(model.parts()).containsExactly(List.of("named", "said", "ended"), List.of("ended"));
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("Ana: done", 11));
  }

  /** What depends on it is read against what its rules give, so that nothing refers to nothing. */
  @Test
  void onePartThatStaysBadCostsOnlyItselfAndWhatReferredToIt() throws Exception {
    Model model =
        Model.saying(
            """
            {"named": "bad", "said": "word of Ana", "ended": "done"}\
            """);
    LeadResult result = run(model);

    assertThat(model.asked).hasSize(2);
    assertThat(section(result, Named.KEY)).isEqualTo(new Named("rules"));
    assertThat(section(result, Said.KEY)).isEqualTo(new Said("rules", "by rules"));
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("rules: done", 8));
    assertThat(author(result, Ended.KEY)).isEqualTo(Author.MODEL);
    assertThat(provenance(result, Said.KEY).note())
        .startsWith("rules in the model's place: ")
        .contains("there is no item 'word of Ana', but rules");
    assertThat(result.steps()).filteredOn(step -> !step.reason().isEmpty()).hasSize(2);
  }

  @Test
  void anAgentThatBreaksOnItsPartCostsOnlyItself() throws Exception {
    Model model = Model.saying(ALL);
    Pipeline pipeline =
        Together.pipeline(
            Together.names(),
            Together.says()
                .reading(
                    (input, text) -> {
                      throw new IllegalStateException("broken");
                    }),
            Together.ends());
    LeadResult result = run(model, pipeline);

    assertThat(author(result, Named.KEY)).isEqualTo(Author.MODEL);
    assertThat(section(result, Said.KEY)).isEqualTo(new Said("Ana", "by rules"));
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("Ana: done", 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```json\n%s\n```",
        "Here is what you asked for: %s I hope it helps {or not}.",
        "<think>First {\"named\": \"bad\", \"said\": \"\", \"ended\": \"\"}</think>%s",
        "{\"answer\": %s}",
        "[%s]",
        "{ // a comment with \" and }\n \"said\": \"word of Ana\", /* { */ \"named\": \"Ana\","
            + " \"ended\": \"done\",}",
        "{\"ended\": \"done\", \"more\": [{\"named\": \"bad\"}], \"said\": \"word of Ana\","
            + " \"named\": \"\\u0041na\"}"
      })
  void anAnswerIsReadAsLenientlyAsOneToOneAgent(String shape) throws Exception {
    Model model = Model.saying(shape.formatted(ALL));
    LeadResult result = run(model);

    assertThat(model.asked).hasSize(1);
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("Ana: done", 11));
  }

  /** What came before the end is kept, and only the rest is asked for once more. */
  @Test
  void ofAnAnswerThatWasCutTheWholePartsStand() throws Exception {
    Model model =
        Model.saying(
                """
                {"named": "Ana", "said": "word of\
                """,
                """
                {"said": "word of Ana", "ended": "done"}\
                """)
            .cutting();
    LeadResult result = run(model);

    assertThat(model.parts())
        .containsExactly(List.of("named", "said", "ended"), List.of("said", "ended"));
    assertThat(model.asked.get(1).longestAnswer()).isEqualTo(400);
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("Ana: done", 11));
    assertThat(author(result, Said.KEY)).isEqualTo(Author.MODEL);
  }

  @Test
  void aPartThatIsGivenTwiceIsAViolation() throws Exception {
    Model model =
        Model.saying(
            """
            {"named": "Ana", "named": "Eva", "said": "word of Ana", "ended": "done"}\
            """,
            """
            {"named": "Ana"}\
            """);
    LeadResult result = run(model);

    assertThat(model.parts()).hasSize(2).endsWith(List.of("named"));
    assertThat(section(result, Named.KEY)).isEqualTo(new Named("Ana"));
  }

  @Test
  void theCostIsSplitByTheLengthOfEachPartAndAddsUpToTheCent() throws Exception {
    Model model =
        Model.saying(
            """
            {"named": "Ana", "said": "a word that is seven times as long as the name of Ana",
             "ended": "bad"}\
            """,
            """
            {"ended": "done"}\
            """);
    LeadResult result = run(model);

    Usage all =
        result.dossier().entries().stream()
            .map(entry -> entry.provenance().usage())
            .reduce(Usage.NONE, Usage::plus);
    assertThat(all).isEqualTo(new Usage(Money.of("0.02", "USD"), 2000, 2));
    assertThat(provenance(result, Counted.KEY).usage()).isEqualTo(Usage.NONE);
    BigDecimal longest = provenance(result, Said.KEY).usage().money().amount();
    BigDecimal shortest = provenance(result, Named.KEY).usage().money().amount();
    assertThat(longest).isGreaterThan(shortest.multiply(BigDecimal.TEN));
  }

  @Test
  void aMemberThatAGateStopsDropsOutOfTheRequest() throws Exception {
    Model model =
        Model.saying(
            """
            {"named": "Ana", "said": "word of Ana"}\
            """);
    Pipeline pipeline =
        Together.pipeline().toBuilder("gated")
            .add(Steps.first(Steps::name))
            .gate(Gate.after(Steps.First.KEY, first -> Optional.of("no")).guarding(Ended.KEY))
            .build();
    LeadResult result = run(model, pipeline);

    assertThat(model.parts()).containsExactly(List.of("named", "said"));
    assertThat(result.dossier().find(Ended.KEY)).isEmpty();
    assertThat(result.steps())
        .filteredOn(step -> step.state() == StepResult.State.SKIPPED)
        .extracting(StepResult::reason)
        .containsExactly("no");
  }

  @Test
  void whatIsKnownIsNotAskedAndAChangedAgentHasItsGroupAskedAgain() throws Exception {
    Model model = Model.saying(ALL);
    run(model);
    run(model);
    assertThat(model.asked).hasSize(1);

    run(
        model,
        Together.pipeline(
            Together.names(), Together.says(), Together.ends().with(Together.ENDS.version(2))));
    assertThat(model.parts()).hasSize(2).endsWith(List.of("named", "said", "ended"));
  }

  @Test
  void whereTheModelIsDownRulesTakeThePlaceOfEachPart() throws Exception {
    Model model =
        Model.saying(
            request -> {
              throw new IllegalStateException("down");
            });
    LeadResult result = run(model);

    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("rules", 8));
    assertThat(result.steps()).filteredOn(step -> !step.reason().isEmpty()).hasSize(3);
    assertThat(events.all()).filteredOn(event -> event instanceof RunEvent.StepFellBack).hasSize(3);
  }

  @Test
  void aJointCallIsReservedLikeAnyOther() throws Exception {
    Model model = Model.saying(ALL);
    Budget budget =
        new InMemoryBudget(Limits.of(Limit.tokens(Limit.Period.RUN, 999)), Clock.systemUTC());
    LeadResult result = run(model, budget, Together.pipeline(), OPTIONS);

    assertThat(model.asked).isEmpty();
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("rules", 8));
    assertThat(result.steps().get(0).reason()).contains("tokens per run");
  }

  @Test
  void anAnswerWithNothingInItIsNoAnswer() throws Exception {
    Model model = Model.saying("{}");
    LeadResult result = run(model);

    assertThat(model.asked).hasSize(2);
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("rules", 8));
  }
}
