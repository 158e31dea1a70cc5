package dev.prospector.engine.internal.step;

import dev.prospector.agent.Resource;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.error.UndecidedCallException;
import dev.prospector.model.Caller;
import dev.prospector.model.LanguageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the models of a chain, one after the other, until one gives an answer that holds. Confined
 * to one step.
 *
 * @param <R> what is made of an answer
 */
final class AskModels<R> {

  private final LeadExecution lead;
  private final Workplace run;
  private final String step;
  private final Set<Resource> needs;
  private final List<LanguageModel> chain;
  private final StepRetries retries;

  /**
   * What came of it.
   *
   * @param made what a model's answer gave, if it holds
   * @param why no model gave one; empty if there was nothing to ask
   */
  record Outcome<R>(Optional<R> made, String why) {}

  /** A question to one model of the chain. */
  interface OneModel<R> {

    /** Asks, if there is something to ask; what was answered before is not asked again. */
    Optional<R> ask() throws InterruptedException;

    /** Returns what is to be taken of what was answered so far, if anything. */
    Optional<R> best();
  }

  /** Makes the question to the model at a place of the chain, from 0. */
  @FunctionalInterface
  interface Each<R> {
    OneModel<R> of(LanguageModel model, int place);
  }

  /**
   * Creates the asking of a step.
   *
   * @param needs what it uses while it asks
   */
  AskModels(
      LeadExecution lead,
      String step,
      Set<Resource> needs,
      List<LanguageModel> chain,
      StepRetries retries) {
    this.lead = lead;
    this.run = lead.run();
    this.step = step;
    this.needs = needs;
    this.chain = chain;
    this.retries = retries;
  }

  /** Returns the models as a step sees them: each call is reserved, noted and settled. */
  static GuardedModel guarded(
      LeadExecution lead, StepRetries retries, GuardedModel.Purpose purpose) {
    Workplace run = lead.run();
    Caller caller = new Caller(run.tenant(), run.options().whileDown());
    GuardedModel.Ledger ledger = new GuardedModel.Ledger(lead.book(), run, lead.spending());
    return new GuardedModel(
        ledger,
        (model, request) -> retries.standingStill(() -> model.turn(request, caller)),
        purpose);
  }

  Outcome<R> ask(Each<R> each) throws Interrupted {
    List<String> reasons = new ArrayList<>();
    try {
      for (int i = 0; i < chain.size(); i++) {
        if (i > 0) {
          retries.tellRetried(reasons.get(reasons.size() - 1));
        }
        Optional<R> made = ask(chain.get(i), each.of(chain.get(i), i), reasons);
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
      run.log(step, lead.id(), e);
      reasons.add(e.getClass().getName());
    }
    return new Outcome<>(Optional.empty(), String.join("; then ", reasons));
  }

  private Optional<R> ask(LanguageModel model, OneModel<R> one, List<String> reasons)
      throws Interrupted {
    try {
      return retries.run(needs, one::ask);
    } catch (UndecidedCallException e) {
      throw e;
    } catch (PortException e) {
      Optional<R> best = one.best();
      if (best.isEmpty()) {
        reasons.add(reason(model, e));
      }
      return best;
    } catch (ProspectorException e) {
      reasons.add(reason(model, e));
      return Optional.empty();
    }
  }

  /** Where only one model is asked, its name stands in the fingerprint anyway. */
  private String reason(LanguageModel model, ProspectorException e) {
    String why = String.valueOf(e.getMessage());
    return chain.size() == 1 ? why : model.name() + ": " + why;
  }
}
