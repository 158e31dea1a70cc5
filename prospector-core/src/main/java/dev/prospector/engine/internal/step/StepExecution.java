package dev.prospector.engine.internal.step;

import dev.prospector.agent.Agent;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Resource;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.dossier.Provenance;
import dev.prospector.dossier.Section;
import dev.prospector.engine.internal.limit.Onward;
import dev.prospector.engine.internal.limit.Permits;
import dev.prospector.engine.internal.limit.ResourceLimits;
import dev.prospector.engine.internal.time.Deadline;
import dev.prospector.error.InterruptedWorkException;
import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.error.UndecidedCallException;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Plan;
import dev.prospector.store.StepCommit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs one agent for one lead: by its model if there is one, else by its rules; tries, then
 * commits.
 */
final class StepExecution<T> {

  private final LeadExecution lead;
  private final Workplace run;
  private final LeadBook book;
  private final Plan.Step step;
  private final Agent<T> agent;
  private final Section<T> section;
  private final Fingerprint inputs;
  private int attempts;
  private @Nullable GuardedModel guarded;
  private Permits held = Permits.NONE;
  private @Nullable Onward onward;

  /** What an agent gave, and at what cost. */
  private record Made<T>(
      T value, Author author, String note, StepInput input, List<CallOutcome> calls, Usage usage) {}

  /** A try was interrupted because some time was over or the run was cancelled. */
  private static final class Interrupted extends Exception {
    private static final long serialVersionUID = 1;

    Interrupted(String cause) {
      super(cause, null, false, false);
    }

    String cause() {
      return String.valueOf(getMessage());
    }
  }

  StepExecution(LeadExecution lead, Plan.Step step, Agent<T> agent, Fingerprint inputs) {
    this.lead = lead;
    this.run = lead.run();
    this.book = lead.book();
    this.step = step;
    this.agent = agent;
    this.section = agent.spec().writes();
    this.inputs = inputs;
  }

  /**
   * Returns what a step uses.
   *
   * @param asked whether there is a model, which is asked by those that can ask one
   */
  static Set<Resource> needs(Plan.Step step, boolean asked) {
    Set<Resource> declared = step.spec().resources();
    if (!asked || !(step.agent() instanceof ModelAgent<?>) || declared.contains(Resource.MODEL)) {
      return declared;
    }
    Set<Resource> all = EnumSet.of(Resource.MODEL);
    all.addAll(declared);
    return all;
  }

  /** Returns what may begin since this step gave back what it held; null if nothing may. */
  @Nullable Onward onward() {
    return onward;
  }

  /**
   * Executes the step.
   *
   * @param permits what it holds already of what it uses; given back as soon as it is done with it
   */
  StepEnd execute(Permits permits) {
    held = permits;
    try {
      lead.count().begin();
      publish(p -> new RunEvent.StepStarted(p, lead.id(), id()));
      run.tally().executed.increment();
      Made<T> made = make();
      int rejected = made.input().rejectedClaims();
      StepCommit stood =
          book.commit(
              commit(made),
              p -> new RunEvent.StepCompleted(p, lead.id(), id(), made.author(), rejected));
      StepResult result = new StepResult(id(), StepResult.State.COMPLETED, made.note(), attempts);
      return StepEnd.with(result, stood.entry(), stood.snapshots());
    } catch (Interrupted e) {
      return failed(e.cause());
    } catch (ProspectorException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      run.log(id(), lead.id(), e);
      return failed(e.getClass().getName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    }
  }

  private StepEnd failed(String reason) {
    List<CallOutcome> answered = guarded == null ? List.of() : guarded.answered();
    book.fail(answered, p -> new RunEvent.StepFailed(p, lead.id(), id(), reason));
    return StepEnd.without(StepResult.State.FAILED, id(), reason, attempts);
  }

  private StepCommit commit(Made<T> made) {
    // A result by rules in a model's place is kept under its own fingerprint, so that it neither
    // passes for the model's nor stops the model from being asked again.
    Fingerprint key = made.note().isEmpty() ? inputs : StepFingerprints.rulesInstead(inputs);
    Provenance provenance =
        new Provenance(
            id(), agent.spec().version(), made.author(), key, run.now(), made.usage(), made.note());
    return new StepCommit(
        run.id().value(),
        lead.id(),
        key,
        Entry.of(section, made.value(), provenance),
        made.input().kept(),
        made.calls());
  }

  private Made<T> make() throws Interrupted {
    Optional<LanguageModel> model = run.ports().spending().model();
    if (model.isPresent() && agent instanceof ModelAgent<T> onTop) {
      return byModelOrRules(onTop, model.get());
    }
    return byRules("", Usage.NONE, List.of());
  }

  private Made<T> byRules(String note, Usage spent, List<CallOutcome> calls) throws Interrupted {
    StepInput input = new StepInput(step, lead);
    T value =
        retrying(
            agent.spec().resources(),
            () -> {
              input.restart();
              return agent.byRules(input);
            });
    return new Made<>(value, Author.RULES, note, input, calls, spent);
  }

  private Made<T> byModelOrRules(ModelAgent<T> onTop, LanguageModel model) throws Interrupted {
    GuardedModel.Purpose purpose =
        new GuardedModel.Purpose(
            run.tenant(), run.id().value(), lead.index(), lead.id(), id(), inputs);
    GuardedModel asked = new GuardedModel(model, run.ports().spending().budget(), book, purpose);
    guarded = asked;
    String reason;
    try {
      return byModel(onTop, asked);
    } catch (UndecidedCallException e) {
      throw e; // A person decides, not the rules.
    } catch (ProspectorException e) {
      reason = String.valueOf(e.getMessage());
    } catch (Interrupted e) {
      if (run.isCancelled()) {
        throw e;
      }
      reason = e.cause();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      run.log(id(), lead.id(), e);
      reason = e.getClass().getName();
    }
    String why = reason;
    publish(p -> new RunEvent.StepFellBack(p, lead.id(), id(), why));
    return byRules("rules in the model's place: " + why, asked.used(), asked.answered());
  }

  private Made<T> byModel(ModelAgent<T> onTop, GuardedModel model) throws Interrupted {
    StepInput input = new StepInput(step, lead);
    T value =
        retrying(
            needs(step, true),
            () -> {
              input.restart();
              model.restart();
              return onTop.byModel(input, model);
            });
    return new Made<>(value, Author.MODEL, "", input, model.answered(), model.used());
  }

  /** One piece of work that may be tried again. */
  @FunctionalInterface
  private interface Try<R> {
    R run() throws InterruptedException;
  }

  private <R> R retrying(Set<Resource> needed, Try<R> work) throws Interrupted {
    try (Deadline deadline = lead.deadline()) {
      for (int attempt = 1; ; attempt++) {
        attempts++;
        try {
          return attempt(needed, work);
        } catch (PortException e) {
          if (!deadline.cause().isEmpty()) {
            throw new Interrupted(deadline.cause()); // Whatever failed, failed because of that.
          }
          if (!run.options().retry().allows(attempt, e.advice())) {
            throw e;
          }
          int tried = attempt;
          publish(
              p ->
                  new RunEvent.StepRetried(
                      p, lead.id(), id(), tried, String.valueOf(e.getMessage())));
          pause(run.options().retry().delayAfter(attempt, e.advice()));
        } catch (InterruptedException | InterruptedWorkException e) {
          Thread.interrupted(); // The try is over, and with it what the flag was for.
          throw new Interrupted(
              deadline.cause().isEmpty() ? "interrupted from outside" : deadline.cause());
        }
      }
    } catch (InterruptedException e) {
      throw new Interrupted("interrupted while waiting for the next try: " + limits());
    }
  }

  /**
   * The limits of what the agent uses are held while it works, not while it waits to try again; and
   * who waited for them until the run was paused does not begin.
   */
  private <R> R attempt(Set<Resource> needed, Try<R> work) throws InterruptedException {
    while (true) {
      boolean done = false;
      try {
        takeUnlessHeld(needed);
        run.limits().awaitTurns(needed);
        if (run.pauseSwitch().isOpen()) {
          R result = work.run();
          done = true;
          return result;
        }
      } finally {
        giveBack(done);
      }
      run.pauseSwitch().pass();
    }
  }

  private void takeUnlessHeld(Set<Resource> needed) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (held == Permits.NONE) {
      held = run.limits().acquire(needed);
    }
  }

  /**
   * Another step may begin with it: when this one has ended, or at once on another thread where
   * this one is going to wait for something.
   */
  private void giveBack(boolean done) {
    Onward next = held.giveBack(run::execute);
    held = Permits.NONE;
    if (next == null) {
      return;
    }
    if (done && run.ports().storage().runs().isEmpty()) {
      onward = next;
    } else {
      run.execute(() -> ResourceLimits.follow(next));
    }
  }

  private String limits() {
    return run.isCancelled() ? "the run was cancelled" : "its time is over";
  }

  private void pause(Duration delay) throws InterruptedException {
    if (!delay.isZero()) {
      run.threads().sleep(delay);
    }
  }

  private void publish(EventDraft.Unnumbered event) {
    book.note(event);
  }

  private String id() {
    return agent.spec().id();
  }
}
