package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agent.Resource;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Section;
import dev.prospector.engine.internal.workplace.Ports;
import dev.prospector.event.RunEvent;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.ConfidencePolicy;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.Redaction;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.ContextStore;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.FixedPages;
import dev.prospector.testkit.FixedRegistry;
import dev.prospector.testkit.ScriptedModel;
import dev.prospector.verification.EmailVerdict;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever is given to a Prospector and changes a result has a part in the fingerprint of those
 * steps that use it, and of no others.
 */
class PortsAndFingerprintsTest {

  /** What only keeps, counts or refuses: a result is the same whichever it is. */
  private static final Set<Class<?>> CHANGES_NO_RESULT =
      Set.of(
          Journal.class,
          LeadStore.class,
          RunStore.class,
          // A refusal leads to rules in the model's place, which have a fingerprint of their own.
          Budget.class,
          // Asked anew for each lead, before anything is reused.
          SuppressionList.class,
          // What it gives is the context, and that is in the fingerprint.
          ContextStore.class,
          Tenant.class,
          Limits.class);

  /** How an agent uses a port, and the port before and after the change. */
  private record Change(
      UnaryOperator<AgentSpec<Steps.First>> declared,
      Steps.Work<String> use,
      UnaryOperator<Prospector.Builder> before,
      UnaryOperator<Prospector.Builder> after) {}

  private static final String URL = "https://a.example/";

  private static final Map<Class<?>, Change> CHANGES =
      Map.of(
          BusinessContext.class,
          new Change(
              AgentSpec::readingContext,
              input -> input.context().text(BusinessContext.Text.WHAT_WE_SELL),
              builder -> builder,
              builder -> builder.businessContext(selling("vans"))),
          PageSource.class,
          new Change(
              spec -> spec.using(Resource.PAGES),
              input -> input.pages().fetch(URL).fold(f -> f.body(), a -> a.reason(), f -> ""),
              builder -> builder,
              builder -> builder.pages(FixedPages.of(URL, "page"))),
          CompanyRegistry.class,
          new Change(
              spec -> spec.using(Resource.REGISTRY),
              input -> "" + input.registry().find("BR", "1") + input.registry().isConfigured(),
              builder -> builder,
              builder -> builder.registry(FixedRegistry.empty())),
          WebSearch.class,
          new Change(
              spec -> spec.using(Resource.SEARCH),
              input -> "" + input.search().search("vans", "", 1),
              builder -> builder,
              builder -> builder.search(new NoHits())),
          EmailVerifier.class,
          new Change(
              spec -> spec.using(Resource.VERIFICATION),
              input -> input.emailVerifier().verify("a@b.example").reason(),
              builder -> builder,
              builder -> builder.emailVerifier(new NoMail())),
          PhoneVerifier.class,
          new Change(
              spec -> spec.using(Resource.VERIFICATION),
              input -> input.phoneVerifier().verify("+5511987654321", "").reason(),
              builder -> builder,
              builder -> builder.phoneVerifier(new NoCalls())),
          ConfidencePolicy.class,
          new Change(
              spec -> spec,
              input -> "" + claim(input).confidence(),
              builder -> builder,
              builder -> builder.confidence(new Certain())),
          Models.class,
          new Change(
              spec -> spec,
              input -> "model",
              builder -> builder.model(new Named("one"), Budget.unlimited()),
              builder -> builder.model(new Named("another"), Budget.unlimited())),
          Redaction.class,
          new Change(
              spec -> spec,
              input -> "model",
              builder -> builder.model(new Named("one"), Budget.unlimited()),
              builder ->
                  builder.model(new Named("one"), Budget.unlimited()).redaction(Redaction.off())));

  private final InMemoryJournal journal = new InMemoryJournal();
  private final Set<String> executed = new ConcurrentSkipListSet<>();

  @Test
  void everyPortIsEitherInTheFingerprintOrChangesNoResult() {
    Set<Class<?>> ports = new java.util.HashSet<>();
    collect(Ports.class, ports);
    assertThat(ports).hasSizeGreaterThanOrEqualTo(10);
    Set<Class<?>> known = new java.util.HashSet<>(CHANGES_NO_RESULT);
    known.addAll(CHANGES.keySet());
    assertThat(ports)
        .as("a port without a part in the fingerprint: say how steps depend on it")
        .isEqualTo(known);
  }

  /** The leaves of the record that holds the ports. */
  private static void collect(Type type, Set<Class<?>> ports) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(part -> collect(part, ports));
    } else if (type instanceof Class<?> one && one.isRecord() && isEngines(one)) {
      for (RecordComponent part : one.getRecordComponents()) {
        collect(part.getGenericType(), ports);
      }
    } else {
      ports.add((Class<?>) type);
    }
  }

  private static boolean isEngines(Class<?> type) {
    return type.getPackageName().startsWith("dev.prospector.engine.internal");
  }

  @Test
  void aChangedPortRunsTheStepThatUsesItAndNoOther() throws Exception {
    for (Map.Entry<Class<?>, Change> entry : CHANGES.entrySet()) {
      Change change = entry.getValue();
      String port = entry.getKey().getSimpleName();
      assertThat(run(change, change.before())).as(port).containsExactly("apart", "first");
      assertThat(run(change, change.before())).as(port).isEmpty();
      assertThat(run(change, change.after())).as(port).containsExactly("first");
      assertThat(run(change, change.after())).as(port).isEmpty();
      journal.forget(RunOptions.defaults().tenant(), LEAD.id());
    }
  }

  /** What an agent is handed is one of these, so that nothing comes in beside the ports. */
  @Test
  void anAgentIsHandedNothingElse() {
    Set<Class<?>> handed =
        Arrays.stream(AgentInput.class.getMethods())
            .map(Method::getReturnType)
            .collect(Collectors.toSet());
    handed.removeAll(CHANGES.keySet());
    // Sections, the lead and its snapshots, the gate (by policy and time), and the date.
    assertThat(handed)
        .containsExactlyInAnyOrder(
            Object.class,
            Optional.class,
            Lead.class,
            Snapshot.class,
            Evidence.class,
            Instant.class);
  }

  private static final Lead LEAD = Steps.lead("lead");

  private Set<String> run(Change change, UnaryOperator<Prospector.Builder> with) throws Exception {
    executed.clear();
    Prospector.Builder builder = Prospector.builder().journal(journal).sink(this::note);
    Pipeline pipeline = Pipeline.named("test").add(new User(change), new Apart()).build();
    try (Run run = with.apply(builder).build().start(pipeline, List.of(LEAD))) {
      run.await();
    }
    return new TreeSet<>(executed);
  }

  private void note(RunEvent event) {
    if (event instanceof RunEvent.StepCompleted step) {
      executed.add(step.step());
    }
    if (event instanceof RunEvent.StepFailed step) {
      throw new AssertionError(step);
    }
  }

  /** Uses one port; a model agent only where it is the model that changes. */
  private record User(Change change) implements ModelAgent<Steps.First> {
    @Override
    public AgentSpec<Steps.First> spec() {
      return change.declared().apply(AgentSpec.writing(Steps.First.KEY).readingLead());
    }

    @Override
    public Steps.First byRules(AgentInput input) throws InterruptedException {
      return new Steps.First(change.use().by(input), 1);
    }

    @Override
    public Prompt prompt() {
      return Steps.prompt("first");
    }

    @Override
    public Optional<Question> question(AgentInput input) {
      return Optional.empty();
    }

    @Override
    public Reading<Steps.First> read(
        AgentInput input, Question asked, LanguageModel.Answer answer) {
      throw new AssertionError("nothing is asked");
    }
  }

  record Aside(String text) {
    static final Section<Aside> KEY = Section.of("apart", Aside.class, 1);
  }

  /** Uses none. */
  private static final class Apart implements dev.prospector.agent.Agent<Aside> {
    @Override
    public AgentSpec<Aside> spec() {
      return AgentSpec.writing(Aside.KEY).readingLead().ignoringConfidence();
    }

    @Override
    public Aside byRules(AgentInput input) {
      return new Aside(input.lead().company().name());
    }
  }

  private static BusinessContext selling(String what) {
    return BusinessContext.builder().text(BusinessContext.Text.WHAT_WE_SELL, what).build();
  }

  private static Claim<String> claim(AgentInput input) {
    Snapshot page = input.keep(Snapshot.page(URL, "Example"));
    return input
        .evidence()
        .claim(
            "name",
            dev.prospector.evidence.value.ValueTypes.PROPER_NAME,
            "Example",
            page,
            "Example")
        .orElseThrow();
  }

  /** Refuses every address. */
  private static final class NoMail implements EmailVerifier {
    @Override
    public EmailVerdict verify(String address) {
      return new EmailVerdict(
          address, EmailVerdict.Status.UNDELIVERABLE, Set.of(), Optional.empty(), "no mail");
    }

    @Override
    public String identity() {
      return "no mail";
    }
  }

  /** Refuses every number. */
  private static final class NoCalls implements PhoneVerifier {
    @Override
    public PhoneVerdict verify(String number, String region) {
      return new PhoneVerdict(
          number,
          PhoneVerdict.Status.INVALID,
          Optional.empty(),
          PhoneVerdict.Likelihood.UNKNOWN,
          Optional.empty(),
          "no calls");
    }

    @Override
    public String identity() {
      return "no calls";
    }
  }

  private static final class NoHits implements WebSearch {
    @Override
    public Result search(String query, String country, int limit) {
      return new Result.Hits(List.of());
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }

    @Override
    public String identity() {
      return "no hits";
    }
  }

  private static final class Certain implements ConfidencePolicy {
    @Override
    public double confidence(
        List<? extends Claim<?>> agreeing, List<? extends Claim<?>> against, Instant asOf) {
      return 1;
    }

    @Override
    public String identity() {
      return "certain";
    }
  }

  private record Named(String name) implements LanguageModel {
    @Override
    public Usage upperBound(Request request) {
      return ScriptedModel.COST;
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }

    @Override
    public Answer ask(Request request) {
      throw new AssertionError("nobody asks");
    }
  }
}
