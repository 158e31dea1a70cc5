package dev.prospector.engine.internal.step;

import dev.prospector.agent.Agent;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Resource;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.lead.LeadBook;
import dev.prospector.engine.internal.limit.Onward;
import dev.prospector.engine.internal.limit.Permits;
import dev.prospector.engine.internal.lookup.StepLookUps;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.ProspectorException;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.pipeline.Plan;
import dev.prospector.store.StepCommit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs one agent for one lead: by a model if there is one, else by its rules; retries, then
 * commits.
 */
final class StepExecution<T> {

  private final LeadExecution lead;
  private final Workplace run;
  private final LeadBook book;
  private final Plan.Step step;
  private final Agent<T> agent;
  private final Fingerprint inputs;
  private final StepLookUps lookUps;
  private final StepRetries retries;
  private boolean begun;
  private @Nullable GuardedModel guarded;

  /**
   * A step that is about to begin.
   *
   * @param inputs what it depends on beside what it is going to ask sources
   */
  StepExecution(LeadExecution lead, Plan.Step step, Agent<T> agent, Fingerprint inputs) {
    this.lead = lead;
    this.run = lead.run();
    this.book = lead.book();
    this.step = step;
    this.agent = agent;
    this.inputs = inputs;
    this.lookUps = new StepLookUps(lead.lookUps(), inputs);
    this.retries = new StepRetries(lead, agent.spec().id(), lookUps);
  }

  static <T> StepExecution<T> of(
      LeadExecution lead, Plan.Step step, Agent<T> agent, Fingerprint inputs) {
    return new StepExecution<>(lead, step, agent, inputs);
  }

  /**
   * Returns what a step uses.
   *
   * @param asked whether there are models, which are asked by those that can ask one
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

  /** Says whether it is told already that it began. */
  StepExecution<T> begun(boolean told) {
    begun = told;
    return this;
  }

  /** Returns what may begin since this step gave back what it held; null if nothing may. */
  @Nullable Onward onward() {
    return retries.onward();
  }

  /**
   * Executes the step.
   *
   * @param permits what it holds already of what it uses; given back as soon as it is done with it
   */
  StepEnd execute(Permits permits) {
    retries.hold(permits);
    try {
      if (!begun) {
        lead.begin(step);
      }
      Made<T> made = make();
      StepCommit written = made.commit(lead, agent.spec(), inputs, lookUps);
      StepCommit stood = book.commit(written, made.completed(lead, id()));
      StepResult result =
          new StepResult(id(), StepResult.State.COMPLETED, made.note(), retries.attempts());
      return stood.entry() == written.entry()
          ? StepEnd.with(result, stood.entry(), stood.snapshots())
          : StepEnd.reread(result, stood.entry(), stood.snapshots(), lead);
    } catch (Interrupted e) {
      return failed(e.cause());
    } catch (ProspectorException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      run.log(id(), lead.id(), e);
      return failed(e.getClass().getName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    } finally {
      book.trials().end();
    }
  }

  private StepEnd failed(String reason) {
    List<CallOutcome> answered = guarded == null ? List.of() : guarded.answered();
    book.fail(answered, p -> new RunEvent.StepFailed(p, lead.id(), id(), reason));
    return StepEnd.without(StepResult.State.FAILED, id(), reason, retries.attempts());
  }

  private Made<T> make() throws Interrupted {
    Models models = run.ports().spending().models();
    if (agent instanceof ModelAgent<T> onTop && !models.isEmpty()) {
      List<LanguageModel> chain = models.chain(id(), onTop.prompt().role());
      if (!chain.isEmpty()) {
        return byModelOrRules(onTop, chain);
      }
    }
    return byRules();
  }

  private Made<T> byRules() throws Interrupted {
    StepInput input = new StepInput(step, lead, lookUps);
    T value =
        retries.run(
            agent.spec().resources(),
            () -> {
              input.restart();
              return agent.byRules(input);
            });
    return Made.byRules(value, input);
  }

  private Made<T> byModelOrRules(ModelAgent<T> onTop, List<LanguageModel> chain)
      throws Interrupted {
    GuardedModel.Purpose purpose =
        new GuardedModel.Purpose(
            run.tenant(), run.id().value(), lead.index(), lead.id(), id(), inputs, "");
    GuardedModel models = AskModels.guarded(lead, retries, purpose);
    guarded = models;
    AskedAlone<T> asked = new AskedAlone<>(lead, step, onTop, lookUps, models);
    AskModels.Outcome<Made<T>> outcome =
        new AskModels<Made<T>>(lead, id(), needs(step, true), chain, retries)
            .ask((model, place) -> new AskOneModel<>(asked, model, place));
    if (outcome.made().isPresent()) {
      return outcome.made().get();
    }
    if (outcome.why().isEmpty()) {
      return byRules();
    }
    run.tally().fellBack(outcome.why());
    publish(p -> new RunEvent.StepFellBack(p, lead.id(), id(), outcome.why()));
    return byRules().insteadOfModel(outcome.why(), models.answered(), models.used());
  }

  private void publish(EventDraft.Unnumbered event) {
    book.note(event);
  }

  private String id() {
    return agent.spec().id();
  }
}
