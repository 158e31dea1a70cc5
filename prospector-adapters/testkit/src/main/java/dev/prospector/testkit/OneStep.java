package dev.prospector.testkit;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.budget.Budget;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Section;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RetryPolicy;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.Journal;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs one agent for one lead, through the real engine: for the unit tests of agents. What the
 * agent reads is given; it is tried once and nothing is remembered. Confined to one thread.
 *
 * @param <T> the type of the section that the agent writes
 */
public final class OneStep<T> {

  private final Agent<T> agent;
  private final List<Given<?>> given = new ArrayList<>();
  private final List<Agent<?>> before = new ArrayList<>();
  private final List<Snapshot> kept = new ArrayList<>();
  private final Prospector.Builder prospector =
      Prospector.builder()
          .journal(Journal.none())
          .clock(new SettableClock(Instant.parse("2026-01-01T00:00:00Z")));
  private Lead lead = Lead.of(LeadId.of("lead"), Company.named("Example"));

  private OneStep(Agent<T> agent) {
    this.agent = Objects.requireNonNull(agent);
  }

  /** Returns a runner for an agent, with a lead of the name "Example", as of 1 January 2026. */
  public static <T> OneStep<T> of(Agent<T> agent) {
    return new OneStep<>(agent);
  }

  /** Gives the lead. */
  public OneStep<T> lead(Lead value) {
    lead = value;
    return this;
  }

  /** Gives a section that the agent reads. */
  public <S> OneStep<T> with(Section<S> section, S value) {
    given.add(new Given<>(section, value, kept));
    return this;
  }

  /**
   * Has other agents work first, as in a pipeline, whose sections this one reads: with those that
   * read a site, HTML is enough for a test.
   *
   * @see #site
   */
  public OneStep<T> after(Agent<?>... agents) {
    before.addAll(List.of(agents));
    return this;
  }

  /** Gives the lead a site of one page, from its HTML, for the agents that read it. */
  public OneStep<T> site(String url, String html) {
    lead = lead.withCompany(lead.company().withWebsite(url));
    return pages(FixedPages.of(url, html));
  }

  /** Gives a snapshot that an agent before this one kept; it needs a section from such an agent. */
  public OneStep<T> snapshot(Snapshot value) {
    kept.add(value);
    return this;
  }

  /** Gives the business context. */
  public OneStep<T> context(BusinessContext value) {
    prospector.businessContext(value);
    return this;
  }

  /** Gives pages. */
  public OneStep<T> pages(PageSource value) {
    prospector.pages(value);
    return this;
  }

  /** Gives a register. */
  public OneStep<T> registry(CompanyRegistry value) {
    prospector.registry(value);
    return this;
  }

  /** Gives what verifies e-mail addresses. */
  public OneStep<T> emailVerifier(EmailVerifier value) {
    prospector.emailVerifier(value);
    return this;
  }

  /** Gives what verifies telephone numbers. */
  public OneStep<T> phoneVerifier(PhoneVerifier value) {
    prospector.phoneVerifier(value);
    return this;
  }

  /** Gives a model, on which anything may be spent. */
  public OneStep<T> model(LanguageModel value) {
    prospector.model(value, Budget.unlimited());
    return this;
  }

  /** Gives the time as of which the agent judges. */
  public OneStep<T> asOf(Instant value) {
    prospector.clock(new SettableClock(value));
    return this;
  }

  /**
   * Runs the agent.
   *
   * @throws dev.prospector.error.ConfigurationException if it reads a section that was not given
   */
  public Outcome<T> run() {
    WatchedAgent<T> watched = WatchedAgent.around(agent);
    Pipeline pipeline =
        Pipeline.named("one-step")
            .add(given.toArray(new Agent<?>[0]))
            .add(before.toArray(new Agent<?>[0]))
            .add(watched)
            .build();
    RunOptions once = RunOptions.defaults().withConcurrency(1).withRetry(RetryPolicy.none());
    try (Run run = prospector.build().start(pipeline, List.of(lead).iterator(), once)) {
      LeadResult result = run.results().findFirst().orElseThrow();
      return outcome(result, watched);
    }
  }

  private Outcome<T> outcome(LeadResult result, WatchedAgent<T> watched) {
    StepResult step =
        result.steps().stream()
            .filter(s -> s.step().equals(agent.spec().id()))
            .findFirst()
            .orElseThrow();
    return new Outcome<>(
        result.dossier().find(agent.spec().writes()),
        step,
        watched.rejections(),
        result.snapshots());
  }

  /**
   * How the step ended.
   *
   * @param section what the agent wrote; empty if it failed
   * @param step how the engine saw it end
   * @param rejections claims that fell
   * @param snapshots every source that a claim may quote from
   */
  public record Outcome<T>(
      Optional<T> section,
      StepResult step,
      List<dev.prospector.evidence.Rejection> rejections,
      List<Snapshot> snapshots) {

    /** Returns what the agent wrote, or fails the test with the reason why there is nothing. */
    public T written() {
      return section.orElseThrow(() -> new AssertionError("nothing was written: " + step));
    }
  }
}
