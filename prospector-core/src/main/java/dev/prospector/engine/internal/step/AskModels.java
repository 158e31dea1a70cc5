package dev.prospector.engine.internal.step;

import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Question;
import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.error.UndecidedCallException;
import dev.prospector.model.Caller;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the models of a chain, one after the other, until one gives an answer that holds. Confined
 * to one step.
 */
final class AskModels<T> {

  private final LeadExecution lead;
  private final Workplace run;
  private final Plan.Step step;
  private final ModelAgent<T> agent;
  private final List<LanguageModel> chain;
  private final StepRetries retries;
  private final GuardedModel guarded;
  private @Nullable Optional<Question> question;

  /**
   * What came of it.
   *
   * @param made what a model's answer gave, if it holds
   * @param why no model gave one; empty if there was nothing to ask
   */
  record Outcome<T>(Optional<Made<T>> made, String why) {}

  AskModels(
      LeadExecution lead,
      Plan.Step step,
      ModelAgent<T> agent,
      List<LanguageModel> chain,
      StepRetries retries,
      GuardedModel.Purpose purpose) {
    this.lead = lead;
    this.run = lead.run();
    this.step = step;
    this.agent = agent;
    this.chain = chain;
    this.retries = retries;
    Caller caller = new Caller(run.tenant(), run.options().whileDown());
    GuardedModel.Ledger ledger = new GuardedModel.Ledger(lead.book(), run, lead.spending());
    this.guarded =
        new GuardedModel(
            ledger,
            (model, request) -> retries.standingStill(() -> model.turn(request, caller)),
            purpose);
  }

  GuardedModel guarded() {
    return guarded;
  }

  Outcome<T> ask() throws Interrupted {
    List<String> reasons = new ArrayList<>();
    try {
      for (int i = 0; i < chain.size(); i++) {
        if (i > 0) {
          retries.tellRetried(reasons.get(reasons.size() - 1));
        }
        Optional<Made<T>> made = ask(i, reasons);
        if (made.isPresent() || reasons.isEmpty()) {
          return new Outcome<>(made, "");
        }
      }
    } catch (UndecidedCallException e) {
      throw e; // A person decides, not the rules.
    } catch (ProspectorException e) {
      reasons.add(String.valueOf(e.getMessage()));
    } catch (Interrupted e) {
      if (run.isCancelled()) {
        throw e;
      }
      reasons.add(e.cause());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      run.log(agent.spec().id(), lead.id(), e);
      reasons.add(e.getClass().getName());
    }
    return new Outcome<>(Optional.empty(), String.join("; then ", reasons));
  }

  private Optional<Made<T>> ask(int place, List<String> reasons) throws Interrupted {
    AskOneModel<T> one = new AskOneModel<>(chain.get(place), place, agent, this::asker);
    try {
      return retries.run(StepExecution.needs(step, true), () -> one.ask(question()));
    } catch (UndecidedCallException e) {
      throw e;
    } catch (PortException e) {
      Optional<Made<T>> best = one.best();
      if (best.isEmpty()) {
        reasons.add(reason(place, e));
      }
      return best;
    } catch (ProspectorException e) {
      reasons.add(reason(place, e));
      return Optional.empty();
    }
  }

  /** Where only one model is asked, its name stands in the fingerprint anyway. */
  private String reason(int place, ProspectorException e) {
    String why = String.valueOf(e.getMessage());
    return chain.size() == 1 ? why : chain.get(place).name() + ": " + why;
  }

  /** Returns what is asked about the lead; made once, and the same for every model. */
  private Optional<Question> question() throws InterruptedException {
    Optional<Question> made = question;
    if (made == null) {
      made = agent.question(input());
      question = made;
    }
    return made;
  }

  private AskOneModel.Asker asker(Question about) {
    return new AskOneModel.Asker(
        guarded, run.ports().spending().redaction().of(lead.lead(), about.people()), this::input);
  }

  private StepInput input() {
    return new StepInput(step, lead, retries.lookUps());
  }
}
